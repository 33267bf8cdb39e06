import type { PodTemplateSpec } from '../../../kubernetes/generated/decoded';
import { type Cluster, objectId } from '../cluster/cluster';
import type { ClusterPod, ClusterStatefulSet } from '../cluster/cluster-object';
import { createPod } from '../cluster/pod-store';

const ORDINAL = /-(\d+)$/;

/** The ordinals that a StatefulSet is to have, ascending. */
export function replicasOf({ spec }: ClusterStatefulSet): number[] {
  const start = spec.ordinals?.start ?? 0;
  return Array.from({ length: spec.replicas }, (_, index) => start + index);
}

/** The number at the end of a pod's name; undefined when there is none. */
export function ordinalOf({ name }: ClusterPod): number | undefined {
  const digits = ORDINAL.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The id of the pod with an ordinal. */
export function podIdOf({ namespace, name }: ClusterStatefulSet, ordinal: number): string {
  return objectId(namespace, `${name}-${ordinal}`);
}

/**
 * Makes the pod of an ordinal: those below the partition keep the current revision, all others get the newest.
 *
 * Follows kubernetes pkg/controller/statefulset/stateful_set_utils.go newVersionedStatefulSetPod.
 */
export function createReplica(cluster: Cluster, set: ClusterStatefulSet, ordinal: number): void {
  const { updateStrategy, ordinals } = set.spec;
  const partition = updateStrategy?.type === 'RollingUpdate' ? (updateStrategy.rollingUpdate?.partition ?? 0) : 0;
  const isKept = ordinal < (ordinals?.start ?? 0) + partition;
  const number = isKept ? set.currentRevision : set.updateRevision;
  const { metadata, spec = {} }: PodTemplateSpec = set.templates[number] ?? set.spec.template;
  const name = `${set.name}-${ordinal}`;
  createPod(cluster, {
    name,
    namespace: set.namespace,
    labels: { ...metadata?.labels, 'statefulset.kubernetes.io/pod-name': name },
    annotations: metadata?.annotations ?? {},
    spec,
    owner: { kind: 'StatefulSet', id: set.id },
    revision: `r${number + 1}`,
  });
}
