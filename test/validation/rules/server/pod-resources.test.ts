import { podResourcesRules } from '../../../../lib/validation/rules/server/pod-resources';
import { validate } from '../../../../lib/validation/validate';
import { deployment, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const app = (resources: object) => ({ name: 'app', image: 'a', resources });
const init = (resources: object, restartPolicy?: string) => ({ name: 'init', image: 'a', resources, restartPolicy });
const whole = (resources: object, ...containers: object[]) =>
  pod({ resources, ...(containers.length > 0 && { containers }) });
const inTemplate = (resources: object, ...containers: object[]) =>
  deployment({ template: podTemplate({ resources, containers }) });

testRules(podResourcesRules, {
  'valid-pod-resource-name': {
    valid: {
      known: whole({ limits: { cpu: 1, memory: 1, 'hugepages-2Mi': '2Mi' } }),
      'any before 1.34, which drops them': { manifest: whole({ limits: { gpu: 1 } }), kubeVersion: '1.33' },
    },
    invalid: {
      storage: [
        whole({ limits: { 'ephemeral-storage': 1 } }),
        'spec.resources.limits[ephemeral-storage]: FieldValueNotSupported',
      ],
      'a device': [whole({ limits: { 'a.b/c': 1 } }), 'spec.resources.limits[a.b/c]: FieldValueNotSupported'],
      unknown: [whole({ limits: { gpu: 1 } }), 'spec.resources.limits[gpu]: FieldValueInvalid'],
      'no name at all': [whole({ limits: { 'a b': 1 } }), 'spec.resources.limits[a b]: FieldValueInvalid'],
    },
  },
  'no-pod-resource-claim': {
    valid: { null: whole({ claims: null }) },
    invalid: { one: [whole({ claims: [{ name: 'a' }] }), 'spec.resources.claims: FieldValueForbidden'] },
  },
  'valid-pod-resource-request': {
    valid: {
      'the sum': whole({ requests: { cpu: 2 } }, app({ requests: { cpu: 1 } }), {
        ...app({ requests: { cpu: 1 } }),
        name: 'b',
      }),
      'none for the pod': inTemplate({ limits: { memory: 1 } }, app({ requests: { cpu: 1 } })),
      'a limit of a template, which is no request': inTemplate({ requests: { cpu: 1 } }, app({ limits: { cpu: 2 } })),
    },
    invalid: {
      'below an app': [
        inTemplate({ requests: { cpu: 1 } }, app({ requests: { cpu: '1001m' } })),
        'spec.template.spec.resources.requests[cpu]: FieldValueInvalid',
      ],
      'below the limit of a Pod, which is requested': [
        whole({ requests: { cpu: 1 } }, app({ limits: { cpu: 2 } })),
        'spec.resources.requests[cpu]: FieldValueInvalid',
      ],
      'below an init container': [
        pod({ resources: { requests: { cpu: 1 } }, initContainers: [init({ requests: { cpu: 2 } })] }),
        'spec.resources.requests[cpu]: FieldValueInvalid',
      ],
      'below an app and a sidecar': [
        pod({
          resources: { requests: { cpu: 2 } },
          containers: [app({ requests: { cpu: 2 } })],
          initContainers: [init({ requests: { cpu: 1 } }, 'Always')],
        }),
        'spec.resources.requests[cpu]: FieldValueInvalid',
      ],
    },
  },
  'valid-pod-resource-limit': {
    valid: {
      'of each app': inTemplate({ limits: { cpu: 1 } }, app({ limits: { cpu: 1 } }), {
        ...app({ limits: { cpu: 1 } }),
        name: 'b',
      }),
      'of an init container, which is not compared': deployment({
        template: podTemplate({ resources: { limits: { cpu: 1 } }, initContainers: [init({ limits: { cpu: 2 } })] }),
      }),
    },
    invalid: {
      'above that of the pod': [
        inTemplate({ limits: { cpu: 1 } }, app({ limits: { cpu: 2 } })),
        'spec.template.spec.resources.containers[0][cpu].limits: FieldValueInvalid',
      ],
      'huge pages together': [
        inTemplate(
          { limits: { cpu: 1, 'hugepages-2Mi': '4Mi' } },
          app({ limits: { cpu: 1, 'hugepages-2Mi': '4Mi' } }),
          { ...app({ limits: { cpu: 1, 'hugepages-2Mi': '2Mi' } }), name: 'b' },
        ),
        'spec.template.spec.resources.limits[hugepages-2Mi]: FieldValueInvalid',
      ],
    },
  },
});

test('the place of a limit is in its container, which the server seeks below the pod', () => {
  const manifest = inTemplate({ limits: { cpu: 1 } }, app({ limits: { cpu: 2 } }));
  expect(validate([manifest]).map(({ path }) => path.join('.'))).toEqual([
    'spec.template.spec.containers.0.resources.limits.cpu',
  ]);
});
