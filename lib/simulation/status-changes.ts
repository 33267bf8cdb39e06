import { isEqual } from './is-equal';
import type { ContainerStatus, PodStatus } from './pod-status';

/** A change that a watcher of a pod's status sees, in a word and its details. */
export interface StatusChange {
  readonly type:
    | 'phase'
    | 'initialized'
    | 'not-initialized'
    | 'pod-ready'
    | 'pod-unready'
    | 'waiting'
    | 'running'
    | 'terminated'
    | 'ready'
    | 'unready'
    | 'startup-ok'
    | 'startup-reset'
    | 'restart-count'
    | 'last-state'
    | 'deletion-timestamp';
  readonly container?: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** What has changed from one status to a later one; everything is news when there is none before. */
export function statusChanges(before: PodStatus | undefined, after: PodStatus): StatusChange[] {
  const changes: StatusChange[] = [];
  if (before?.phase !== after.phase) changes.push({ type: 'phase', detail: { phase: after.phase } });
  if (after.deletedAt !== undefined && before?.deletedAt === undefined) {
    changes.push({ type: 'deletion-timestamp', detail: {} });
  }
  for (const [condition, yes, no] of [
    ['Initialized', 'initialized', 'not-initialized'],
    ['Ready', 'pod-ready', 'pod-unready'],
  ] as const) {
    const old = before?.conditions.find(({ type }) => type === condition);
    const now = after.conditions.find(({ type }) => type === condition);
    if (!now || (old?.status === now.status && old.reason === now.reason)) continue;
    changes.push({ type: now.status === 'True' ? yes : no, detail: now.reason ? { reason: now.reason } : {} });
  }
  for (const list of ['initContainerStatuses', 'containerStatuses'] as const) {
    for (const status of after[list]) {
      changes.push(
        ...containerChanges(
          before?.[list].find(({ name }) => name === status.name),
          status,
        ),
      );
    }
  }
  return changes;
}

function containerChanges(before: ContainerStatus | undefined, after: ContainerStatus): StatusChange[] {
  const changes: StatusChange[] = [];
  const container = after.name;
  const add = (type: StatusChange['type'], detail: StatusChange['detail'] = {}) =>
    changes.push({ type, container, detail });
  const { waiting, running, terminated } = after.state;
  const isNewState = !isEqual(before?.state, after.state) || before?.containerID !== after.containerID;
  if (isNewState) {
    if (running) add('running');
    else if (terminated) add('terminated', { reason: terminated.reason, code: terminated.exitCode });
    else if (waiting) add('waiting', waitingDetail(waiting.reason, waiting.message));
  }
  if ((before?.ready ?? false) !== after.ready) add(after.ready ? 'ready' : 'unready');
  if ((before?.started ?? false) !== after.started) add(after.started ? 'startup-ok' : 'startup-reset');
  if ((before?.restartCount ?? 0) !== after.restartCount) add('restart-count', { n: after.restartCount });
  const [last, old] = [after.lastState.terminated, before?.lastState.terminated];
  if (last && (last.reason !== old?.reason || last.exitCode !== old?.exitCode)) {
    add('last-state', { reason: last.reason, code: last.exitCode });
  }
  return changes;
}

function waitingDetail(reason: string, message = ''): StatusChange['detail'] {
  const backoff = /^back-off (\S+)/.exec(message)?.[1];
  return { reason, ...(backoff && { backoff }) };
}
