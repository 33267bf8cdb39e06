import type { Container } from '../../kubernetes/generated/decoded';
import type { EventQueue } from '../event-queue';
import type { PodEvent } from '../pod-event';
import type { Process } from './process';
import { runHook } from './run-hook';
import type { ContainerRuntime, Instance } from './runtime';
import type { TerminationOrder } from './termination-order';

/** Seconds that a process always gets between SIGTERM and SIGKILL. */
const SHORTEST_GRACE = 2;
/** A hook that takes whole seconds takes a moment longer. */
const MOMENT = 0.001;

/** One container to stop. */
export interface ContainerStop {
  readonly container: Container;
  readonly instance: Instance;
  readonly graceSeconds: number;
  /** The message of the Event `Killing`. */
  readonly message: string;
  readonly order?: TerminationOrder;
}

/**
 * Stops a container: preStop hook, its turn, SIGTERM with what is left of the grace, SIGKILL.
 *
 * Follows kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go killContainer: hook and turn cost whole seconds of
 * the grace, and the signal never gets less than 2 s.
 */
export function* stopContainer(
  queue: EventQueue,
  runtime: ContainerRuntime,
  emit: (event: PodEvent) => void,
  stop: ContainerStop,
): Process {
  const { container, instance, message, order } = stop;
  const name = container.name ?? '';
  if (!runtime.isRunning(instance.id)) return order?.ended(name);
  let grace = stop.graceSeconds;
  let hookFailed = false;
  emit({ at: queue.now, type: 'event', severity: 'Normal', reason: 'Killing', message, container: name });
  const { preStop } = container.lifecycle ?? {};
  if (preStop && grace > 0) {
    const begin = queue.now;
    hookFailed = !(yield* runHook(queue, runtime, emit, {
      container,
      instance,
      handler: preStop,
      purpose: 'preStop',
      limit: grace,
    }));
    grace -= Math.floor(queue.now - begin + MOMENT);
  }
  if (order && grace > 0) {
    const begin = queue.now;
    yield order.turnOf(name, grace);
    grace -= Math.floor(queue.now - begin + MOMENT);
  }
  yield runtime.stop(instance, Math.max(grace, SHORTEST_GRACE));
  if (hookFailed) {
    emit({
      at: queue.now,
      type: 'event',
      severity: 'Warning',
      reason: 'FailedPreStopHook',
      message: 'PreStopHook failed',
      container: name,
    });
  }
  order?.ended(name);
}
