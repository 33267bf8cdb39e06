import { type Cluster, objectId, reference } from '../cluster/cluster';
import { type ClusterDeployment, type ClusterReplicaSet, NO_REPLICAS } from '../cluster/cluster-object';
import type { Process } from '../cluster/process';
import { templateName } from '../cluster/template-number';
import { storeDeployment, withCondition } from './deployment-condition';
import { hasProgressDeadline } from './progress-deadline';
import { annotateReplicas, announceScaling } from './replica-set-scale';
import { type Rollout, rolloutOf, specReplicas } from './rollout';

/** The label that tells the pods of the ReplicaSets of one Deployment apart. */
const POD_TEMPLATE_HASH = 'pod-template-hash';

/** The ReplicaSets that a Deployment controls, in the order of their creation. */
export function replicaSetsOf(cluster: Cluster, { id }: ClusterDeployment): ClusterReplicaSet[] {
  return cluster.replicaSets.values().filter(({ owner }) => owner?.kind === 'Deployment' && owner.id === id);
}

/**
 * The ReplicaSet that has the template of its Deployment, the oldest if there are several.
 *
 * Follows kubernetes pkg/controller/deployment/util/deployment_util.go FindNewReplicaSet.
 */
export function findNewReplicaSet(
  { spec, templates }: ClusterDeployment,
  sets: readonly ClusterReplicaSet[],
): ClusterReplicaSet | undefined {
  const name = templateName(templates, spec.template);
  return sets.find((set) => set.templateName === name);
}

/**
 * Sees that the ReplicaSet of the current template carries the newest revision, and makes it when it is missing.
 *
 * Follows kubernetes pkg/controller/deployment/sync.go getNewReplicaSet and deployment_util.go
 * SetNewReplicaSetAnnotations.
 */
export function* ensureNewReplicaSet(cluster: Cluster, deployment: ClusterDeployment, mayCreate: boolean): Process {
  const sets = replicaSetsOf(cluster, deployment);
  const existing = findNewReplicaSet(deployment, sets);
  const oldSets = sets.filter((set) => set !== existing);
  const revision = Math.max(0, ...oldSets.map((set) => set.revision)) + 1;
  if (existing) {
    if (existing.revision < revision) {
      yield cluster.request();
      existing.revisionHistory = [...existing.revisionHistory, existing.revision];
      existing.revision = revision;
      cluster.record(reference('ReplicaSet', existing), { type: 'revision', to: revision });
      cluster.replicaSets.changed(existing);
    }
    const isNew = deployment.conditions.every(({ type }) => type !== 'Progressing');
    yield* storeRevision(cluster, deployment, existing.revision, isNew ? 'FoundNewReplicaSet' : undefined);
  } else if (mayCreate) {
    yield cluster.request();
    createReplicaSet(cluster, rolloutOf(deployment, sets, undefined), revision);
    yield* storeRevision(cluster, deployment, revision, 'NewReplicaSetCreated');
  }
}

function* storeRevision(
  cluster: Cluster,
  deployment: ClusterDeployment,
  revision: number,
  reason: string | undefined,
): Process {
  const { conditions: before } = deployment;
  const isWatched = hasProgressDeadline(deployment) && reason !== undefined;
  const lastUpdateTime = cluster.stamp();
  const conditions = isWatched
    ? withCondition(before, { type: 'Progressing', status: 'True', reason, lastUpdateTime })
    : before;
  if (deployment.revision === revision && conditions === before) return;
  yield* storeDeployment(cluster, deployment, { revision, conditions });
}

function createReplicaSet(cluster: Cluster, rollout: Rollout, revision: number): void {
  const { deployment, oldSets } = rollout;
  const { template, selector, minReadySeconds } = deployment.spec;
  const name = templateName(deployment.templates, template);
  const hash = { [POD_TEMPLATE_HASH]: name };
  const labels = { ...template.metadata?.labels, ...hash };
  const set: ClusterReplicaSet = {
    id: objectId(deployment.namespace, `${deployment.name}-${name}`),
    name: `${deployment.name}-${name}`,
    namespace: deployment.namespace,
    createdAt: cluster.stamp(),
    labels,
    owner: { kind: 'Deployment', id: deployment.id },
    templateName: name,
    revision,
    revisionHistory: [],
    status: NO_REPLICAS,
    spec: {
      replicas: newReplicaSetSize(rollout, 0, specReplicas(oldSets)),
      minReadySeconds,
      selector: { ...selector, matchLabels: { ...selector?.matchLabels, ...hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
  annotateReplicas(set, rollout);
  cluster.record(reference('ReplicaSet', set), { type: 'created', replicas: set.spec.replicas, revision });
  cluster.replicaSets.add(set);
  if (set.spec.replicas > 0) announceScaling(cluster, set, 0, set.spec.replicas, rollout);
}

/**
 * The size that the new ReplicaSet may have: what the surge leaves free, at most the replicas of the Deployment.
 *
 * Follows kubernetes pkg/controller/deployment/util/deployment_util.go NewRSNewReplicas.
 *
 * @param total The replicas that all ReplicaSets together are to have.
 */
export function newReplicaSetSize({ deployment, fenceposts }: Rollout, current: number, total: number): number {
  const { replicas, strategy } = deployment.spec;
  if (strategy?.type === 'Recreate') return replicas;
  const free = replicas + fenceposts.maxSurge - total;
  return free <= 0 ? current : current + Math.min(free, replicas - current);
}
