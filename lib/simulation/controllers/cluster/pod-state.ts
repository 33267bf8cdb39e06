import type { ClusterPod } from './cluster-object';

/** Whether a pod counts: not deleted and not at its end. Follows kubernetes pkg/controller/controller_utils.go IsPodActive. */
export function isPodActive(pod: ClusterPod): boolean {
  return pod.deletion === undefined && !isPodTerminal(pod);
}

/** Whether a pod has ended: its phase is Succeeded or Failed. */
export function isPodTerminal({ phase }: ClusterPod): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}

/**
 * When a pod will have been ready for `minReadySeconds`, in simulated seconds; undefined while it is not ready.
 *
 * Follows kubernetes pkg/api/v1/pod/util.go IsPodAvailable, NextPodAvailabilityCheck.
 */
export function availableFrom(pod: ClusterPod, minReadySeconds = 0): number | undefined {
  return pod.ready ? pod.readySince + minReadySeconds : undefined;
}

/** Whether a pod has been ready for `minReadySeconds` at this time. */
export function isPodAvailable(pod: ClusterPod, minReadySeconds: number | undefined, now: number): boolean {
  const from = availableFrom(pod, minReadySeconds);
  return from !== undefined && from <= now;
}

/** The seconds until the next of these pods becomes available by mere waiting; undefined when none will. */
export function nextAvailability(
  pods: readonly ClusterPod[],
  minReadySeconds: number | undefined,
  now: number,
): number | undefined {
  const waits = pods
    .map((pod) => availableFrom(pod, minReadySeconds))
    .filter((from) => from !== undefined && from > now) as number[];
  return waits.length === 0 ? undefined : Math.min(...waits) - now;
}
