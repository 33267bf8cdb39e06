import { subjectRules } from '../../../../lib/validation/rules/server/subject';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const GROUP = 'rbac.authorization.k8s.io';
const roleRef = { kind: 'ClusterRole', name: 'reader' };
const granted = (...subjects: object[]) => object(`${GROUP}/v1`, 'RoleBinding', { roleRef, subjects });
const grantedAll = (...subjects: object[]) => object(`${GROUP}/v1`, 'ClusterRoleBinding', { roleRef, subjects });
const account = { kind: 'ServiceAccount', name: 'web' };

testRules(subjectRules, {
  'valid-subject-kind': {
    valid: {
      'no subjects': granted(),
      'the three kinds': granted(account, { kind: 'User', name: 'a' }, { kind: 'Group', name: 'a' }),
    },
    invalid: {
      none: [granted({ name: 'a' }), 'subjects[0].kind: FieldValueNotSupported'],
      'the second': [granted(account, { kind: 'user', name: 'a' }), 'subjects[1].kind: FieldValueNotSupported'],
    },
  },
  'valid-subject-name': {
    valid: {
      'any text for a user': granted({ kind: 'User', name: 'Ann <ann@example.com>' }),
      'an account': granted(account),
    },
    invalid: {
      none: [granted({ kind: 'User' }), 'subjects[0].name: FieldValueRequired'],
      'a colon in an account': [granted({ ...account, name: 'a:b' }), 'subjects[0].name: FieldValueInvalid'],
    },
  },
  'valid-subject-group': {
    valid: { 'none for a user': granted({ kind: 'User', name: 'a' }), 'none for an account': granted(account) },
    invalid: {
      'one for an account': [granted({ ...account, apiGroup: GROUP }), 'subjects[0].apiGroup: FieldValueNotSupported'],
      'another for a user': [
        granted({ kind: 'User', name: 'a', apiGroup: 'example.com' }),
        'subjects[0].apiGroup: FieldValueNotSupported',
      ],
    },
  },
  'require-subject-namespace': {
    valid: {
      'none in a RoleBinding': granted(account),
      'any text': grantedAll({ ...account, namespace: 'A b' }),
      'none for a user': grantedAll({ kind: 'User', name: 'a' }),
    },
    invalid: { 'none in a ClusterRoleBinding': [grantedAll(account), 'subjects[0].namespace: FieldValueRequired'] },
  },
});
