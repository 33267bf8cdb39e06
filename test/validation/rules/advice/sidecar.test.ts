import { sidecarAdvice } from '../../../../lib/validation/rules/advice/sidecar';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const restartPolicy = 'Always';
const ports = [{ name: 'proxy', containerPort: 15001 }];
const at = 'spec.initContainers[0].startupProbe';

testAdvice(sidecarAdvice, {
  'require-sidecar-startup-probe': {
    valid: {
      'a startup probe': podWithInitContainer({ restartPolicy, ports, startupProbe: { tcpSocket: { port: 15001 } } }),
      'a hook that holds the others back': podWithInitContainer({
        restartPolicy,
        ports,
        lifecycle: { postStart: { exec: { command: ['wait-for-proxy'] } } },
      }),
      'a sidecar that nobody connects to': podWithInitContainer({ restartPolicy }),
      'a plain init container, which the others wait for anyway': podWithInitContainer({ ports }),
      'an app container': podWithContainer({ ports }),
      '1.28, which has no sidecars': {
        manifests: podWithInitContainer({ ports }),
        kubeVersion: '1.28',
      },
    },
    invalid: {
      'no probe': [
        podWithInitContainer({ restartPolicy, ports }),
        `${at}: app starts 0 s after its process, whether port 15001`,
      ],
      'a readiness probe, which holds nobody back': [
        podWithInitContainer({ restartPolicy, ports, readinessProbe: { tcpSocket: { port: 15001 } } }),
        `${at}: app starts 0 s after`,
      ],
    },
  },
});
