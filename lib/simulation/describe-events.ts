import type { KubernetesEvent, PodEvent } from './pod-event';
import { humanDuration } from './scenario/pod-line';

/** A row of the Events that `kubectl describe pod` lists. */
export interface EventLine {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  /** `4s`, or `4s (x3 over 44s)` for one that came several times. */
  readonly age: string;
  readonly from: string;
  readonly message: string;
}

/**
 * The Events of a pod as they stand at a simulated second, those that came last at the end.
 *
 * Follows kubernetes staging/src/k8s.io/kubectl/pkg/describe/describe.go DescribeEvents, and
 * client-go tools/record/events_cache.go for what counts as the same Event.
 */
export function describeEvents(events: readonly PodEvent[], now: number): EventLine[] {
  const groups = new Map<string, { event: KubernetesEvent; last: number; count: number }>();
  for (const event of events) {
    if (event.type !== 'event' || event.at > now) continue;
    const key = [event.severity, event.reason, event.container, event.message].join('\n');
    const group = groups.get(key) ?? { event, last: event.at, count: 0 };
    groups.set(key, { ...group, last: event.at, count: group.count + 1 });
  }
  return [...groups.values()]
    .sort((one, other) => one.last - other.last)
    .map(({ event, last, count }) => {
      const latest = humanDuration(now - last);
      return {
        type: event.severity,
        reason: event.reason,
        age: count > 1 ? `${latest} (x${count} over ${humanDuration(now - event.at)})` : latest,
        from: event.reason === 'Scheduled' ? 'default-scheduler' : 'kubelet',
        message: event.message,
      };
    });
}

/** The rows with their header, in the columns of kubectl. */
export function eventTable(lines: readonly EventLine[]): string[] {
  if (lines.length === 0) return ['Events:  <none>'];
  const header = ['Type', 'Reason', 'Age', 'From', 'Message'];
  const rows = [
    header,
    header.map((title) => '-'.repeat(title === 'Message' || title === 'Reason' ? title.length : 4)),
    ...lines.map(({ type, reason, age, from, message }) => [type, reason, age, from, message]),
  ];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 2);
  return [
    'Events:',
    ...rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('')}`.trimEnd()),
  ];
}
