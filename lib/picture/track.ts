import type { ProbeType } from '../simulation/pod-event';
import type { Span } from '../simulation/scenario/scenario';
import { type PodTimeline, statusAt } from '../simulation/scenario/timeline';

/**
 * What a container is at:
 * - `waiting`: not created yet: it waits for the pull of its image, or for init containers.
 * - `starting`: it runs, and its startup probe has not succeeded yet.
 * - `running`: it runs and is not ready. `ready`: it runs and is ready.
 * - `hung`: it answers nothing, whatever its probes have noticed: it hangs, or its node is lost.
 * - `stopping`: between SIGTERM, or its preStop hook, and its end.
 * - `down`: it has ended and is about to start again. `back-off`: it is held back before its next start.
 * - `completed`, `failed`: it has ended for good.
 */
export type ContainerActivity =
  | 'waiting'
  | 'starting'
  | 'running'
  | 'ready'
  | 'hung'
  | 'stopping'
  | 'down'
  | 'back-off'
  | 'completed'
  | 'failed';

/** A stretch of one activity. Simulated seconds. */
export interface TrackSpan extends Span {
  readonly activity: ContainerActivity;
}

/** A probe that has finished, or the end of a process. */
export type TrackMark = { readonly at: number } & (
  | { readonly type: 'probe'; readonly probe: ProbeType; readonly ok: boolean }
  | { readonly type: 'exit'; readonly text: string }
);

/** What a picture shows of one container: side by side activities and marks on them. */
export interface ContainerTrack {
  readonly container: string;
  readonly spans: readonly TrackSpan[];
  readonly marks: readonly TrackMark[];
  /** The probes that it has, in the order in which they come. */
  readonly probes: readonly ProbeType[];
}

/** What a picture shows of one pod. */
export interface PodTrack {
  readonly pod: PodTimeline;
  /** When its Ready condition is True, so that Services send requests to it. */
  readonly ready: readonly Span[];
  /** When the object exists. */
  readonly exists: Span;
  readonly containers: readonly ContainerTrack[];
}

const PROBES = ['startup', 'liveness', 'readiness'] as const;

/** What a picture shows of a pod, until a simulated second. */
export function podTrack(pod: PodTimeline, end: number): PodTrack {
  const exists = { from: pod.createdAt, to: pod.goneAt ?? end };
  const containers = [...(pod.spec.initContainers ?? []), ...(pod.spec.containers ?? [])];
  const changes = [...pod.statuses.map(({ at }) => at), exists.to];
  const isReady = (at: number) =>
    statusAt(pod, at)?.conditions.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
  return {
    pod,
    exists,
    ready: joined(stretches(changes, exists.to, isReady)).flatMap(({ from, to, value }) =>
      value ? [{ from, to }] : [],
    ),
    containers: containers.map((container) => {
      const name = container.name ?? '';
      return {
        container: name,
        spans: activities(pod, name, exists),
        marks: marksOf(pod, name),
        probes: PROBES.filter((probe) => container[`${probe}Probe`] !== undefined),
      };
    }),
  };
}

interface Stretch<T> extends Span {
  readonly value: T;
}

function stretches<T>(changes: readonly number[], end: number, valueAt: (at: number) => T): Stretch<T>[] {
  const times = [...new Set(changes)].filter((at) => at <= end).sort((one, other) => one - other);
  return times.slice(0, -1).map((from, index) => ({ from, to: times[index + 1] ?? end, value: valueAt(from) }));
}

function joined<T>(all: readonly Stretch<T>[]): Stretch<T>[] {
  const result: Stretch<T>[] = [];
  for (const stretch of all) {
    const last = result.at(-1);
    if (last && last.value === stretch.value && last.to === stretch.from) {
      result[result.length - 1] = { ...last, to: stretch.to };
    } else result.push(stretch);
  }
  return result;
}

function activities(pod: PodTimeline, container: string, exists: Span): TrackSpan[] {
  const lives = pod.events.filter(
    (event) =>
      ('container' in event && event.container === container && isLifeEvent(event.type)) || isKilling(event, container),
  );
  const faults = pod.faults.filter((fault) => fault.container === container);
  const changes = [
    exists.from,
    exists.to,
    ...lives.map(({ at }) => at),
    ...pod.statuses.map(({ at }) => at),
    ...faults.map(({ from }) => from),
  ];
  const activityAt = (at: number): ContainerActivity => {
    const last = lives.filter((event) => event.at <= at).at(-1);
    if (!last) return 'waiting';
    const status = statusAt(pod, at);
    const shown = [...(status?.containerStatuses ?? []), ...(status?.initContainerStatuses ?? [])].find(
      ({ name }) => name === container,
    );
    if (last.type === 'exited') {
      if (shown?.state.waiting?.reason === 'CrashLoopBackOff') return 'back-off';
      if (lives.some((event) => event.at > at && event.type === 'started')) return 'down';
      return last.code === 0 ? 'completed' : willRestart(pod, container) ? 'down' : 'failed';
    }
    if (last.type !== 'started') return 'stopping';
    if (faults.some(({ from, to }) => at >= from && at < to)) return 'hung';
    if (!shown?.state.running) return 'starting';
    if (!shown.started) return 'starting';
    return shown.ready ? 'ready' : 'running';
  };
  return joined(stretches(changes, exists.to, activityAt)).map(({ from, to, value }) => ({
    from,
    to,
    activity: value,
  }));
}

function isLifeEvent(type: string): boolean {
  return type === 'started' || type === 'exited' || type === 'stop-signal';
}

function isKilling(event: PodTimeline['events'][number], container: string): boolean {
  return event.type === 'event' && event.reason === 'Killing' && event.container === container;
}

function willRestart({ spec }: PodTimeline, container: string): boolean {
  const isInit = spec.initContainers?.some(({ name }) => name === container) ?? false;
  return !isInit && (spec.restartPolicy ?? 'Always') === 'Always';
}

function marksOf(pod: PodTimeline, container: string): TrackMark[] {
  return pod.events.flatMap((event): TrackMark[] => {
    if (!('container' in event) || event.container !== container) return [];
    const { at } = event;
    if (event.type === 'probe') return [{ at, type: 'probe', probe: event.probe, ok: event.ok }];
    if (event.type === 'exited') return [{ at, type: 'exit', text: `${event.reason} ${event.code}` }];
    return [];
  });
}
