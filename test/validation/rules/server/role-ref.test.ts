import { roleRefRules } from '../../../../lib/validation/rules/server/role-ref';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const GROUP = 'rbac.authorization.k8s.io';
const binding = (roleRef: object) => object(`${GROUP}/v1`, 'RoleBinding', { roleRef });
const clusterBinding = (roleRef: object) => object(`${GROUP}/v1`, 'ClusterRoleBinding', { roleRef });

testRules(roleRefRules, {
  'valid-role-ref-group': {
    valid: {
      none: binding({ kind: 'Role', name: 'a' }),
      'the group': binding({ apiGroup: GROUP, kind: 'Role', name: 'a' }),
    },
    invalid: {
      'with a version': [
        binding({ apiGroup: `${GROUP}/v1`, kind: 'Role', name: 'a' }),
        'roleRef.apiGroup: FieldValueNotSupported',
      ],
    },
  },
  'valid-role-ref-kind': {
    valid: {
      'a Role': binding({ kind: 'Role', name: 'a' }),
      'a ClusterRole in a namespace': binding({ kind: 'ClusterRole', name: 'a' }),
      'a ClusterRole': clusterBinding({ kind: 'ClusterRole', name: 'a' }),
    },
    invalid: {
      'no roleRef': [object(`${GROUP}/v1`, 'RoleBinding'), 'roleRef.kind: FieldValueNotSupported'],
      'a Role for the cluster': [clusterBinding({ kind: 'Role', name: 'a' }), 'roleRef.kind: FieldValueNotSupported'],
    },
  },
  'valid-role-ref-name': {
    valid: { 'colons and spaces': binding({ kind: 'Role', name: 'system: a' }) },
    invalid: {
      none: [binding({ kind: 'Role' }), 'roleRef.name: FieldValueRequired'],
      'a slash': [binding({ kind: 'Role', name: 'a/b' }), 'roleRef.name: FieldValueInvalid'],
    },
  },
});
