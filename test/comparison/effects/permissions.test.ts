import { effectsBetween, object } from '../versions';

type Json = Record<string, unknown>;

const rule = (verbs: string[], resources: string[], more: Json = {}) => ({
  apiGroups: [''],
  resources,
  verbs,
  ...more,
});
const role = (...rules: Json[]) => object('Role', { rules });
const clusterRole = (...rules: Json[]) => object('ClusterRole', { rules });
const urls = (...nonResourceURLs: string[]) => ({ nonResourceURLs, verbs: ['get'] });
const subject = (name: string) => ({ kind: 'ServiceAccount', namespace: 'shop', name });
const binding = (name: string, ...subjects: Json[]) =>
  object('RoleBinding', { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name }, subjects });

test.each<[string, Json | undefined, Json, string[]]>([
  ['a verb', role(rule(['get'], ['pods'])), role(rule(['get', 'delete'], ['pods'])), ['rules: permits to delete pods']],
  [
    'a resource of a group',
    role(),
    role(rule(['get'], ['deployments'], { apiGroups: ['apps'] })),
    ['rules: permits to get deployments of apps'],
  ],
  [
    'everything',
    role(rule(['get'], ['pods'])),
    role(rule(['*'], ['*'], { apiGroups: ['*'] })),
    ['rules: permits to do anything with all resources of all groups'],
  ],
  [
    'more than one object',
    role(rule(['get'], ['secrets'], { resourceNames: ['a'] })),
    role(rule(['get'], ['secrets'])),
    ['rules: permits to get secrets'],
  ],
  [
    'another object',
    role(rule(['get'], ['secrets'], { resourceNames: ['a'] })),
    role(rule(['get'], ['secrets'], { resourceNames: ['a', 'b'] })),
    ['rules: permits to get secrets b'],
  ],
  [
    'a URL',
    clusterRole(urls('/healthz')),
    clusterRole(urls('/healthz', '/metrics')),
    ['rules: permits to get /metrics'],
  ],
  ['what a new role permits', undefined, role(rule(['get'], ['pods'])), ['rules: permits to get pods']],
  [
    'the rules of other roles',
    clusterRole(),
    object('ClusterRole', { rules: [], aggregationRule: { clusterRoleSelectors: [{}] } }),
    ['aggregationRule: takes up the rules of other roles'],
  ],
  [
    'a role to one more',
    binding('a', subject('x')),
    binding('a', subject('x'), subject('y')),
    ['subjects: ServiceAccount shop/y gets Role a'],
  ],
  [
    'another role',
    binding('a', subject('x')),
    binding('b', subject('x')),
    ['roleRef: ServiceAccount shop/x gets Role b'],
  ],
  ['a role by a new binding', undefined, binding('a', subject('x')), ['roleRef: ServiceAccount shop/x gets Role a']],
  [
    'a token',
    object('ServiceAccount', { automountServiceAccountToken: false }),
    object('ServiceAccount'),
    ['automountServiceAccountToken: pods get its token'],
  ],
])('a change grants %s', (_name, before, after, expected) => {
  expect(effectsBetween('loosens-security', before, after)).toEqual(expected);
});

test.each<[string, Json, Json]>([
  ['rules are divided', role(rule(['get', 'list'], ['pods'])), role(rule(['get'], ['pods']), rule(['list'], ['pods']))],
  ['a wildcard becomes a list', role(rule(['*'], ['*'])), role(rule(['get'], ['pods', 'pods/log']))],
  ['a subresource is under a wildcard', role(rule(['get'], ['*/scale'])), role(rule(['get'], ['deployments/scale']))],
  ['a URL is under a wildcard', clusterRole(urls('/api/*')), clusterRole(urls('/api/v1'))],
  [
    'one object is picked',
    role(rule(['get'], ['secrets'])),
    role(rule(['get'], ['secrets'], { resourceNames: ['a'] })),
  ],
  ['a subject goes', binding('a', subject('x'), subject('y')), binding('a', subject('x'))],
])('a change grants nothing when %s', (_name, before, after) => {
  expect(effectsBetween('loosens-security', before, after)).toEqual([]);
});
