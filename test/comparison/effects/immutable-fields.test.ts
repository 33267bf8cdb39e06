import { changeBetween, deployment, object, template } from '../versions';

type Json = Record<string, unknown>;

const ports = [{ port: 80 }];
const service = (spec: Json) => object('Service', { spec: { ports, ...spec } });
const job = (spec: Json, container: Json = {}, podSpec: Json = {}) =>
  object('Job', { spec: { template: template(container, { restartPolicy: 'Never', ...podSpec }), ...spec } });
const statefulSet = (spec: Json) =>
  object('StatefulSet', { spec: { selector: { matchLabels: { app: 'web' } }, template: template(), ...spec } });
const pod = (container: Json, spec: Json = {}) =>
  object('Pod', { spec: { containers: [{ name: 'app', image: 'nginx:1.28', ...container }], ...spec } });
const claim = (storage: string, spec: Json = {}) =>
  object('PersistentVolumeClaim', {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...spec },
  });
const volume = (spec: Json) =>
  object('PersistentVolume', { spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], ...spec } });
const affinity = { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'Exists' }] }] } };
const toleration = (key: string) => ({ key, operator: 'Exists' });

const isRefused = (before: Json, after: Json, kubeVersion?: string) =>
  changeBetween(before, after, kubeVersion).effects.some(({ kind }) => kind === 're-creates');

test.each<[string, Json, Json, string?]>([
  ['the selector of a Deployment', deployment(), deployment({ selector: { matchLabels: { app: 'web', a: 'b' } } })],
  ['the service of a StatefulSet', statefulSet({ serviceName: 'a' }), statefulSet({ serviceName: 'b' })],
  ['the pod management of a StatefulSet', statefulSet({}), statefulSet({ podManagementPolicy: 'Parallel' })],
  ['the history of a StatefulSet up to 1.32', statefulSet({}), statefulSet({ revisionHistoryLimit: 3 }), '1.32'],
  ['the template of a Job', job({}), job({}, { image: 'nginx:1.29' })],
  ['the completions of a Job', job({ completions: 2 }), job({ completions: 3 })],
  ['the completion mode of a Job', job({ completions: 2 }), job({ completions: 2, completionMode: 'Indexed' })],
  ['the node selector of a Job that runs', job({}), job({}, {}, { nodeSelector: { a: 'b' } })],
  ['the image of a Job that is suspended', job({ suspend: true }), job({ suspend: true }, { image: 'nginx:1.29' })],
  ['the command of a Pod', pod({}), pod({ command: ['sh'] })],
  ['a longer deadline of a Pod', pod({}, { activeDeadlineSeconds: 5 }), pod({}, { activeDeadlineSeconds: 9 })],
  [
    'a toleration that a Pod loses',
    pod({}, { tolerations: [toleration('a')] }),
    pod({}, { tolerations: [toleration('b')] }),
  ],
  ['the class of a claim', claim('1Gi'), claim('1Gi', { storageClassName: 'fast' })],
  ['a claim that shrinks', claim('2Gi'), claim('1Gi')],
  ['the source of a volume', volume({ hostPath: { path: '/a' } }), volume({ hostPath: { path: '/b' } })],
  [
    'the affinity of a volume',
    volume({ nodeAffinity: affinity, hostPath: { path: '/a' } }),
    volume({ hostPath: { path: '/a' } }),
  ],
  ['the address of a Service', service({}), service({ clusterIP: 'None' })],
  ['the first family of a Service', service({ ipFamilies: ['IPv4'] }), service({ ipFamilies: ['IPv6'] })],
  [
    'the class of a load balancer',
    service({ type: 'LoadBalancer' }),
    service({ type: 'LoadBalancer', loadBalancerClass: 'a/b' }),
  ],
  [
    'an immutable ConfigMap',
    object('ConfigMap', { immutable: true, data: { a: '1' } }),
    object('ConfigMap', { immutable: true, data: { a: '2' } }),
  ],
  ['an immutable ConfigMap to be mutable', object('ConfigMap', { immutable: true }), object('ConfigMap')],
  ['the type of a Secret', object('Secret'), object('Secret', { type: 'example.com/a' })],
  [
    'an immutable Secret',
    object('Secret', { immutable: true, stringData: { a: '1' } }),
    object('Secret', { immutable: true, stringData: { a: '2' } }),
  ],
  [
    'the role of a binding',
    object('RoleBinding', { roleRef: { kind: 'Role', name: 'a', apiGroup: 'rbac.authorization.k8s.io' } }),
    object('RoleBinding', { roleRef: { kind: 'Role', name: 'b', apiGroup: 'rbac.authorization.k8s.io' } }),
  ],
  [
    'the parameters of a StorageClass',
    object('StorageClass', { provisioner: 'a', parameters: { a: '1' } }),
    object('StorageClass', { provisioner: 'a', parameters: { a: '2' } }),
  ],
  ['the value of a PriorityClass', object('PriorityClass', { value: 1 }), object('PriorityClass', { value: 2 })],
  [
    'the controller of an IngressClass',
    object('IngressClass', { spec: { controller: 'a/b' } }),
    object('IngressClass', { spec: { controller: 'a/c' } }),
  ],
  ['the handler of a RuntimeClass', object('RuntimeClass', { handler: 'a' }), object('RuntimeClass', { handler: 'b' })],
  [
    'the node of a ResourceSlice',
    object('ResourceSlice', { spec: { nodeName: 'a' } }),
    object('ResourceSlice', { spec: { nodeName: 'b' } }),
  ],
  [
    'whether a CSIDriver attaches',
    object('CSIDriver', { spec: {} }),
    object('CSIDriver', { spec: { attachRequired: false } }),
  ],
])('the API server refuses to change %s', (_name, ...versions) => {
  expect(isRefused(...versions)).toBe(true);
});

