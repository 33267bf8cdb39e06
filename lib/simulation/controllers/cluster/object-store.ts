import { applyDefaults } from '../../../kubernetes/defaults/apply-defaults';
import type {
  CronJob,
  DaemonSet,
  Deployment,
  Job,
  ObjectMeta,
  Pod,
  PodDisruptionBudget,
  PodTemplateSpec,
  ReplicaSet,
  Service,
  StatefulSet,
} from '../../../kubernetes/generated/decoded';
import { findKind } from '../../../kubernetes/kinds';
import { type Cluster, objectId, reference } from './cluster';
import { type ClusterJob, NO_REPLICAS, type Owner } from './cluster-object';
import { createPod } from './pod-store';

/** A Kubernetes object as it is written in a manifest. */
export interface Manifest {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: ObjectMeta;
  readonly spec?: unknown;
}

/** A copy of a manifest with what the API server fills in. */
export function withDefaults<T extends Manifest>(manifest: T, minor: number): T {
  const copy = structuredClone(manifest);
  const kind = findKind(copy.apiVersion ?? '', copy.kind ?? '');
  if (kind) applyDefaults(copy as Record<string, unknown>, kind, minor);
  return copy;
}

/** Stores a new object; kinds that no controller of the simulation looks at are left out. */
export function createObject(cluster: Cluster, manifest: Manifest): void {
  const object = withDefaults(manifest, cluster.minor);
  STORES[object.kind ?? '']?.(cluster, object as never);
}

/** Each takes manifests of its own kind only. */
const STORES: Readonly<Record<string, (cluster: Cluster, object: never) => void>> = {
  Pod: storePod,
  Deployment: storeDeployment,
  ReplicaSet: storeReplicaSet,
  StatefulSet: storeStatefulSet,
  DaemonSet: storeDaemonSet,
  Job: storeJob,
  CronJob: storeCronJob,
  PodDisruptionBudget: storeDisruptionBudget,
  Service: storeService,
};

/** What the metadata of an object says. */
export function identityOf(cluster: Cluster, { name = '', namespace = 'default', labels = {} }: ObjectMeta = {}) {
  return { id: objectId(namespace, name), name, namespace, labels, createdAt: cluster.stamp() };
}

function storePod(cluster: Cluster, { metadata, spec = {} }: Pod): void {
  const { name, namespace, labels } = identityOf(cluster, metadata);
  createPod(cluster, { name, namespace, labels, annotations: metadata?.annotations ?? {}, spec });
}

function storeDeployment(cluster: Cluster, { metadata, spec = {} }: Deployment): void {
  const template: PodTemplateSpec = spec.template ?? {};
  cluster.deployments.add({
    ...identityOf(cluster, metadata),
    templates: [],
    spec: { ...spec, replicas: spec.replicas ?? 1, template },
    generation: 1,
    observedGeneration: 0,
    revision: 0,
    conditions: [],
    status: NO_REPLICAS,
  });
}

function storeReplicaSet(cluster: Cluster, { metadata, spec = {} }: ReplicaSet): void {
  const identity = identityOf(cluster, metadata);
  const replicas = spec.replicas ?? 1;
  cluster.record(reference('ReplicaSet', identity), { type: 'created', replicas });
  cluster.replicaSets.add({
    ...identity,
    spec: { ...spec, replicas, template: spec.template ?? {} },
    revision: 0,
    revisionHistory: [],
    status: NO_REPLICAS,
  });
}

function storeStatefulSet(cluster: Cluster, { metadata, spec = {} }: StatefulSet): void {
  const template: PodTemplateSpec = spec.template ?? {};
  cluster.statefulSets.add({
    ...identityOf(cluster, metadata),
    spec: { ...spec, replicas: spec.replicas ?? 1, template },
    templates: [template],
    updateRevision: 0,
    currentRevision: 0,
    status: NO_REPLICAS,
  });
}

function storeDaemonSet(cluster: Cluster, { metadata, spec = {} }: DaemonSet): void {
  const template: PodTemplateSpec = spec.template ?? {};
  cluster.daemonSets.add({
    ...identityOf(cluster, metadata),
    spec: { ...spec, template },
    templates: [template],
    updateRevision: 0,
    status: NO_REPLICAS,
  });
}

/** Stores a new Job, with the defaults of the API server. */
export function storeJob(cluster: Cluster, manifest: Job, owner?: Owner): ClusterJob {
  const { metadata, spec = {} } = withDefaults(manifest as Manifest, cluster.minor) as Job;
  const job: ClusterJob = {
    ...identityOf(cluster, metadata),
    owner,
    spec: {
      ...spec,
      parallelism: spec.parallelism ?? 1,
      backoffLimit: spec.backoffLimit ?? 6,
      template: spec.template ?? {},
    },
    generation: 1,
    conditions: [],
    active: 0,
    ready: 0,
    succeeded: 0,
    failed: 0,
    succeededIndexes: new Set(),
    failedIndexes: new Set(),
  };
  cluster.record(reference('Job', job), { type: 'created' });
  cluster.jobs.add(job);
  return job;
}

function storeCronJob(cluster: Cluster, { metadata, spec = {} }: CronJob): void {
  const identity = identityOf(cluster, metadata);
  cluster.record(reference('CronJob', identity), { type: 'created' });
  cluster.cronJobs.add({
    ...identity,
    spec: { ...spec, schedule: spec.schedule ?? '', jobTemplate: spec.jobTemplate ?? {} },
    generation: 1,
    active: new Set(),
  });
}

function storeDisruptionBudget(cluster: Cluster, { metadata, spec = {} }: PodDisruptionBudget): void {
  cluster.disruptionBudgets.add({
    ...identityOf(cluster, metadata),
    spec,
    generation: 1,
    observedGeneration: 0,
    version: 0,
    currentHealthy: 0,
    desiredHealthy: 0,
    expectedPods: 0,
    disruptionsAllowed: 0,
    disruptedPods: new Set(),
  });
}

function storeService(cluster: Cluster, { metadata, spec = {} }: Service): void {
  cluster.services.add({ ...identityOf(cluster, metadata), spec });
}
