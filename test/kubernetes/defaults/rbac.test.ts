import { defaulted } from './defaulted';

const apiGroup = 'rbac.authorization.k8s.io';

describe.each(['RoleBinding', 'ClusterRoleBinding'])('defaultRoleBinding, %s', (kind) => {
  test('names the group of roles, users and groups', () => {
    const subjects = [
      { kind: 'User', name: 'u' },
      { kind: 'Group', name: 'g', apiGroup: '' },
      { kind: 'ServiceAccount', name: 's' },
      { kind: 'User', name: 'x', apiGroup: 'example.com' },
    ];
    const roleRef = { kind: 'ClusterRole', name: 'view', apiGroup: '' };
    expect(defaulted({ apiVersion: `${apiGroup}/v1`, kind, roleRef, subjects })).toMatchObject({
      roleRef: { kind: 'ClusterRole', name: 'view', apiGroup },
      subjects: [
        { kind: 'User', name: 'u', apiGroup },
        { kind: 'Group', name: 'g', apiGroup },
        { kind: 'ServiceAccount', name: 's' },
        { kind: 'User', name: 'x', apiGroup: 'example.com' },
      ],
    });
  });

  test('gives a service account no group', () => {
    const subjects = [{ kind: 'ServiceAccount', name: 's', namespace: 'default' }];
    expect(defaulted({ apiVersion: `${apiGroup}/v1`, kind, roleRef: {}, subjects }).subjects).toEqual(subjects);
  });
});
