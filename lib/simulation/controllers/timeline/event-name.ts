import type { ClusterEvent } from '../cluster/cluster-event';

/**
 * The name under which an event is the same in all runs: pods go by their group, sizes of steps and texts of Events are
 * left out, as pods that become ready together are taken in groups of any size.
 *
 * @param groups The group of each pod.
 */
export function eventName(event: ClusterEvent, groups: ReadonlyMap<string, string>): string {
  const group = (text: string) =>
    text.replace(
      /[\w./-]+/g,
      (word) => groups.get(word) ?? word.replace(/[\w.-]+/g, (part) => groups.get(part) ?? part),
    );
  return [group(event.object), event.type, ...details(event).map((detail) => group(String(detail)))].join(' ');
}

function details(event: ClusterEvent): readonly (string | number)[] {
  switch (event.type) {
    case 'condition':
      return [event.condition.type, event.condition.status, event.condition.reason];
    case 'event':
    case 'disruption-target':
      return [event.reason];
    case 'node-ready':
      return [event.status];
    case 'taint-added':
    case 'taint-removed':
      return [event.taint];
    case 'eviction-answer':
    case 'exit':
      return [event.code];
    case 'restarted':
      return [event.count];
    case 'revision':
      return [event.to];
    case 'output':
      return [event.text.replace(/pods?\/"?/g, 'pod ').replace(/"/g, '')];
    default:
      return [];
  }
}
