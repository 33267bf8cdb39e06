import { podOsRules } from '../../../../lib/validation/rules/server/pod-os';
import { validate } from '../../../../lib/validation/validate';
import { pod, podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const windows = { os: { name: 'windows' } };
const linux = { os: { name: 'linux' } };
const windowsOptions = { runAsUserName: 'web' };

testRules(podOsRules, {
  'valid-pod-os': {
    valid: { linux: pod(linux), windows: pod(windows), none: pod() },
    invalid: {
      'no name': [pod({ os: {} }), 'spec.os.name: FieldValueRequired'],
      'upper case': [pod({ os: { name: 'Linux' } }), 'spec.os: FieldValueNotSupported'],
    },
  },
  'no-windows-options-on-linux': {
    valid: {
      'no os': pod({ securityContext: { windowsOptions } }),
      windows: pod({ ...windows, securityContext: { windowsOptions } }),
    },
    invalid: {
      'of the pod, even empty': [
        pod({ ...linux, securityContext: { windowsOptions: {} } }),
        'spec.securityContext.windowsOptions: FieldValueForbidden',
      ],
      'of an init container': [
        podWithInitContainer({ securityContext: { windowsOptions } }, linux),
        'spec.initContainers[0].securityContext.windowsOptions: FieldValueForbidden',
      ],
    },
  },
  'no-linux-settings-on-windows': {
    valid: {
      'host network': pod({ ...windows, hostNetwork: true, hostPID: false, securityContext: { sysctls: [] } }),
      linux: podWithContainer({ securityContext: { runAsUser: 1000 } }, { ...linux, securityContext: { fsGroup: 1 } }),
      'hostUsers before 1.33, which drops it': {
        manifest: pod({ ...windows, hostUsers: true }),
        kubeVersion: '1.32',
      },
    },
    invalid: {
      'in the spec, even false': [
        pod({ ...windows, hostUsers: true, shareProcessNamespace: false, hostPID: true, hostIPC: true, resources: {} }),
        'spec.hostUsers: FieldValueForbidden',
        'spec.shareProcessNamespace: FieldValueForbidden',
        'spec.hostPID: FieldValueForbidden',
        'spec.hostIPC: FieldValueForbidden',
        'spec.resources: FieldValueForbidden',
      ],
      'in the security context': [
        pod({
          ...windows,
          securityContext: {
            runAsUser: 0,
            supplementalGroups: [],
            seLinuxOptions: {},
            sysctls: [{ name: 'kernel.sem' }],
          },
        }),
        'spec.securityContext.runAsUser: FieldValueForbidden',
        'spec.securityContext.supplementalGroups: FieldValueForbidden',
        'spec.securityContext.seLinuxOptions: FieldValueForbidden',
        'spec.securityContext.sysctls: FieldValueForbidden',
      ],
      'in a container': [
        podWithContainer({ securityContext: { privileged: false, capabilities: {}, runAsNonRoot: true } }, windows),
        'spec.containers[0].securityContext.privileged: FieldValueForbidden',
        'spec.containers[0].securityContext.capabilities: FieldValueForbidden',
      ],
    },
  },
});

test('of the resources of a windows pod as a whole, no more is said than that it may not have any', () => {
  const resources = {
    limits: { gpu: 1, cpu: -1, 'hugepages-2Mi': 1 },
    requests: { cpu: 2, 'a.b/c': '500m' },
    claims: [{ name: 'a', request: 'A' }, { name: 'a' }, {}],
  };
  const containers = [{ name: 'app', image: 'a', resources: { limits: { cpu: 4 } } }];
  const found = validate([pod({ ...windows, resources, containers })]);
  expect(found.map(({ field, reason }) => [field, reason])).toEqual([['spec.resources', 'FieldValueForbidden']]);
});

test('a misspelt os is placed at its name, with the name that was meant', () => {
  const [found] = validate([pod({ os: { name: 'Linux' } })]);
  expect([found?.path, found?.fix]).toEqual([['spec', 'os', 'name'], 'Did you mean linux?']);
});
