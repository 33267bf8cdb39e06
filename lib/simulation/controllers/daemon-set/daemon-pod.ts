import type { PodSpec, Toleration } from '../../../kubernetes/generated/decoded';
import type { Cluster } from '../cluster/cluster';
import type { ClusterDaemonSet, ClusterNode } from '../cluster/cluster-object';
import { createPod } from '../cluster/pod-store';
import { selectsNode, toleratesNode } from '../scheduling/node-fit';
import { toleratesAll } from '../scheduling/tolerations';

const tolerate = (key: string, effect: string): Toleration => ({
  key: `node.kubernetes.io/${key}`,
  operator: 'Exists',
  effect,
});

/**
 * The tolerations that every pod of a DaemonSet has.
 *
 * Follows kubernetes pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations.
 */
const DAEMON_TOLERATIONS: readonly Toleration[] = [
  tolerate('not-ready', 'NoExecute'),
  tolerate('unreachable', 'NoExecute'),
  tolerate('disk-pressure', 'NoSchedule'),
  tolerate('memory-pressure', 'NoSchedule'),
  tolerate('pid-pressure', 'NoSchedule'),
  tolerate('unschedulable', 'NoSchedule'),
];

/** Whether a node is to get a pod of a DaemonSet, and whether one that is there may stay. */
export interface Eligibility {
  readonly shouldRun: boolean;
  readonly shouldContinue: boolean;
}

/** Follows kubernetes pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod. */
export function eligibility({ spec }: ClusterDaemonSet, node: ClusterNode): Eligibility {
  const pod = daemonPodSpec(spec.template.spec);
  if (!selectsNode(pod, node)) return { shouldRun: false, shouldContinue: false };
  return {
    shouldRun: toleratesNode(pod, node),
    shouldContinue: toleratesAll(pod.tolerations ?? [], node.taints, ['NoExecute']),
  };
}

/** Makes the pod of a node; the scheduler can bind it to that node only. Follows CreateDaemonPodTemplate. */
export function createDaemonPod(cluster: Cluster, set: ClusterDaemonSet, node: ClusterNode): void {
  const { metadata, spec } = set.spec.template;
  const revision = `r${set.updateRevision + 1}`;
  const onNode = { matchFields: [{ key: 'metadata.name', operator: 'In', values: [node.name] }] };
  createPod(cluster, {
    name: `${set.name}-${revision}-${cluster.nextNumber(`${set.id}-${revision}`)}`,
    namespace: set.namespace,
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    spec: {
      ...daemonPodSpec(spec),
      affinity: {
        ...spec?.affinity,
        nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [onNode] } },
      },
    },
    owner: { kind: 'DaemonSet', id: set.id },
    revision,
  });
}

function daemonPodSpec(spec: PodSpec = {}): PodSpec {
  const own = spec.hostNetwork ? [tolerate('network-unavailable', 'NoSchedule')] : [];
  return { ...spec, tolerations: [...(spec.tolerations ?? []), ...DAEMON_TOLERATIONS, ...own] };
}

/** The name of the node that a pod of a DaemonSet is bound to, or waits for. */
export function targetNode({ node, spec }: { readonly node?: string; readonly spec: PodSpec }): string | undefined {
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return node ?? terms?.[0]?.matchFields?.[0]?.values?.[0];
}
