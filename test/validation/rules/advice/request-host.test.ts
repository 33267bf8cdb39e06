import { requestHostAdvice } from '../../../../lib/validation/rules/advice/request-host';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const host = { host: 'example.com', port: 80 };

testAdvice(requestHostAdvice, {
  'no-request-host': {
    valid: {
      'no host': podWithContainer({ livenessProbe: { httpGet: { port: 80 } } }),
      'a Host header': podWithContainer({
        livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: 'Host', value: 'example.com' }] } },
      }),
      'before 1.34': {
        manifests: podWithContainer({ livenessProbe: { httpGet: host } }),
        kubeVersion: '1.33',
      },
    },
    invalid: {
      'probes and hooks': [
        podWithContainer({
          livenessProbe: { httpGet: host },
          readinessProbe: { tcpSocket: host },
          lifecycle: { preStop: { httpGet: host } },
        }),
        'spec.containers[0].livenessProbe.httpGet.host: asks example.com',
        'spec.containers[0].readinessProbe.tcpSocket.host: asks example.com',
        'spec.containers[0].lifecycle.preStop.httpGet.host: asks example.com',
      ],
      'a sidecar': [
        podWithInitContainer({ restartPolicy: 'Always', startupProbe: { httpGet: host } }),
        'spec.initContainers[0].startupProbe.httpGet.host: asks example.com',
      ],
    },
  },
});
