import { apiVersionOf, kinds } from '../../../lib/kubernetes/kinds';
import { applyTier } from '../../../lib/synthesis/layout/apply-tier';

const tier = (name: string) => {
  const [apiVersion, kind] = name.split(' ');
  return applyTier({ apiVersion, kind });
};
const custom = tier('example.com/v1 Widget');

test.each([
  ['a Namespace', 'v1 Namespace', 'what lives in it', 'v1 ServiceAccount'],
  [
    'a CustomResourceDefinition',
    'apiextensions.k8s.io/v1 CustomResourceDefinition',
    'its objects',
    'example.com/v1 Widget',
  ],
  ['a PriorityClass', 'scheduling.k8s.io/v1 PriorityClass', 'pods', 'v1 Pod'],
  ['a RuntimeClass', 'node.k8s.io/v1 RuntimeClass', 'pods', 'v1 Pod'],
  ['a LimitRange', 'v1 LimitRange', 'pods', 'v1 Pod'],
  ['a ServiceAccount', 'v1 ServiceAccount', 'pods', 'v1 Pod'],
  ['a Role', 'rbac.authorization.k8s.io/v1 Role', 'its binding', 'rbac.authorization.k8s.io/v1 RoleBinding'],
  ['a ClusterRole', 'rbac.authorization.k8s.io/v1 ClusterRole', 'bindings', 'rbac.authorization.k8s.io/v1 RoleBinding'],
  ['a ConfigMap', 'v1 ConfigMap', 'workloads', 'apps/v1 Deployment'],
  ['a Secret', 'v1 Secret', 'workloads', 'batch/v1 CronJob'],
  ['a StorageClass', 'storage.k8s.io/v1 StorageClass', 'claims', 'v1 PersistentVolumeClaim'],
  ['a PersistentVolume', 'v1 PersistentVolume', 'claims', 'v1 PersistentVolumeClaim'],
  ['a claim', 'v1 PersistentVolumeClaim', 'workloads', 'apps/v1 StatefulSet'],
  ['a NetworkPolicy', 'networking.k8s.io/v1 NetworkPolicy', 'the pods that it isolates', 'apps/v1 DaemonSet'],
  ['a Service', 'v1 Service', 'workloads', 'apps/v1 Deployment'],
  ['a workload', 'apps/v1 Deployment', 'its autoscaler', 'autoscaling/v2 HorizontalPodAutoscaler'],
  ['an IngressClass', 'networking.k8s.io/v1 IngressClass', 'an Ingress', 'networking.k8s.io/v1 Ingress'],
  ['an operator', 'apps/v1 Deployment', 'custom resources', 'example.com/v1 Widget'],
  [
    'a custom resource',
    'example.com/v1 Widget',
    'webhooks',
    'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration',
  ],
  [
    'an admission policy',
    'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy',
    'its binding',
    'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding',
  ],
])('%s (%s) comes before %s (%s)', (_before, one, _after, other) => {
  expect(tier(one)).toBeLessThan(tier(other));
});

test('all kinds of workloads are in one tier', () => {
  const workloads = ['v1 Pod', 'apps/v1 Deployment', 'apps/v1 StatefulSet', 'apps/v1 DaemonSet', 'batch/v1 Job'];
  expect(new Set(workloads.map(tier)).size).toBe(1);
});

test('a custom resource is one whatever its kind is called', () => {
  expect(tier('serving.knative.dev/v1 Service')).toBe(custom);
});

test('every kind that the cluster stores has a tier', () => {
  const placeless = kinds.filter((kind) => tier(`${apiVersionOf(kind)} ${kind.kind}`) === custom);
  expect(new Set(placeless.map(({ kind }) => kind).filter((kind) => !kind.endsWith('Review')))).toEqual(new Set());
});
