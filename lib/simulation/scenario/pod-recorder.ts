import type { PodSpec } from '../../kubernetes/generated/decoded';
import type { PodEvent } from '../pod-event';
import type { PodStatus } from '../pod-status';
import type { Scenario } from './scenario';
import { isHungAt } from './scenario-behaviour';
import { simulatedSpec } from './simulated-spec';
import type { Fault, PodTimeline, TimedStatus } from './timeline';

/** Writes down what happens to a pod. */
export interface PodRecorder {
  onEvent(event: PodEvent): void;
  onStatus(status: PodStatus, at: number): void;
  /** What has been written down until this simulated second. */
  timeline(end: number, place?: { readonly node?: string; readonly goneAt?: number }): PodTimeline;
}

/** A recorder of one pod; it also tells from when to when its containers hang. */
export function createPodRecorder(
  pod: { readonly name: string; readonly createdAt: number; readonly spec: PodSpec },
  scenario: Scenario,
): PodRecorder {
  const events: PodEvent[] = [];
  const statuses: TimedStatus[] = [];
  return {
    onEvent: (event) => void events.push(event),
    onStatus(status, at) {
      if (statuses.at(-1)?.at === at) statuses.pop();
      statuses.push({ at, status });
    },
    timeline(end, { node, goneAt } = {}) {
      const isShown = ({ at }: { readonly at: number }) => at <= end;
      return {
        name: pod.name,
        ...(node !== undefined && { node }),
        spec: simulatedSpec(pod.spec),
        createdAt: pod.createdAt,
        ...(goneAt !== undefined && goneAt <= end && { goneAt }),
        events: events.filter(isShown),
        statuses: statuses.filter(isShown),
        faults: faultsOf(events, pod.spec, scenario, end),
      };
    },
  };
}

function faultsOf(events: readonly PodEvent[], spec: PodSpec, scenario: Scenario, end: number): Fault[] {
  const container = scenario.container ?? spec.containers?.[0]?.name;
  const { hang } = scenario;
  if (hang === undefined || container === undefined || hang > end) return [];
  const lives = events.filter((event) => 'container' in event && event.container === container);
  const start = lives.filter(({ type, at }) => type === 'started' && at <= hang).at(-1);
  if (!start || !isHungAt(scenario, start.at, hang)) return [];
  const exit = lives.find(({ type, at }) => type === 'exited' && at >= start.at);
  if (exit && exit.at < hang) return [];
  return [{ container, from: hang, to: Math.min(exit?.at ?? end, end) }];
}
