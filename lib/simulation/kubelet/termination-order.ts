import type { PodSpec } from '../../kubernetes/generated/decoded';
import type { EventQueue } from '../event-queue';
import type { Wait } from './process';
import { isSidecar } from './restart-policy';

/** Who is stopped before whom. */
export interface TerminationOrder {
  /** Waits until a container may be signalled, at most so many seconds. */
  turnOf(container: string, limitSeconds: number): Wait;
  ended(container: string): void;
}

/**
 * Sidecars wait for the containers of the pod proper and for the sidecars declared after them.
 *
 * Follows kubernetes pkg/kubelet/kuberuntime/kuberuntime_termination_order.go.
 */
export function createTerminationOrder(queue: EventQueue, spec: PodSpec, running: readonly string[]): TerminationOrder {
  const left = new Set(running);
  const waiting = new Set<() => void>();
  const regular = (spec.containers ?? []).map(({ name }) => name ?? '');
  const sidecars = (spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name ?? '');

  const isBlocked = (container: string) => {
    const position = sidecars.indexOf(container);
    if (position < 0) return false;
    return [...regular, ...sidecars.slice(position + 1)].some((name) => left.has(name));
  };

  return {
    turnOf: (container, limitSeconds) => (resume) => {
      if (!isBlocked(container)) return resume();
      const check = () => {
        if (isBlocked(container)) return;
        go();
      };
      const timeout = queue.after(limitSeconds, () => go());
      const go = () => {
        waiting.delete(check);
        queue.cancel(timeout);
        resume();
      };
      waiting.add(check);
    },
    ended(container) {
      left.delete(container);
      for (const check of [...waiting]) check();
    },
  };
}
