import { cleanObject } from '../../../lib/migration/cleaning/clean-object';
import { madeByCluster } from '../../../lib/migration/cleaning/made-by-cluster';
import type { PlainObject } from '../../../lib/migration/plain-object';

/** What tells that an object was read from a cluster. */
const READ = { uid: '1', creationTimestamp: '2024-01-01T00:00:00Z', resourceVersion: '5' };
const READ_PATHS = ['metadata.creationTimestamp', 'metadata.resourceVersion', 'metadata.uid'];

const object = (kind: string, metadata: PlainObject, rest: PlainObject = {}) => ({
  apiVersion: ['Pod', 'Service', 'Namespace', 'ConfigMap', 'PersistentVolumeClaim'].includes(kind) ? 'v1' : 'batch/v1',
  kind,
  metadata: { name: 'a', ...metadata },
  ...rest,
});

/** An object, what is left beside its type, and what was taken out. */
const objects: [name: string, given: PlainObject, left: PlainObject, removed: string[]][] = [
  [
    'what a person wrote',
    object('ConfigMap', {}, { data: { a: '' } }),
    { metadata: { name: 'a' }, data: { a: '' } },
    [],
  ],
  [
    'what the server writes',
    object('Pod', { creationTimestamp: null, managedFields: [], generation: 2, selfLink: 'x' }, { status: {} }),
    { metadata: { name: 'a' } },
    ['metadata.generation', 'metadata.managedFields', 'metadata.selfLink', 'status'],
  ],
  [
    'what kubectl apply remembers',
    object('Pod', { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } }),
    { metadata: { name: 'a' } },
    ['metadata.annotations.kubectl.kubernetes.io/last-applied-configuration'],
  ],
  [
    'null and empty metadata',
    object('ConfigMap', { labels: {}, annotations: null }, { data: { a: null }, immutable: null }),
    { metadata: { name: 'a' }, data: { a: null } },
    [],
  ],
  [
    'a Pod of a cluster',
    object('Pod', READ, {
      spec: {
        nodeName: 'n1',
        serviceAccount: 'default',
        serviceAccountName: 'default',
        priority: 0,
        preemptionPolicy: 'PreemptLowerPriority',
        containers: [{ name: 'c', volumeMounts: [{ name: 'kube-api-access-x2v5z' }, { name: 'data' }] }],
        volumes: [{ name: 'kube-api-access-x2v5z' }, { name: 'data' }],
        tolerations: [
          { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
          { key: 'mine', operator: 'Exists' },
        ],
      },
    }),
    {
      metadata: { name: 'a' },
      spec: {
        containers: [{ name: 'c', volumeMounts: [{ name: 'data' }] }],
        volumes: [{ name: 'data' }],
        tolerations: [{ key: 'mine', operator: 'Exists' }],
      },
    },
    [
      ...READ_PATHS,
      ...['spec.nodeName', 'spec.preemptionPolicy', 'spec.priority', 'spec.serviceAccount', 'spec.serviceAccountName'],
    ],
  ],
  [
    'a Pod that a person wrote so',
    object('Pod', {}, { spec: { nodeName: 'n1', priority: 0 } }),
    { metadata: { name: 'a' }, spec: { nodeName: 'n1', priority: 0 } },
    [],
  ],
  [
    'a headless Service of a cluster',
    object('Service', READ, { spec: { clusterIP: 'None', clusterIPs: ['None'], ipFamilyPolicy: 'PreferDualStack' } }),
    { metadata: { name: 'a' }, spec: { clusterIP: 'None', ipFamilyPolicy: 'PreferDualStack' } },
    [...READ_PATHS, 'spec.clusterIPs'],
  ],
  [
    'a Job of a cluster',
    object('Job', READ, {
      spec: {
        selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': '1' } },
        template: { metadata: { labels: { 'controller-uid': '1', 'job-name': 'a', mine: 'x' } } },
      },
    }),
    { metadata: { name: 'a' }, spec: { template: { metadata: { labels: { mine: 'x' } } } } },
    [
      ...READ_PATHS,
      'spec.selector',
      'spec.template.metadata.labels.controller-uid',
      'spec.template.metadata.labels.job-name',
    ],
  ],
  [
    'a claim of a cluster',
    object(
      'PersistentVolumeClaim',
      {
        ...READ,
        finalizers: ['kubernetes.io/pvc-protection'],
        annotations: { 'pv.kubernetes.io/bound-by-controller': 'yes' },
      },
      { spec: { volumeName: 'pvc-1', storageClassName: 'fast' } },
    ),
    { metadata: { name: 'a' }, spec: { storageClassName: 'fast' } },
    ['metadata.annotations.pv.kubernetes.io/bound-by-controller', ...READ_PATHS, 'spec.volumeName'],
  ],
  [
    'a Namespace of a cluster',
    object(
      'Namespace',
      { ...READ, labels: { 'kubernetes.io/metadata.name': 'a' } },
      { spec: { finalizers: ['kubernetes'] } },
    ),
    { metadata: { name: 'a' } },
    [...READ_PATHS.slice(0, 1), 'metadata.labels.kubernetes.io/metadata.name', ...READ_PATHS.slice(1), 'spec'],
  ],
];

test.each(objects)('%s', (_name, given, left, removed) => {
  const before = JSON.stringify(given);
  const clean = cleanObject(given);
  const { apiVersion: _, kind: __, ...rest } = clean.object;
  expect(rest).toEqual(left);
  expect([...clean.removed].sort()).toEqual(removed);
  expect(JSON.stringify(given)).toBe(before);
});

test('a custom resource keeps its status, unless it was read from a cluster', () => {
  const shop = {
    apiVersion: 'example.com/v1',
    kind: 'Shop',
    metadata: { name: 'a' },
    spec: null,
    status: { open: true },
  };
  expect(cleanObject(shop).object).toEqual(shop);
  const { status: _, ...rest } = shop;
  expect(cleanObject({ ...shop, metadata: { ...shop.metadata, ...READ } }).object).toEqual(rest);
});

test.each([
  ['its owner', object('Pod', { ...READ, ownerReferences: [{ kind: 'Job', name: 'b', controller: true }] }), 'Job/b'],
  [
    'nobody, where the owner is no controller',
    object('Pod', { ...READ, ownerReferences: [{ kind: 'X', name: 'b' }] }),
    undefined,
  ],
  ['the cluster', object('ConfigMap', { ...READ, name: 'kube-root-ca.crt' }), 'the cluster'],
  ['nobody, where a person wrote it', object('ConfigMap', { name: 'kube-root-ca.crt' }), undefined],
])('an object of a cluster is made by %s', (_name, given, maker) => {
  expect(madeByCluster(given)).toBe(maker);
});
