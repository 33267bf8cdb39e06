import type { Container, PodSpec, Probe } from '../kubernetes/generated/decoded';

/** Between which two numbers of seconds something takes, whatever the kubelet leaves to chance. */
export interface Window {
  readonly earliest: number;
  readonly latest: number;
}

/** What the numbers of a probe amount to, in seconds. */
export interface ProbeWindows {
  /** From the start of the container to its first probe. */
  readonly firstProbe: Window;
  /** From the moment in which the container begins to answer wrongly, at once, to the probe's verdict. */
  readonly failure: Window;
  /** The same for a container that hangs: every probe then takes `timeoutSeconds`. */
  readonly hang: Window;
  /** From the moment in which the container answers well again to the probe's verdict. */
  readonly success: Window;
  /**
   * How long a container may take to start without failing the probe: up to the earliest it always survives, up to the
   * latest it may.
   */
  readonly slowestStart: Window;
}

/** Seconds from a probe's verdict to the beginning of the stop, at most. */
const REACTION = 0.8;
/** Seconds that a process has between SIGTERM and SIGKILL, at least. */
const SHORTEST_GRACE = 2;

/**
 * Reads a probe's numbers; those that are left out have the API server's defaults.
 *
 * Follows kubernetes pkg/kubelet/prober/worker.go: ticks come every period from the first sync of the pod on, so their
 * phase against the container's start is anything; a tick is skipped while the container is younger than the initial
 * delay, of which the whole seconds of statuses may cost one; a probe that takes longer than a period is followed by the
 * next one at once.
 */
export function probeWindows(probe: Probe): ProbeWindows {
  const period = probe.periodSeconds || 10;
  const timeout = probe.timeoutSeconds || 1;
  const failures = probe.failureThreshold || 3;
  const successes = probe.successThreshold || 1;
  const delay = probe.initialDelaySeconds ?? 0;
  const slowPeriod = Math.max(period, timeout);
  const firstProbe = { earliest: Math.max(delay - 1, 0), latest: delay + period };
  const failing = (failures - 1) * period;
  const hanging = (failures - 1) * slowPeriod + timeout;
  return {
    firstProbe,
    failure: { earliest: failing, latest: failing + period },
    hang: { earliest: hanging, latest: hanging + slowPeriod },
    success: { earliest: (successes - 1) * period, latest: successes * period },
    slowestStart: { earliest: firstProbe.earliest + failing, latest: firstProbe.latest + failing },
  };
}

/**
 * From the moment in which a container hangs to its next life, in seconds; undefined without a liveness probe, which
 * means never. A back-off comes on top once it has been restarted often.
 *
 * Follows kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go killContainer: the hook and the grace together
 * take as long as the grace, or 2 s more where the hook uses it up.
 */
export function recoveryWindow(container: Container, spec: PodSpec): Window | undefined {
  const probe = container.livenessProbe;
  if (!probe) return undefined;
  const { hang } = probeWindows(probe);
  const grace = probe.terminationGracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30;
  const stop = Math.max(grace, SHORTEST_GRACE) + (container.lifecycle?.preStop && grace > 0 ? SHORTEST_GRACE : 0);
  return { earliest: hang.earliest, latest: hang.latest + REACTION + stop };
}
