import type { ClusterEvent } from '../../../lib/simulation/controllers/cluster/cluster-event';
import { eventName } from '../../../lib/simulation/controllers/timeline/event-name';
import type { Observation } from '../../../lib/simulation/explore';
import type { RecordedCluster, RecordedEvent } from './recorded-cluster';

/** The events of a cluster, and the group of each of its pods. */
export interface ClusterEvents {
  readonly events: readonly ClusterEvent[];
  readonly groups: ReadonlyMap<string, string>;
}

type Fields = Readonly<Record<string, string | number | undefined>>;

/** The events of a recorded run in the form of the simulator. */
export function recordedEvents({ objects, steps }: RecordedCluster, run: readonly RecordedEvent[]): ClusterEvents {
  const created = [...objects, ...steps.flatMap(({ create = [] }) => create)];
  const numbered = new Set(created.filter(({ kind }) => kind === 'StatefulSet').map(({ metadata }) => metadata?.name));
  const groups = new Map<string, string>();
  for (const { event, object } of run) {
    if (event !== 'pod-created') continue;
    const group = object.replace(/-\d+$/, '');
    groups.set(object, numbered.has(group) ? object : group);
  }
  return { events: run.map(asClusterEvent), groups };
}

function asClusterEvent({ t, object, event, detail = {} }: RecordedEvent): ClusterEvent {
  const text = typeof detail === 'string' ? detail.replace(/\bNS\b/g, 'default') : '';
  const fields: Fields = typeof detail === 'string' ? {} : detail;
  const change = { at: t, object, type: event === 'Event' ? 'event' : event, ...changeOf(event, text, fields) };
  return change as ClusterEvent;
}

function changeOf(event: string, text: string, fields: Fields): object {
  switch (event) {
    case 'condition':
      return { condition: fields };
    case 'taint-added':
    case 'taint-removed':
      return { taint: text };
    case 'output':
    case 'step':
      return { text };
    case 'deletion-started':
      return { gracePeriodSeconds: fields.grace };
    case 'revision':
      return { to: Number(fields.to) };
    case 'created':
      return { ...fields, ...(fields.revision !== undefined && { revision: Number(fields.revision) }) };
    case 'Event':
      return { reason: fields.reason, message: String(fields.message).replace(/\bNS\b/g, 'default') };
    default:
      return fields;
  }
}

/** The events of a run with the names under which the simulator states bounds. */
export function statedNames({ events, groups }: ClusterEvents): Observation[] {
  return compared(events).map((event) => ({ name: eventName(event, groups), at: event.at }));
}

/** The events of a run with names that also tell sizes and texts, but not the nodes. */
export function exactNames({ events, groups }: ClusterEvents): Observation[] {
  return compared(events).map((event) => {
    const name = `${eventName(event, groups)} ${exactDetail(event)}`;
    const grouped = name.replace(/[\w.-]+/g, (word) => groups.get(word) ?? (/^n\d+$/.test(word) ? 'node' : word));
    return { name: grouped.trim(), at: event.at };
  });
}

/** In recordings a node that joins shows only when it becomes ready. */
function compared(events: readonly ClusterEvent[]): ClusterEvent[] {
  return events.filter(({ type }) => type !== 'step' && type !== 'node-added').sort((one, other) => one.at - other.at);
}

function exactDetail(event: ClusterEvent): string {
  switch (event.type) {
    case 'scaled':
      return `${event.from} to ${event.to}`;
    case 'created':
      return `${event.replicas ?? ''} revision ${event.revision ?? ''}`;
    case 'event':
      return (event.message ?? '').replace('(combined from similar events): ', '');
    case 'deletion-started':
      return `grace ${event.gracePeriodSeconds}`;
    case 'eviction-answer':
      return event.cause ?? '';
    case 'pod-created':
      return `${event.revision ?? ''} ${event.index ?? ''}`;
    default:
      return '';
  }
}
