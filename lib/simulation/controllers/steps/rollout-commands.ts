import { type Cluster, objectId } from '../cluster/cluster';
import type { ClusterDeployment } from '../cluster/cluster-object';
import { findPatchable, patchObject } from '../cluster/patch-object';
import type { RolloutKind, Target } from '../cluster-scenario';
import { replicaSetsOf } from '../deployment/revision';

const POD_TEMPLATE_HASH = 'pod-template-hash';
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
const COMMAND = 'kubectl rollout';

/**
 * Puts an earlier template back.
 *
 * Follows k8s.io/kubectl pkg/polymorphichelpers/rollback.go DeploymentRollbacker, StatefulSetRollbacker,
 * DaemonSetRollbacker.
 *
 * @param toRevision Default the one before the current.
 */
export function rolloutUndo(cluster: Cluster, { kind, name }: Target<RolloutKind>, toRevision = 0): void {
  const deployment = kind === 'Deployment' ? cluster.deployments.get(name) : undefined;
  const template = deployment
    ? deploymentTemplate(cluster, deployment, toRevision)
    : revisionTemplate(cluster, kind, name, toRevision);
  const ok = template !== undefined;
  if (ok) patchObject(cluster, kind, name, { spec: { template: withNulls(cluster, kind, name, template) } });
  const group = `${kind.toLowerCase()}.apps/${name}`;
  const text = ok ? `${group} rolled back` : `error: unable to find specified revision ${toRevision} in history`;
  cluster.record(COMMAND, { type: 'output', text });
  cluster.record(COMMAND, { type: 'exit', code: ok ? 0 : 1 });
}

/** Makes all pods new. Follows k8s.io/kubectl pkg/polymorphichelpers/objectrestarter.go. */
export function rolloutRestart(cluster: Cluster, { kind, name }: Target<RolloutKind>): void {
  const restartedAt = new Date(cluster.wallClock(cluster.queue.now) * 1000).toISOString();
  const annotations = { [RESTARTED_AT]: restartedAt };
  patchObject(cluster, kind, name, { spec: { template: { metadata: { annotations } } } });
  cluster.record(COMMAND, { type: 'output', text: `${kind.toLowerCase()}.apps/${name} restarted` });
  cluster.record(COMMAND, { type: 'exit', code: 0 });
}

function deploymentTemplate(cluster: Cluster, deployment: ClusterDeployment, toRevision: number): object | undefined {
  const sets = replicaSetsOf(cluster, deployment).sort((one, other) => other.revision - one.revision);
  const set = toRevision === 0 ? sets[1] : sets.find(({ revision }) => revision === toRevision);
  if (!set) return undefined;
  const { [POD_TEMPLATE_HASH]: _, ...labels } = set.spec.template.metadata?.labels ?? {};
  return { ...set.spec.template, metadata: { ...set.spec.template.metadata, labels } };
}

/** Revisions of StatefulSets and DaemonSets are numbered in the order of their templates. */
function revisionTemplate(cluster: Cluster, kind: RolloutKind, name: string, toRevision: number): object | undefined {
  const { templates = [], updateRevision = 0 } = findPatchable(cluster, kind, objectId('default', name)) ?? {};
  return templates[toRevision === 0 ? updateRevision - 1 : toRevision - 1];
}

/** A template as a patch that also takes away what only the current one has at its top levels. */
function withNulls(cluster: Cluster, kind: RolloutKind, name: string, template: object): object {
  const current = findPatchable(cluster, kind, name)?.spec.template ?? {};
  return replacement(current, template) as object;
}

function replacement(from: unknown, to: unknown): unknown {
  const isMap = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap(from) || !isMap(to)) return to;
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(from)) if (!(key in to)) patch[key] = null;
  for (const [key, value] of Object.entries(to)) patch[key] = replacement(from[key], value);
  return patch;
}
