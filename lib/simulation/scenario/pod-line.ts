import type { Container } from '../../kubernetes/generated/decoded';
import { isSidecar } from '../kubelet/restart-policy';
import { type ContainerStatus, isConditionTrue, type PodStatus } from '../pod-status';
import { type PodTimeline, statusAt } from './timeline';

/** The columns of a line of `kubectl get pod`. */
export interface PodLine {
  readonly name: string;
  /** `1/2`. */
  readonly ready: string;
  /** `Running`, `CrashLoopBackOff`, `Init:0/1`, `Terminating` ... */
  readonly status: string;
  /** `3 (11s ago)`. */
  readonly restarts: string;
  /** `41s`. */
  readonly age: string;
}

const EMPTY: PodStatus = { phase: 'Pending', conditions: [], initContainerStatuses: [], containerStatuses: [] };

/**
 * The line of a pod that `kubectl get pod` prints at a simulated second; undefined while there is no such pod.
 *
 * Follows kubernetes pkg/printers/internalversion/printers.go printPod.
 */
export function podLine(pod: Omit<PodTimeline, 'events' | 'faults'>, now: number): PodLine | undefined {
  if (now < pod.createdAt || (pod.goneAt !== undefined && now >= pod.goneAt)) return undefined;
  const status = statusAt(pod, now) ?? EMPTY;
  const sidecars = (pod.spec.initContainers ?? []).filter(isSidecar);
  const total = (pod.spec.containers ?? []).length + sidecars.length;
  const { ready, reason, restarts, lastEnd } = summary(status, pod.spec.initContainers ?? []);
  return {
    name: pod.name,
    ready: `${ready}/${total}`,
    status: status.deletedAt !== undefined && !isOver(status) ? 'Terminating' : reason,
    restarts:
      restarts > 0 && lastEnd !== undefined ? `${restarts} (${humanDuration(now - lastEnd)} ago)` : `${restarts}`,
    age: humanDuration(now - pod.createdAt),
  };
}

/** The lines with their header, in columns. */
export function podTable(lines: readonly PodLine[]): string[] {
  const rows = [{ name: 'NAME', ready: 'READY', status: 'STATUS', restarts: 'RESTARTS', age: 'AGE' }, ...lines].map(
    ({ name, ready, status, restarts, age }) => [name, ready, status, restarts, age],
  );
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 3);
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(''));
}

interface Summary {
  readonly ready: number;
  readonly reason: string;
  readonly restarts: number;
  /** When the container that ended last, of those that have been restarted, ended. */
  readonly lastEnd?: number;
}

function isOver({ phase }: PodStatus): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}

function summary(status: PodStatus, initContainers: readonly Container[]): Summary {
  const isRestartable = ({ name }: ContainerStatus) =>
    initContainers.some((container) => container.name === name && isSidecar(container));
  const init = status.initContainerStatuses;
  const blocking = init.findIndex(
    (container) => container.state.terminated?.exitCode !== 0 && !(isRestartable(container) && container.started),
  );
  const first = blocking < 0 ? undefined : init[blocking];
  const passed = blocking < 0 ? init : init.slice(0, blocking);
  const ready = passed.filter((container) => isRestartable(container) && container.started && container.ready).length;
  if (first && !isConditionTrue(status, 'Initialized')) {
    return {
      ready,
      reason: initReason(first, blocking, initContainers.length),
      ...restartsOf(init.slice(0, blocking + 1)),
    };
  }
  const containers = status.containerStatuses;
  const { reason, running } = containerReason(status.phase, containers);
  const isRunning = reason === 'Completed' && running > 0;
  return {
    ready: ready + running,
    reason: isRunning ? (isConditionTrue(status, 'Ready') ? 'Running' : 'NotReady') : reason,
    ...restartsOf([...init.filter(isRestartable), ...containers]),
  };
}

function initReason({ state }: ContainerStatus, index: number, count: number): string {
  if (state.terminated) return `Init:${state.terminated.reason || `ExitCode:${state.terminated.exitCode}`}`;
  const waiting = state.waiting?.reason;
  return waiting && waiting !== 'PodInitializing' ? `Init:${waiting}` : `Init:${index}/${count}`;
}

/** The first container that waits or has ended gives the reason; the number counts those that run and are ready. */
function containerReason(phase: string, containers: readonly ContainerStatus[]): { reason: string; running: number } {
  let reason = phase;
  let running = 0;
  for (const { state, ready } of [...containers].reverse()) {
    if (state.waiting?.reason) reason = state.waiting.reason;
    else if (state.terminated) reason = state.terminated.reason || `ExitCode:${state.terminated.exitCode}`;
    else if (ready && state.running) running += 1;
  }
  return { reason, running };
}

function restartsOf(containers: readonly ContainerStatus[]): Pick<Summary, 'restarts' | 'lastEnd'> {
  const ends = containers.flatMap(({ lastState }) => lastState.terminated?.finishedAt ?? []);
  return {
    restarts: containers.reduce((sum, { restartCount }) => sum + restartCount, 0),
    ...(ends.length > 0 && { lastEnd: Math.max(...ends) }),
  };
}

const MINUTE = 60;
const HOUR = 3600;

/**
 * An age as kubectl prints it: 45s, 3m5s, 15m, 4h10m, 12h.
 *
 * Follows k8s.io/apimachinery pkg/util/duration HumanDuration.
 */
export function humanDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 2 * MINUTE) return `${whole}s`;
  const minutes = Math.floor(whole / MINUTE);
  if (minutes < 10) return `${minutes}m${whole % MINUTE === 0 ? '' : `${whole % MINUTE}s`}`;
  if (minutes < 3 * MINUTE) return `${minutes}m`;
  const hours = Math.floor(whole / HOUR);
  return hours < 8 && minutes % MINUTE !== 0 ? `${hours}h${minutes % MINUTE}m` : `${hours}h`;
}
