import type { PodFailurePolicyRule } from '../../../kubernetes/generated/decoded';
import type { ClusterJob, ClusterPod } from '../cluster/cluster-object';

/** What a podFailurePolicy says of a failed pod. */
export interface PolicyVerdict {
  readonly action: 'FailJob' | 'FailIndex' | 'Ignore' | 'Count';
  /** Why, in the words of an event. */
  readonly message: string;
}

/**
 * The first rule of a Job's podFailurePolicy that fits a failed pod decides; by default the failure counts.
 *
 * Follows kubernetes pkg/controller/job/pod_failure_policy.go matchPodFailurePolicy.
 */
export function judgeFailure({ spec }: ClusterJob, pod: ClusterPod): PolicyVerdict {
  for (const [index, rule] of (spec.podFailurePolicy?.rules ?? []).entries()) {
    const cause = causeOf(rule, pod);
    if (cause === undefined) continue;
    const action = rule.action as PolicyVerdict['action'];
    return { action, message: `${cause} matching ${action} rule at index ${index}` };
  }
  return { action: 'Count', message: '' };
}

function causeOf({ onExitCodes, onPodConditions }: PodFailurePolicyRule, pod: ClusterPod): string | undefined {
  const { exitCode } = pod;
  if (onExitCodes && exitCode !== undefined && exitCode !== 0) {
    const { operator, values = [], containerName } = onExitCodes;
    const container = containerName ?? pod.spec.containers?.[0]?.name ?? '';
    const isListed = values.includes(exitCode);
    if (operator === 'In' ? isListed : !isListed) {
      return `Container ${container} for pod ${pod.namespace}/${pod.name} failed with exit code ${exitCode}`;
    }
  }
  const target = onPodConditions?.find(({ type, status }) => type === 'DisruptionTarget' && status === 'True');
  return target && pod.disruptionTarget !== undefined
    ? `Pod ${pod.namespace}/${pod.name} has condition DisruptionTarget`
    : undefined;
}
