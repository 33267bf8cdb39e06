import type { LabelSelector } from '../../../kubernetes/generated/decoded';
import { selects } from '../../../kubernetes/label-selector';
import type { Cluster } from '../cluster/cluster';
import type { ClusterObject, ClusterPod, Owner } from '../cluster/cluster-object';
import { isPodActive } from '../cluster/pod-state';
import type { Process } from '../cluster/process';

/** The pods that a workload controls. */
export function podsOf(cluster: Cluster, { kind, id }: Owner): ClusterPod[] {
  return cluster.pods.values().filter(({ owner }) => owner?.id === id && owner.kind === kind);
}

/**
 * Adopts the active pods that a selector matches and nobody controls, and releases those that it no longer matches.
 *
 * Follows kubernetes pkg/controller/controller_ref_manager.go ClaimObject.
 */
export function* claimPods(
  cluster: Cluster,
  owner: Owner,
  { namespace }: Pick<ClusterObject, 'namespace'>,
  selector: LabelSelector | undefined,
): Process {
  for (const pod of cluster.pods.values()) {
    if (pod.namespace !== namespace || !isPodActive(pod)) continue;
    const isOurs = pod.owner?.id === owner.id && pod.owner.kind === owner.kind;
    const matches = selects(selector, pod.labels);
    if (isOurs === matches || (matches && pod.owner)) continue;
    yield cluster.request();
    pod.owner = matches ? owner : undefined;
    cluster.record(pod.id, { type: matches ? 'adopted' : 'released' });
    cluster.pods.changed(pod);
  }
}
