import type { PodSpec } from '../../kubernetes/generated/decoded';
import type { Choices } from '../choices';
import { createEventQueue } from '../event-queue';
import { createPodMachine } from '../pod-machine';
import { createPodRecorder } from './pod-recorder';
import { durationOf, type Scenario } from './scenario';
import { scenarioBehaviour } from './scenario-behaviour';
import type { PodTimeline } from './timeline';

/** One pod on a node of its own, to be simulated. */
export interface PodRun {
  readonly name: string;
  readonly namespace?: string;
  /** With the API server's defaults filled in. */
  readonly spec: PodSpec;
  /** The steps of a scenario have no effect but `delete-pod`. */
  readonly scenario: Scenario;
  /** The minor of the kubelet; default 36. */
  readonly minor?: number;
  /** Default: the nominal ones. */
  readonly choices?: Choices;
}

/** What happens to a pod that is bound to its node in second 0, under a scenario. */
export function simulatePod({ name, namespace, spec, scenario, minor, choices }: PodRun): PodTimeline {
  const queue = createEventQueue();
  const recorder = createPodRecorder({ name, createdAt: 0, spec }, scenario);
  const machine = createPodMachine(queue, {
    name,
    spec,
    behaviour: scenarioBehaviour(spec, scenario),
    pullSeconds: scenario.pull ?? 0,
    ...(namespace !== undefined && { namespace }),
    ...(minor !== undefined && { minor }),
    ...(choices && { choices }),
    onEvent: recorder.onEvent,
    onStatus: recorder.onStatus,
  });
  for (const { at, step } of scenario.steps ?? []) if (step === 'delete-pod') queue.at(at, () => machine.delete());
  machine.start();
  const end = durationOf(scenario);
  queue.runUntil(end);
  const timeline = recorder.timeline(end);
  const goneAt = timeline.events.find(({ type }) => type === 'gone')?.at;
  return { ...timeline, ...(goneAt !== undefined && { goneAt }) };
}
