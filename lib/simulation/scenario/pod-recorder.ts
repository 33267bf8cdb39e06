import type { ClusterPod } from '../controllers/cluster/cluster-object';
import type { PodEvent } from '../pod-event';
import type { PodStatus } from '../pod-status';
import type { Scenario } from './scenario';
import { isHungAt } from './scenario-behaviour';
import { simulatedSpec } from './simulated-spec';
import type { Fault, PodTimeline, TimedStatus } from './timeline';

/** Writes down what happens to a pod. */
export interface PodRecorder {
  onEvent(event: PodEvent): void;
  /** The kubelet tells the API server this status. */
  onStatus(status: PodStatus, at: number): void;
  /** The API server holds another state of the pod. */
  onChange(at: number): void;
  /** Its node falls silent: nothing works any more, and nothing is heard of it. */
  onSilence(at: number): void;
  onGone(at: number): void;
  /** What has been written down until this simulated second. */
  timeline(end: number): PodTimeline;
}

/**
 * A recorder of one pod; it also tells from when to when its containers are broken.
 *
 * @param createdAt Simulated seconds; the pod itself knows the whole second only.
 */
export function createPodRecorder(
  pod: ClusterPod,
  createdAt: number,
  scenario: Scenario,
  isStruck: boolean,
): PodRecorder {
  const events: PodEvent[] = [];
  const statuses: TimedStatus[] = [];
  let told: PodStatus | undefined;
  let silentFrom: number | undefined;
  let goneAt: number | undefined;

  const record = (at: number) => {
    const status = shownStatus(pod, told);
    if (!status || JSON.stringify(statuses.at(-1)?.status) === JSON.stringify(status)) return;
    if (statuses.at(-1)?.at === at) statuses.pop();
    statuses.push({ at, status });
  };

  return {
    onEvent(event) {
      if (goneAt === undefined && silentFrom === undefined) events.push(event);
    },
    onStatus(status, at) {
      if (silentFrom !== undefined) return;
      told = status;
      record(at);
    },
    onChange: record,
    onSilence(at) {
      silentFrom ??= at;
    },
    onGone(at) {
      goneAt = at;
    },
    timeline(end) {
      const last = goneAt ?? end;
      const silence = silentFrom === undefined ? [] : silenceOf(pod, silentFrom, last);
      return {
        name: pod.name,
        ...(pod.node !== undefined && { node: pod.node }),
        spec: simulatedSpec(pod.spec),
        createdAt,
        ...(goneAt !== undefined && { goneAt }),
        events,
        statuses,
        faults: [...(isStruck ? hangsOf(events, pod, scenario, last) : []), ...silence],
      };
    },
  };
}

/** What the kubelet told, with what the API server and the controllers know better. */
function shownStatus(pod: ClusterPod, told: PodStatus | undefined): PodStatus | undefined {
  const status: PodStatus | undefined =
    told ??
    (pod.unschedulable || pod.deletion
      ? { phase: pod.phase, conditions: [], initContainerStatuses: [], containerStatuses: [] }
      : undefined);
  if (!status) return undefined;
  const { deletedAt: _, ...rest } = status;
  const conditions = status.conditions.map((condition) =>
    condition.type === 'Ready' && !pod.ready && condition.status === 'True'
      ? { ...condition, status: 'False' as const, lastTransitionTime: pod.readySince }
      : condition,
  );
  return { ...rest, conditions, ...(pod.deletion && { deletedAt: pod.deletion.at }) };
}

function hangsOf(events: readonly PodEvent[], { spec }: ClusterPod, scenario: Scenario, end: number): Fault[] {
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

function silenceOf({ spec }: ClusterPod, from: number, to: number): Fault[] {
  return (spec.containers ?? []).map(({ name = '' }) => ({ container: name, from, to }));
}
