import type { PodAffinityTerm } from '../../../kubernetes/generated/decoded';
import { selects } from '../../../kubernetes/label-selector';
import type { Cluster } from '../cluster/cluster';
import type { ClusterNode, ClusterPod } from '../cluster/cluster-object';
import { nodeLabels } from './node-fit';

/** The terms of required anti-affinity of a pod. */
function antiAffinityTerms({ spec }: ClusterPod): readonly PodAffinityTerm[] {
  return spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
}

/**
 * Whether no required anti-affinity keeps a pod away from a node: neither its own nor that of the pods there.
 *
 * Follows kubernetes pkg/scheduler/framework/plugins/interpodaffinity/filtering.go.
 */
export function allowsNeighbours(cluster: Cluster, pod: ClusterPod, node: ClusterNode): boolean {
  for (const other of cluster.pods.values()) {
    const place = other === pod ? undefined : cluster.nodes.get(other.node);
    if (!place) continue;
    const keepsAway = (term: PodAffinityTerm, from: ClusterPod, kept: ClusterPod) =>
      sharesTopology(term, node, place) && concerns(term, from, kept);
    if (antiAffinityTerms(pod).some((term) => keepsAway(term, pod, other))) return false;
    if (antiAffinityTerms(other).some((term) => keepsAway(term, other, pod))) return false;
  }
  return true;
}

function sharesTopology({ topologyKey = '' }: PodAffinityTerm, one: ClusterNode, other: ClusterNode): boolean {
  const value = nodeLabels(one)[topologyKey];
  return value !== undefined && value === nodeLabels(other)[topologyKey];
}

function concerns({ labelSelector, namespaces }: PodAffinityTerm, from: ClusterPod, other: ClusterPod): boolean {
  const inNamespace = namespaces?.length ? namespaces.includes(other.namespace) : from.namespace === other.namespace;
  return inNamespace && selects(labelSelector, other.labels);
}
