import type { PodSpec } from '../../kubernetes/generated/decoded';
import type { EventQueue } from '../event-queue';
import { isEqual } from '../is-equal';
import type { ContainerStatus, PodStatus } from '../pod-status';
import type { KubeletFeatures } from './features';
import { withContainerStatuses } from './generate-pod-status';

/** The kubelet's own status of a pod, and what the API server makes of it. */
export interface StatusManager {
  /** The kubelet's own. */
  cached(): PodStatus | undefined;
  /** What `kubectl` sees. */
  shown(): PodStatus;
  set(status: PodStatus): void;
  setReadiness(containerID: number, ready: boolean): void;
  setStartup(containerID: number, started: boolean): void;
  /** Every container is known to have ended: a terminal phase may be shown from the next change on. */
  allowTerminalPhase(): void;
  /** Sends the status again, although it has not changed. */
  resend(): void;
  /** The API server has set the deletion timestamp. */
  markDeleted(at: number): void;
}

const EMPTY: PodStatus = { phase: 'Pending', conditions: [], initContainerStatuses: [], containerStatuses: [] };

/**
 * Follows kubernetes pkg/kubelet/status/status_manager.go: SetContainerReadiness and SetContainerStartup change the
 * cached status between two syncs, and mergePodStatus keeps a terminal phase back while containers may still run.
 */
export function createStatusManager(
  queue: EventQueue,
  spec: PodSpec,
  features: KubeletFeatures,
  standalone: boolean,
  onStatus: (status: PodStatus, at: number) => void,
): StatusManager {
  let cached: PodStatus | undefined;
  let shown = EMPTY;
  let mayEnd = standalone;

  const show = (status: PodStatus) => {
    if (isEqual(status, shown)) return;
    shown = status;
    onStatus(status, queue.now);
  };
  const send = (status: PodStatus) => {
    const isOver = status.phase === 'Succeeded' || status.phase === 'Failed';
    const deleted = shown.deletedAt === undefined ? {} : { deletedAt: shown.deletedAt };
    show({ ...status, ...deleted, ...(isOver && !mayEnd && { phase: shown.phase }) });
  };
  const set = (status: PodStatus) => {
    if (cached && isEqual(cached, status)) return;
    cached = status;
    send(status);
  };
  const change = (containerID: number, key: 'ready' | 'started', value: boolean) => {
    if (!cached) return;
    const isTarget = (container: ContainerStatus) => container.containerID === containerID && container[key] !== value;
    if (![...cached.initContainerStatuses, ...cached.containerStatuses].some(isTarget)) return;
    const changed = (container: ContainerStatus) => (isTarget(container) ? { ...container, [key]: value } : container);
    set(withContainerStatuses(spec, features, cached, changed, queue.now));
  };

  return {
    cached: () => cached,
    shown: () => shown,
    set,
    setReadiness: (containerID, ready) => change(containerID, 'ready', ready),
    setStartup: (containerID, started) => change(containerID, 'started', started),
    allowTerminalPhase() {
      mayEnd = true;
    },
    resend() {
      if (cached) send(cached);
    },
    markDeleted: (at) => show({ ...shown, deletedAt: at }),
  };
}
