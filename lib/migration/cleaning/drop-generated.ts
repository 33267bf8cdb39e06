import { changeAt, isPlainObject, objectAt, type PlainObject } from '../plain-object';
import type { Draft } from './draft';

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
 * @param metadata The metadata as it was read.
 *
 * Follows kubernetes plugin/pkg/admission (serviceaccount, defaulttolerationseconds, priority), pkg/registry/core/service
 * alloc.go and pkg/registry/batch/job strategy.go `generateSelector`.
 */
export function dropGenerated(draft: Draft, metadata: PlainObject): void {
  for (const [field, patterns] of Object.entries(BOOKS)) {
    for (const key of Object.keys(draft.at('metadata', field)))
      if (patterns.some((pattern) => pattern.test(key))) draft.drop('metadata', field, key);
  }
  BY_KIND[String(draft.object.kind)]?.(draft, metadata);
  draft.change(
    ['metadata', 'finalizers'],
    keepItems((item) => !FINALIZERS.test(String(item))),
  );
}

/** The alias that the server writes beside `serviceAccountName`. */
const dropAlias = (draft: Draft): void => draft.drop('spec', 'template', 'spec', 'serviceAccount');

const BY_KIND: Readonly<Record<string, (draft: Draft, metadata: PlainObject) => void>> = {
  Deployment: dropAlias,
  DaemonSet: dropAlias,
  ReplicaSet: dropAlias,
  StatefulSet: dropAlias,
  CronJob: (draft) => draft.drop('spec', 'jobTemplate', 'spec', 'template', 'spec', 'serviceAccount'),
  Job: dropFromJob,
  Namespace: (draft) => draft.drop('spec'),
  PersistentVolume: (draft) => draft.drop('spec', 'claimRef'),
  PersistentVolumeClaim: (draft) => draft.drop('spec', 'volumeName'),
  Pod: dropFromPod,
  Service: dropFromService,
};

function dropFromJob(draft: Draft, { uid, name }: PlainObject): void {
  dropAlias(draft);
  if (draft.at('spec').manualSelector === true) return;
  draft.drop('spec', 'selector');
  for (const place of [['metadata'], ['spec', 'template', 'metadata']]) {
    const labels = draft.at(...place, 'labels');
    for (const label of JOB_LABELS)
      if (labels[label] === uid || labels[label] === name) draft.drop(...place, 'labels', label);
  }
}

function dropFromPod(draft: Draft): void {
  const { serviceAccountName, priority, priorityClassName, preemptionPolicy } = draft.at('spec');
  draft.drop('spec', 'nodeName');
  draft.drop('spec', 'serviceAccount');
  if (serviceAccountName === 'default') draft.drop('spec', 'serviceAccountName');
  if (priority === 0 || priorityClassName !== undefined) draft.drop('spec', 'priority');
  if (preemptionPolicy === 'PreemptLowerPriority') draft.drop('spec', 'preemptionPolicy');
  draft.change(
    ['spec', 'volumes'],
    keepItems((volume) => !isToken(objectAt(volume).name)),
  );
  draft.change(['spec', 'containers'], eachItem(withoutTokenMount));
  draft.change(['spec', 'initContainers'], eachItem(withoutTokenMount));
  draft.change(
    ['spec', 'tolerations'],
    keepItems((toleration) => !isDefaultToleration(objectAt(toleration))),
  );
}

function dropFromService(draft: Draft): void {
  const { clusterIP, ipFamilyPolicy } = draft.at('spec');
  if (clusterIP !== 'None') draft.drop('spec', 'clusterIP');
  draft.drop('spec', 'clusterIPs');
  if (ipFamilyPolicy !== 'SingleStack') return;
  draft.drop('spec', 'ipFamilyPolicy');
  draft.drop('spec', 'ipFamilies');
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
