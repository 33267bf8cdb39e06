import type { Container, LifecycleHandler } from '../../kubernetes/generated/decoded';
import type { EventQueue } from '../event-queue';
import type { PodEvent } from '../pod-event';
import { handlerPort } from './container-port';
import type { Process } from './process';
import type { ContainerRuntime, Instance } from './runtime';

/** A hook to run in a container. */
export interface HookRun {
  readonly container: Container;
  readonly instance: Instance;
  readonly handler: LifecycleHandler;
  readonly purpose: 'postStart' | 'preStop';
  /** Seconds after which it is given up; never when left out. */
  readonly limit?: number;
}

/**
 * Runs a postStart or preStop hook and says whether it succeeded in time; the end of the container ends it too.
 *
 * Follows kubernetes pkg/kubelet/lifecycle/handlers.go Run: exec, httpGet (any answer below 400 is good) and sleep.
 */
export function* runHook(
  queue: EventQueue,
  runtime: ContainerRuntime,
  emit: (event: PodEvent) => void,
  hook: HookRun,
): Process<boolean> {
  const { container, instance, handler, purpose, limit = Number.POSITIVE_INFINITY } = hook;
  const life = runtime.lifeOf(instance.id);
  if (!life) return false;
  const port = handlerPort(container, handler);
  const answer = handler.sleep
    ? { after: handler.sleep.seconds ?? 0 }
    : life.answer({ purpose, handler, port }, queue.now - instance.startedAt);
  if (purpose === 'preStop' && handler.exec) {
    emit({ at: queue.now, type: 'prestop-exec', container: container.name ?? '', takes: answer.after });
  }
  const refused = (answer.refused ?? false) && !handler.exec && !handler.sleep;
  yield runtime.endOrAfter(instance, refused ? 0 : Math.min(answer.after, limit));
  if (refused || answer.after > limit || !runtime.isRunning(instance.id)) return false;
  return handler.httpGet ? (answer.value ?? 200) < 400 : (answer.value ?? 0) === 0;
}