test.each<[string, Json, Json, string?]>([
  ['the replicas of a StatefulSet', statefulSet({}), statefulSet({ replicas: 3 })],
  ['the history of a StatefulSet from 1.33 on', statefulSet({}), statefulSet({ revisionHistoryLimit: 3 }), '1.33'],
  ['the parallelism of a Job', job({}), job({ parallelism: 2 })],
  [
    'the size of an indexed Job as a whole',
    job({ completionMode: 'Indexed', completions: 2, parallelism: 2 }),
    job({ completionMode: 'Indexed', completions: 3, parallelism: 3 }),
  ],
  [
    'the node selector of a Job that is suspended',
    job({ suspend: true }),
    job({ suspend: true }, {}, { nodeSelector: { a: 'b' } }),
  ],
  ['the image of a Pod', pod({}), pod({ image: 'nginx:1.29' })],
  ['a shorter deadline of a Pod', pod({}), pod({}, { activeDeadlineSeconds: 9 })],
  ['one toleration more of a Pod', pod({}), pod({}, { tolerations: [toleration('a')] })],
  ['a claim that grows', claim('1Gi'), claim('2Gi')],
  ['the volume of a claim that has none', claim('1Gi'), claim('1Gi', { volumeName: 'a' })],
  ['the attributes class of a claim', claim('1Gi'), claim('1Gi', { volumeAttributesClassName: 'a' })],
  [
    'the capacity of a volume',
    volume({ hostPath: { path: '/a' } }),
    volume({ capacity: { storage: '2Gi' }, hostPath: { path: '/a' } }),
  ],
  [
    'a first affinity of a volume',
    volume({ hostPath: { path: '/a' } }),
    volume({ nodeAffinity: affinity, hostPath: { path: '/a' } }),
  ],
  ['an address that a Service no longer names', service({ clusterIP: '10.0.0.1' }), service({})],
  ['a second family of a Service', service({ ipFamilies: ['IPv4'] }), service({ ipFamilies: ['IPv4', 'IPv6'] })],
  ['the ports of a Service', service({}), service({ ports: [{ port: 81 }] })],
  ['a ConfigMap', object('ConfigMap', { data: { a: '1' } }), object('ConfigMap', { data: { a: '2' } })],
  ['a ConfigMap to be immutable', object('ConfigMap'), object('ConfigMap', { immutable: true })],
  [
    'the labels of an immutable ConfigMap',
    object('ConfigMap', { immutable: true }),
    object('ConfigMap', { immutable: true }, { labels: { a: 'b' } }),
  ],
])('the API server takes a change of %s', (_name, ...versions) => {
  expect(isRefused(...versions)).toBe(false);
});
