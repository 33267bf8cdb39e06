import { containerPortAdvice } from '../../../../lib/validation/rules/advice/container-port';
import { pod, podWithContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const port = (containerPort: number, fields: object = {}) => ({ containerPort, ...fields });
const container = (name: string, ...ports: object[]) => ({ name, image: 'a:1', ports });

testAdvice(containerPortAdvice, {
  'no-privileged-port': {
    valid: { 'a higher one': podWithContainer({ ports: [port(1024)] }) },
    invalid: { 80: [podWithContainer({ ports: [port(80)] }), 'spec.containers[0].ports[0].containerPort: port 80'] },
  },
  'no-ssh-port': {
    valid: {
      'another one': podWithContainer({ ports: [port(2222)] }),
      '22 of UDP': podWithContainer({ ports: [port(22, { protocol: 'UDP' })] }),
    },
    invalid: { 22: [podWithContainer({ ports: [port(22)] }), 'spec.containers[0].ports[0].containerPort: of SSH'] },
  },
  'unique-container-port': {
    valid: {
      'other ports': pod({ containers: [container('a', port(80)), container('b', port(81))] }),
      'two names of one port in one container': pod({
        containers: [container('a', port(80, { name: 'http' }), port(80, { name: 'metrics' })), container('b')],
      }),
      'other protocols': pod({ containers: [container('a', port(53)), container('b', port(53, { protocol: 'UDP' }))] }),
      'an init container, which has ended': pod({
        initContainers: [container('init', port(80))],
        containers: [container('a', port(80))],
      }),
    },
    invalid: {
      'two containers': [
        pod({ containers: [container('a', port(80)), container('b', port(8080), port(80))] }),
        'spec.containers[1].ports[1].containerPort: container a of the pod listens on 80 already',
      ],
      'a sidecar and a container': [
        pod({
          initContainers: [{ ...container('proxy', port(80)), restartPolicy: 'Always' }],
          containers: [container('a', port(80))],
        }),
        'spec.containers[0].ports[0].containerPort: container proxy of the pod listens on 80 already',
      ],
    },
  },
});
