import type { AvailabilitySample } from './cluster-timeline';

/** What one run does to one workload; see `WorkloadSummary`. */
export interface Figures {
  readonly lowestAvailability: number;
  readonly longestGap: number;
  readonly peakPods: number;
  readonly rolloutSeconds?: number;
}

/**
 * Reads the figures of a workload out of its samples.
 *
 * @param end When the run ended, in simulated seconds.
 */
export function figuresOf(samples: readonly AvailabilitySample[], changes: readonly number[], end: number): Figures {
  const complete = samples.findIndex(isComplete);
  const served = samples.findIndex(({ ready }) => ready > 0);
  const afterwards = complete < 0 ? [] : samples.slice(complete);
  const lengths = samples.map(({ at }, index) => (samples[index + 1]?.at ?? end) - at);
  let [gap, longestGap] = [0, 0];
  for (const [index, { ready }] of samples.entries()) {
    gap = ready === 0 && served >= 0 && index > served ? gap + (lengths[index] ?? 0) : 0;
    longestGap = Math.max(longestGap, gap);
  }
  const rolloutSeconds = rolloutTime(samples, changes);
  return {
    lowestAvailability: Math.min(
      ...afterwards.map(({ ready }) => ready),
      afterwards.length > 0 ? Number.POSITIVE_INFINITY : 0,
    ),
    longestGap,
    peakPods: Math.max(0, ...samples.map(({ pods }) => pods)),
    ...(rolloutSeconds !== undefined && { rolloutSeconds }),
  };
}

function rolloutTime(samples: readonly AvailabilitySample[], changes: readonly number[]): number | undefined {
  const change = changes.at(-1);
  if (change === undefined) return undefined;
  const end = samples.find((sample) => sample.at > change && isComplete(sample));
  return end && end.at - change;
}

/** Whether all replicas are there, of the newest template, ready, and nothing else but what is terminating. */
function isComplete({ desired, pods, updated, ready, terminating }: AvailabilitySample): boolean {
  return updated === desired && ready === desired && pods - terminating === desired;
}
