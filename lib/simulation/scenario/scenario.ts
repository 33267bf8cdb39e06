import type { ProbeType } from '../pod-event';

/** A stretch of simulated time, in seconds since the first pod was created. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An end of the process by itself, in each of its lives. */
export interface ProcessExit {
  /** Seconds after its start; default 0. */
  readonly after?: number;
  /** Default 1. */
  readonly code?: number;
}

/** A probe that fails although the process is well: a path that does not exist, a file that is removed. */
export interface FailingProbe {
  readonly probe: ProbeType;
  /** The age of the process, in seconds, from which it fails, in each of its lives; default 0. */
  readonly after?: number;
}

/** Answers that take long, as under load. */
export interface SlowAnswers extends Partial<Span> {
  /** How long each answer takes, in seconds. */
  readonly seconds: number;
}

/** Something that a user or the cluster does, so many seconds after the first pod was created. */
export type ScenarioStep = { readonly at: number } & (
  | {
      /**
       * - `drain`: the node of the first pod is drained, as by `kubectl drain --ignore-daemonsets --force`.
       * - `cordon`: the node of the first pod takes no more pods.
       * - `lose-node`: the node of the first pod falls silent, with all that runs on it.
       * - `delete-pod`: the first pod is deleted.
       * - `rollout`: the image gets another tag. `bad-rollout`: one whose containers exit with 1 at once.
       * - `undo`: back to the template before, as by `kubectl rollout undo`.
       */
      readonly step: 'drain' | 'cordon' | 'lose-node' | 'delete-pod' | 'rollout' | 'bad-rollout' | 'undo';
    }
  | { readonly step: 'scale'; readonly replicas: number }
);

/** The steps by name. */
export type StepName = ScenarioStep['step'];

/**
 * What happens to a workload, in the words of those who run it. Nothing happens unless it is said; several things go
 * together. Times are simulated seconds.
 *
 * What is said of a container holds in every pod, but `hang` and `kill`, which strike the first pod only.
 */
export interface Scenario {
  /** How long to look. Default: 300, or twice the last moment that the scenario speaks of. */
  readonly duration?: number;
  /** The name of the container that it is about, which may be a sidecar. Default: the first of `spec.containers`. */
  readonly container?: string;
  /** How long the images of each pod take to be pulled. Default: 0, the nodes have them. */
  readonly pull?: number;
  /** The process answers nothing until this age, in each of its lives. */
  readonly slowStart?: number;
  /** At this moment the process stops answering for good; a new one is well. TCP connections are still accepted. */
  readonly hang?: number;
  /** At this moment the process is killed, with 137; a new one is well. */
  readonly kill?: number;
  readonly exit?: ProcessExit;
  /** The process is killed for its memory, with 137, at this age in each of its lives. */
  readonly leak?: number;
  /**
   * What the process depends on is away: its readiness probe fails, and so does every other one that asks the same, or
   * that asks anything at all where there is no readiness probe. A TCP probe notices nothing.
   */
  readonly dependencyDown?: Span;
  readonly slowAnswers?: SlowAnswers;
  /** How long the process takes to end after SIGTERM, in seconds. Default: it ends at once. */
  readonly slowStop?: number;
  /** SIGTERM has no effect; default false. */
  readonly ignoresSigterm?: boolean;
  readonly failingProbes?: readonly FailingProbe[];
  readonly steps?: readonly ScenarioStep[];
}

/** Several things at once: of two words about the same the later one counts, steps and failing probes add up. */
export function combine(...scenarios: readonly Scenario[]): Scenario {
  const steps = scenarios.flatMap((scenario) => scenario.steps ?? []);
  const failingProbes = scenarios.flatMap((scenario) => scenario.failingProbes ?? []);
  return {
    ...Object.assign({}, ...scenarios),
    ...(steps.length > 0 && { steps: steps.sort((one, other) => one.at - other.at) }),
    ...(failingProbes.length > 0 && { failingProbes }),
  };
}

const SHORTEST_LOOK = 300;

/** How long a scenario is looked at, in seconds. */
export function durationOf(scenario: Scenario): number {
  const {
    pull,
    slowStart,
    hang,
    kill,
    exit,
    leak,
    dependencyDown,
    slowAnswers,
    failingProbes = [],
    steps = [],
  } = scenario;
  const moments = [
    pull,
    slowStart,
    hang,
    kill,
    leak,
    exit?.after,
    dependencyDown?.to,
    slowAnswers?.from,
    slowAnswers?.to,
    ...failingProbes.map(({ after }) => after),
    ...steps.map(({ at, step }) => (step === 'lose-node' ? at + SHORTEST_LOOK : at)),
  ];
  return scenario.duration ?? Math.max(SHORTEST_LOOK, ...moments.map((moment = 0) => Math.ceil(2 * moment)));
}
