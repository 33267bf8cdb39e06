import { defaultPodSpec } from '../../lib/kubernetes/defaults/pod-spec';
import type { PodSpec } from '../../lib/kubernetes/generated/decoded';
import { createEventQueue } from '../../lib/simulation/event-queue';
import { type ContainerLife, type ContainerStart, HEALTHY_LIFE } from '../../lib/simulation/pod-behaviour';
import type { PodEvent } from '../../lib/simulation/pod-event';
import { createPodMachine, type PodMachineOptions } from '../../lib/simulation/pod-machine';
import { observationName, observedEvents } from '../../lib/simulation/pod-observations';
import type { PodStatus } from '../../lib/simulation/pod-status';
import { statusChanges } from '../../lib/simulation/status-changes';

/** A pod to run: what is not said is as usual. */
export interface PodToRun extends Partial<Omit<PodMachineOptions, 'spec' | 'behaviour'>> {
  readonly spec: PodSpec;
  /** Differs from a healthy life, by container; a function looks at the start. */
  readonly lives?: Readonly<
    Record<string, Partial<ContainerLife> | ((start: ContainerStart) => Partial<ContainerLife>)>
  >;
  readonly seconds: number;
  readonly deleteAt?: number;
  readonly deleteGrace?: number;
}

/** Runs a pod and says what happened, as `second what`, seconds rounded to one digit. */
export function runPod({ spec, lives = {}, seconds, deleteAt, deleteGrace, ...options }: PodToRun) {
  const queue = createEventQueue();
  const events: PodEvent[] = [];
  const statuses: { at: number; status: PodStatus }[] = [];
  const copy = structuredClone(spec);
  defaultPodSpec(copy, options.minor ?? 36);
  const machine = createPodMachine(queue, {
    name: 'pod',
    spec: copy,
    behaviour(start) {
      const life = lives[start.container] ?? {};
      return { ...HEALTHY_LIFE, ...(typeof life === 'function' ? life(start) : life) };
    },
    onEvent: (event) => events.push(event),
    onStatus: (status, at) => statuses.push({ at, status }),
    ...options,
  });
  machine.start();
  if (deleteAt !== undefined) queue.at(deleteAt, () => machine.delete(deleteGrace));
  queue.runUntil(seconds);
  const said = (at: number, what: string) => `${(Math.round(at * 10) / 10).toFixed(1)} ${what}`;
  const happened = observedEvents(events).map(({ at, ...rest }) => said(at, observationName(rest)));
  const shown = statuses.flatMap(({ at, status }, index) =>
    statusChanges(statuses[index - 1]?.status, status).map((change) => said(at, observationName(change))),
  );
  const only = (list: string[], pattern: RegExp) => list.filter((line) => pattern.test(line));
  return {
    machine,
    events,
    statuses,
    /** What runtime and kubelet did, where the text matches. */
    happened: (pattern: RegExp) => only(happened, pattern),
    /** What the status showed, where the text matches. */
    shown: (pattern: RegExp) => only(shown, pattern),
    /** When probes of a type finished, with their results. */
    probes: (type: string) =>
      events.flatMap((event) =>
        event.type === 'probe' && event.probe === type ? [said(event.at, event.ok ? 'ok' : 'failed')] : [],
      ),
  };
}
