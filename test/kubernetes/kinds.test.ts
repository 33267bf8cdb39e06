import { apiVersionOf, findKind, isBuiltInGroup, isServed, kinds } from '../../lib/kubernetes/kinds';
import { typeInfo } from '../../lib/kubernetes/types';

test.each([
  ['v1', 'Pod', true, []],
  ['v1', 'Namespace', false, undefined],
  ['apps/v1', 'Deployment', true, ['spec', 'template']],
  ['batch/v1', 'CronJob', true, ['spec', 'jobTemplate', 'spec', 'template']],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', false, undefined],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', true, undefined],
  ['v1', 'PersistentVolume', false, undefined],
])('%s %s', (apiVersion, name, namespaced, podTemplate) => {
  expect(findKind(apiVersion, name)).toMatchObject({ kind: name, namespaced });
  expect(findKind(apiVersion, name)?.podTemplate).toEqual(podTemplate);
});

test.each([
  ['v1', 'Deployment'],
  ['apps/v1', 'deployment'],
  ['v1', 'Status'],
  ['v1', 'PodList'],
  ['autoscaling/v1', 'Scale'],
  ['extensions/v1beta1', 'Ingress'],
])('%s %s is no kind that a manifest can hold', (apiVersion, name) =>
  expect(findKind(apiVersion, name)).toBeUndefined(),
);

test('kinds come and go with the minors', () => {
  const beta = findKind('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema');
  const policy = findKind('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy');
  expect(beta && [isServed(beta, 31), isServed(beta, 32)]).toEqual([true, false]);
  expect(policy && [isServed(policy, 29), isServed(policy, 30)]).toEqual([false, true]);
});

test.each([
  ['', true],
  ['apps', true],
  ['networking.k8s.io', true],
  ['serving.knative.dev', false],
  ['gateway.networking.k8s.io', false],
])('group %j is built in: %s', (group, builtIn) => expect(isBuiltInGroup(group)).toBe(builtIn));

test('every kind has a type with metadata, and a name of its own', () => {
  for (const kind of kinds) expect([kind.kind, typeInfo(kind.type).fields.has('metadata')]).toEqual([kind.kind, true]);
  expect(new Set(kinds.map((kind) => `${apiVersionOf(kind)} ${kind.kind}`)).size).toBe(kinds.length);
});
