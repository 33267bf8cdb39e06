import { changeAt, isPlainObject, objectAt, type PlainObject } from '../plain-object';

/** Takes a field out of the object that is being cleaned, and notes that. */
type Drop = (path: readonly string[]) => void;

/** Annotations, labels and finalizers by which controllers keep their own books. */
const BOOKS: Readonly<Record<string, readonly RegExp[]>> = {
  annotations: [
    /^deployment\.kubernetes\.io\/(revision|desired-replicas|max-replicas)$/,
    /^deprecated\.daemonset\.template\.generation$/,
    /^pv\.kubernetes\.io\//,
    /^volume\.(beta\.)?kubernetes\.io\/(storage-provisioner|selected-node)$/,
    /^endpoints\.kubernetes\.io\/last-change-trigger-time$/,
  ],
  labels: [/^kubernetes\.io\/metadata\.name$/],
};
const FINALIZERS =
  /^kubernetes\.io\/(pvc|pv|pod)-protection$|^external-provisioner\.volume\.kubernetes\.io\/finalizer$/;

/** Labels with which the Job controller ties pods to their Job. */
const JOB_LABELS = [
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
  'controller-uid',
  'job-name',
] as const;

/** The tolerations of admission plugin DefaultTolerationSeconds. */
const TAINTS = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/**
 * Takes out what a cluster fills in when an object is created, beyond its defaults: allocated addresses, what admission
 * adds to a Pod, selectors of Jobs, the books of controllers.
 *
 * Follows kubernetes plugin/pkg/admission (serviceaccount, defaulttolerationseconds, priority), pkg/registry/core/service
 * alloc.go and pkg/registry/batch/job strategy.go `generateSelector`.
 */
export function dropGenerated(
  object: PlainObject,
  metadata: PlainObject,
  drop: Drop,
  current: () => PlainObject,
): PlainObject {
  for (const [field, patterns] of Object.entries(BOOKS))
    for (const key of Object.keys(objectAt(object, 'metadata', field)))
      if (patterns.some((pattern) => pattern.test(key))) drop(['metadata', field, key]);
  BY_KIND[String(object.kind)]?.(object, drop, metadata);
  return withoutGeneratedItems(current());
}

const BY_KIND: Readonly<Record<string, (object: PlainObject, drop: Drop, metadata: PlainObject) => void>> = {
  Deployment: (_, drop) => drop(['spec', 'template', 'spec', 'serviceAccount']),
  DaemonSet: (_, drop) => drop(['spec', 'template', 'spec', 'serviceAccount']),
  ReplicaSet: (_, drop) => drop(['spec', 'template', 'spec', 'serviceAccount']),
  StatefulSet: (_, drop) => drop(['spec', 'template', 'spec', 'serviceAccount']),
  CronJob: (_, drop) => drop(['spec', 'jobTemplate', 'spec', 'template', 'spec', 'serviceAccount']),
  Job(object, drop, { uid, name }) {
    drop(['spec', 'template', 'spec', 'serviceAccount']);
    if (objectAt(object, 'spec').manualSelector === true) return;
    drop(['spec', 'selector']);
    for (const place of [['metadata'], ['spec', 'template', 'metadata']]) {
      const labels = objectAt(object, ...place, 'labels');
      for (const label of JOB_LABELS)
        if (labels[label] === uid || labels[label] === name) drop([...place, 'labels', label]);
    }
  },
  Namespace: (_, drop) => drop(['spec']),
  PersistentVolume: (_, drop) => drop(['spec', 'claimRef']),
  PersistentVolumeClaim: (_, drop) => drop(['spec', 'volumeName']),
  Pod(object, drop) {
    const { serviceAccountName, priority, priorityClassName, preemptionPolicy } = objectAt(object, 'spec');
    drop(['spec', 'nodeName']);
    drop(['spec', 'serviceAccount']);
    if (serviceAccountName === 'default') drop(['spec', 'serviceAccountName']);
    if (priority === 0 || priorityClassName !== undefined) drop(['spec', 'priority']);
    if (preemptionPolicy === 'PreemptLowerPriority') drop(['spec', 'preemptionPolicy']);
  },
  Service(object, drop) {
    const { clusterIP } = objectAt(object, 'spec');
    if (clusterIP !== 'None') {
      drop(['spec', 'clusterIP']);
      drop(['spec', 'clusterIPs']);
    } else drop(['spec', 'clusterIPs']);
    if (objectAt(object, 'spec').ipFamilyPolicy === 'SingleStack') {
      drop(['spec', 'ipFamilyPolicy']);
      drop(['spec', 'ipFamilies']);
    }
  },
};

/** Without the list items that a cluster has added: tokens of the ServiceAccount, tolerations, finalizers. */
function withoutGeneratedItems(object: PlainObject): PlainObject {
  const finalizers = keepItems((item) => !FINALIZERS.test(String(item)));
  const kept = changeAt(object, ['metadata', 'finalizers'], finalizers);
  if (kept.kind !== 'Pod') return kept;
  const steps: readonly [string, (value: unknown) => unknown][] = [
    ['volumes', keepItems((volume) => !isToken(objectAt(volume).name))],
    ['containers', eachItem(withoutTokenMount)],
    ['initContainers', eachItem(withoutTokenMount)],
    ['tolerations', keepItems((toleration) => !isDefaultToleration(objectAt(toleration)))],
  ];
  return steps.reduce((pod, [field, change]) => changeAt(pod, ['spec', field], change), kept);
}

function withoutTokenMount(container: unknown): unknown {
  if (!isPlainObject(container)) return container;
  return changeAt(
    container,
    ['volumeMounts'],
    keepItems((mount) => !isToken(objectAt(mount).name)),
  );
}

function isToken(name: unknown): boolean {
  return /^kube-api-access-[a-z0-9]{5}$/.test(String(name));
}

function isDefaultToleration({ effect, key, operator, tolerationSeconds }: PlainObject): boolean {
  return effect === 'NoExecute' && operator === 'Exists' && tolerationSeconds === 300 && TAINTS.includes(String(key));
}

/** Keeps some items of a list, and no list without items. */
function keepItems(keeps: (item: unknown) => boolean): (value: unknown) => unknown {
  return (value) => {
    if (!Array.isArray(value)) return value;
    const kept = value.filter(keeps);
    if (kept.length === value.length) return value;
    return kept.length > 0 ? kept : undefined;
  };
}

function eachItem(change: (item: unknown) => unknown): (value: unknown) => unknown {
  return (value) => (Array.isArray(value) ? value.map(change) : value);
}
