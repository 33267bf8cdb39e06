import { hostPortAdvice } from '../../../../lib/validation/rules/advice/host-port';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const ports = [{ containerPort: 8080, hostPort: 80 }];

testAdvice(hostPortAdvice, {
  'no-host-port': {
    valid: {
      unset: podWithContainer({ ports: [{ containerPort: 8080 }] }),
      'in the network of the node, where the server sets it': podWithContainer(
        { ports: [{ containerPort: 8080 }] },
        { hostNetwork: true },
      ),
    },
    invalid: {
      'a container': [podWithContainer({ ports }), 'spec.containers[0].ports[0].hostPort: takes its port 80'],
      'a sidecar': [
        podWithInitContainer({ ports, restartPolicy: 'Always' }),
        'spec.initContainers[0].ports[0].hostPort: takes its port 80',
      ],
    },
  },
});
