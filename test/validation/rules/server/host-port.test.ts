import { hostPortRules } from '../../../../lib/validation/rules/server/host-port';
import { validate } from '../../../../lib/validation/validate';
import { deployment, pod, podTemplate, podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const onHost = (...hostPorts: object[]) => hostPorts.map((port, index) => ({ containerPort: 80 + index, ...port }));
const app = (name: string, ports: object[]) => ({ name, image: 'a', ports });

testRules(hostPortRules, {
  'unique-host-port': {
    valid: {
      'other protocol': podWithContainer({ ports: onHost({ hostPort: 53 }, { hostPort: 53, protocol: 'UDP' }) }),
      'with and without hostIP': podWithContainer({
        ports: onHost({ hostPort: 53 }, { hostPort: 53, hostIP: '127.0.0.1' }),
      }),
      'an init container and an app': podWithInitContainer(
        { ports: onHost({ hostPort: 80 }) },
        { containers: [app('app', onHost({ hostPort: 80 }))] },
      ),
      'the same port of a template in the host network': deployment({
        template: podTemplate({
          hostNetwork: true,
          containers: [app('app', [{ containerPort: 80 }, { containerPort: 80 }])],
        }),
      }),
    },
    invalid: {
      'two apps': [
        pod({ containers: [app('a', onHost({ hostPort: 80 })), app('b', onHost({ hostPort: 80 }))] }),
        'spec.containers[1].ports[0].hostPort: FieldValueDuplicate',
      ],
      'the second init container, which the server calls the first': [
        pod({ initContainers: [app('a', []), app('b', onHost({ hostPort: 80 }, { hostPort: 80 }))] }),
        'spec.initContainers[0].ports[1].hostPort: FieldValueDuplicate',
      ],
      'by default, in the host network': [
        podWithContainer({ ports: [{ containerPort: 80 }, { containerPort: 80 }] }, { hostNetwork: true }),
        'spec.containers[0].ports[1].hostPort: FieldValueDuplicate',
      ],
    },
  },
  'valid-host-network-port': {
    valid: {
      unset: podWithContainer({ ports: [{ containerPort: 80 }] }, { hostNetwork: true }),
      'of an init container': podWithInitContainer(
        { ports: [{ containerPort: 80, hostPort: 81 }] },
        { hostNetwork: true },
      ),
      'unset in a template': deployment({
        template: podTemplate({ hostNetwork: true, containers: [app('app', [{ containerPort: 80 }])] }),
      }),
    },
    invalid: {
      different: [
        podWithContainer({ ports: [{ containerPort: 80, hostPort: 81 }] }, { hostNetwork: true }),
        'spec.containers[0].ports[0].hostPort: FieldValueInvalid',
      ],
      'different in a template': [
        deployment({
          template: podTemplate({ hostNetwork: true, containers: [app('app', onHost({ hostPort: 81 }))] }),
        }),
        'spec.template.spec.containers[0].ports[0].hostPort: FieldValueInvalid',
      ],
    },
  },
});

test('the place of a host port is in its own init container, not in the first, which the server names', () => {
  const manifest = pod({ initContainers: [app('a', []), app('b', onHost({ hostPort: 80 }, { hostPort: 80 }))] });
  expect(validate([manifest]).map(({ path }) => path.join('.'))).toEqual(['spec.initContainers.1.ports.1.hostPort']);
});
