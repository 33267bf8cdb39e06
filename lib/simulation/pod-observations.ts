import type { Observation } from './explore';
import type { PodEvent } from './pod-event';
import type { PodStatus } from './pod-status';
import { statusChanges } from './status-changes';

/** Something that an observer of a pod can tell: what runs and ends, what probes say for the first time, what is shown. */
export interface PodObservation {
  readonly at: number;
  readonly type: string;
  readonly container?: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** A status of a pod from a simulated second on. */
export interface StatusFrom {
  readonly at: number;
  readonly status: PodStatus;
}

/** Seconds that a status must last to count; kubelets pass through others in some milliseconds, in some runs. */
const SETTLED = 0.25;
/** Seconds after the first start of a container in which a status may pass through others. */
const START = 1.3;

/** What runtime and kubelet did; of probes only those whose result differs from the one before in the same life. */
export function observedEvents(events: readonly PodEvent[]): PodObservation[] {
  const results = new Map<string, boolean>();
  return events.flatMap((event): PodObservation[] => {
    const { at, type } = event;
    const container = 'container' in event ? event.container : undefined;
    const observe = (detail: PodObservation['detail'], name: string = type) => [
      { at, type: name, ...(container !== undefined && { container }), detail },
    ];
    switch (event.type) {
      case 'probe': {
        const { probe, ok, restart } = event;
        const key = `${container} ${probe} ${restart}`;
        if (results.get(key) === ok) return [];
        results.set(key, ok);
        return observe({ probe }, ok ? 'probe-ok' : 'probe-fail');
      }
      case 'event': {
        const { reason, message } = event;
        if (reason === 'FailedPreStopHook') return observe({}, 'prestop-failed');
        if (reason !== 'Killing') return [];
        return / failed \w+ probe/.test(message) ? observe({ message }, 'probe-kill') : observe({}, 'kill');
      }
      case 'created':
      case 'started':
        return observe({ restart: event.restart });
      case 'exited':
        return observe({ restart: event.restart, code: event.code, by: event.by });
      case 'stop-signal':
        return observe({ restart: event.restart, grace: event.grace });
      case 'prestop-exec':
        return observe({ takes: event.takes });
      case 'sandbox-created':
      case 'sandbox-stopped':
        return observe({});
      default:
        return [];
    }
  });
}

/**
 * What a run shows, named for `explore`. What a status shows is told apart by the restarts so far, and what it shows in
 * the 1.3 s after the first start, while everything runs, by that.
 */
export function podObservations(events: readonly PodEvent[], statuses: readonly StatusFrom[]): Observation[] {
  const exact = observedEvents(events).map(({ at, ...rest }) => ({ at, name: observationName(rest) }));
  const [started, exited] = ['started', 'exited'].map((wanted) => events.find(({ type }) => type === wanted)?.at);
  const start = Math.min((started ?? 0) + START, exited ?? Number.POSITIVE_INFINITY);
  let before: PodStatus | undefined;
  const shown = statuses.flatMap(({ at, status }, index) => {
    const restarts = restartsOf(status);
    const isStart = at <= start;
    if (!isStart && (statuses[index + 1]?.at ?? Number.POSITIVE_INFINITY) - at < SETTLED) return [];
    const changes = statusChanges(before, status);
    before = status;
    const when = isStart ? 'at the start' : `after ${restarts} restarts`;
    return changes.map((change) => ({ at, name: `${observationName(change)} ${when}` }));
  });
  return [...exact, ...shown].sort((one, other) => one.at - other.at);
}

/** The container, what happened and its details, in words. */
export function observationName({ container, type, detail }: Omit<PodObservation, 'at'>): string {
  return [container, type, ...Object.values(detail)].filter((word) => word !== undefined && word !== '').join(' ');
}

function restartsOf({ initContainerStatuses, containerStatuses }: PodStatus): number {
  return [...initContainerStatuses, ...containerStatuses].reduce((sum, { restartCount }) => sum + restartCount, 0);
}
