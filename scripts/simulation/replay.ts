import { defaultPodSpec } from '../../lib/kubernetes/defaults/pod-spec';
import type { Pod, PodSpec } from '../../lib/kubernetes/generated/decoded';
import type { Choices, JitterSource } from '../../lib/simulation/choices';
import { createEventQueue } from '../../lib/simulation/event-queue';
import type { Observation } from '../../lib/simulation/explore';
import type { PodEvent } from '../../lib/simulation/pod-event';
import { createPodMachine } from '../../lib/simulation/pod-machine';
import { observedEvents, podObservations } from '../../lib/simulation/pod-observations';
import type { PodStatus } from '../../lib/simulation/pod-status';
import { statusChanges } from '../../lib/simulation/status-changes';
import { type RecordedEvent, type Recording, recordedBehaviour, recordedMinor } from './recording';

/** How one run of a recording is simulated. */
export interface ReplayOptions {
  readonly choices: Choices;
  readonly standalone: boolean;
  readonly pullSeconds: number;
}

/** A choice that a run asked for, and when; times as in a recording. */
export interface Draw {
  readonly source: JitterSource;
  readonly t: number;
}

/** A simulated run in the terms of a recording. */
export interface Replay {
  readonly draws: readonly Draw[];
  readonly events: readonly RecordedEvent[];
  readonly statuses: readonly { readonly t: number; readonly status: PodStatus }[];
  readonly goneAt?: number;
  /** Named as the simulator names them when it states bounds; times as in a recording. */
  readonly observations: readonly Observation[];
}

/** Runs the pod of a recording under these choices. */
export function replay(recording: Recording, options: ReplayOptions): Replay {
  const queue = createEventQueue();
  const draws: { source: JitterSource; t: number }[] = [];
  const events: PodEvent[] = [];
  const statuses: { t: number; status: PodStatus }[] = [];
  const minor = recordedMinor(recording);
  const spec = specOf(recording.pod, minor);
  let start: number | undefined;
  const { deleteAt, deleteGrace, seconds } = recording;
  const machine = createPodMachine(queue, {
    name: recording.id,
    spec,
    behaviour: recordedBehaviour(recording),
    minor,
    standalone: options.standalone,
    pullSeconds: options.pullSeconds,
    choices: {
      next(source) {
        draws.push({ source, t: queue.now });
        return options.choices.next(source);
      },
    },
    onEvent(event) {
      events.push(event);
      if (event.type !== 'created' || start !== undefined) return;
      start = event.at;
      if (deleteAt !== undefined) queue.at(start + deleteAt, () => machine.delete(deleteGrace));
    },
    onStatus: (status, at) => statuses.push({ t: at, status }),
  });
  machine.start();
  queue.runUntil(seconds + options.pullSeconds);
  const origin = start ?? 0;
  const gone = events.find(({ type }) => type === 'gone');
  return {
    draws: draws.map((draw) => ({ ...draw, t: draw.t - origin })),
    events: exactEvents(events, origin).filter(({ t }) => t <= seconds),
    statuses: statuses.map(({ t, status }) => ({ t: t - origin, status })),
    ...(gone && { goneAt: gone.at - origin }),
    observations: podObservations(
      events,
      statuses.map(({ t, status }) => ({ at: t, status })),
    ).map(({ name, at }) => ({ name, at: at - origin })),
  };
}

const specs = new WeakMap<Pod, PodSpec>();

/** The spec with its defaults, made once for all replays. */
function specOf(pod: Pod, minor: number): PodSpec {
  const known = specs.get(pod);
  if (known) return known;
  const spec = structuredClone(pod.spec ?? {});
  defaultPodSpec(spec, minor);
  specs.set(pod, spec);
  return spec;
}

/** What the recorder would have seen of the status, looking every 0.2 s from this moment on. */
export function polled({ statuses, goneAt }: Replay, phase: number, seconds: number): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  const end = goneAt ?? Number.POSITIVE_INFINITY;
  let shown: PodStatus | undefined;
  let index = 0;
  const seen = (time: number) => Math.ceil((time - phase) / POLL - 1e-6) * POLL + phase;
  while (index < statuses.length) {
    const t = seen(statuses[index]?.t ?? 0);
    if (t > seconds || t >= end) break;
    while (index + 1 < statuses.length && (statuses[index + 1]?.t ?? 0) <= t) index++;
    const status = statuses[index]?.status as PodStatus;
    for (const { type, container = '', detail } of statusChanges(shown, status)) {
      events.push({ t, container, event: type, detail });
    }
    shown = status;
    index++;
  }
  if (goneAt !== undefined && seen(goneAt) <= seconds)
    events.push({ t: seen(goneAt), container: '', event: 'status-gone' });
  return events;
}

/** Seconds between two looks of the recorder. */
export const POLL = 0.2;

function exactEvents(events: readonly PodEvent[], origin: number): RecordedEvent[] {
  return observedEvents(events).map(({ at, type, container = '', detail }) => ({
    t: at - origin,
    container,
    event: type,
    detail,
  }));
}
