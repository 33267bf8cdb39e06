import type { Probe } from '../../imports/k8s';
import type { ExactlyOne } from './exactly-one';
import type { ProbeHandlers } from './handler';
import type { Mistake } from './mistake';

/** The numbers that every probe has; all in seconds or counts, at least 1 except `initialDelaySeconds`. */
export type ProbeTiming = Omit<Probe, keyof ProbeHandlers | 'successThreshold' | 'terminationGracePeriodSeconds'>;

type OneProbeHandler<Name extends string> = ExactlyOne<
  ProbeHandlers<Name>,
  'a probe has exactly one handler: exec, grpc, httpGet or tcpSocket'
>;

/** The numbers of a probe whose failure restarts the container. */
interface RestartTiming extends ProbeTiming {
  /** How many successes in a row end a failure: 1, nothing else. Default 1. */
  readonly successThreshold?: 1;
  /** How long the container may take to stop when this probe fails, in seconds. Default: that of the pod. */
  readonly terminationGracePeriodSeconds?: number;
}

/** The numbers of a probe whose failure takes the pod out of its Services. */
interface ReadinessTiming extends ProbeTiming {
  /** How many successes in a row make a failing container ready again. Default 1. */
  readonly successThreshold?: number;
  readonly terminationGracePeriodSeconds?: Mistake<'a readiness probe stops no container'>;
}

/** A probe whose failure restarts the container. */
export type LivenessProbe<Name extends string = string> = RestartTiming & OneProbeHandler<Name>;

/** A probe that holds the two others back until it has succeeded once; its failure restarts the container. */
export type StartupProbe<Name extends string = string> = RestartTiming & OneProbeHandler<Name>;

/** A probe whose failure takes the pod out of the endpoints of its Services, and restarts nothing. */
export type ReadinessProbe<Name extends string = string> = ReadinessTiming & OneProbeHandler<Name>;
