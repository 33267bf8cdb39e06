import { hostUsersRules } from '../../../../lib/validation/rules/server/host-users';
import { validate } from '../../../../lib/validation/validate';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const everything = { hostNetwork: true, hostPID: true, hostIPC: true };

testRules(hostUsersRules, {
  'no-host-namespace-with-own-users': {
    valid: {
      'the users of the host': pod({ hostUsers: true, ...everything }),
      'users of its own': pod({ hostUsers: false, hostNetwork: false }),
      'before 1.33, which drops the field': { manifest: pod({ hostUsers: false, ...everything }), kubeVersion: '1.32' },
    },
    invalid: {
      'each namespace': [
        pod({ hostUsers: false, ...everything }),
        'spec.hostNetwork: FieldValueForbidden',
        'spec.HostPID: FieldValueForbidden',
        'spec.HostIPC: FieldValueForbidden',
      ],
    },
  },
});

test('the namespaces are placed by their own names', () => {
  const found = validate([pod({ hostUsers: false, ...everything })]);
  expect(found.map(({ path }) => path)).toEqual([
    ['spec', 'hostNetwork'],
    ['spec', 'hostPID'],
    ['spec', 'hostIPC'],
  ]);
});
