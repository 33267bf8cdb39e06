import type { ClusterEvent } from '../simulation/controllers/cluster/cluster-event';
import type { Happening } from './happening';

/** The line of an event of the cluster; undefined for one that the pods tell of themselves. */
export function clusterHappening(event: ClusterEvent): Happening | undefined {
  const text = textOf(event);
  if (text === undefined) return undefined;
  return { at: event.at, subject: event.object, text, isTrouble: isTrouble(event) };
}

function textOf(event: ClusterEvent): string | undefined {
  switch (event.type) {
    case 'pod-created':
      return 'created';
    case 'scheduled':
      return `goes to ${event.node}`;
    case 'unschedulable':
      return 'fits on no node';
    case 'pod-removed':
      return 'gone';
    case 'deletion-started':
      return `deleted, with ${event.gracePeriodSeconds} s to end`;
    case 'scaled':
      return `scaled from ${event.from} to ${event.to}`;
    case 'cordoned':
      return 'takes no more pods';
    case 'uncordoned':
      return 'takes pods again';
    case 'heartbeat-stopped':
      return 'falls silent';
    case 'heartbeat-resumed':
      return 'is back';
    case 'node-ready':
      return event.status === 'True' ? 'is ready' : 'is not heard of: its pods are not ready';
    case 'taint-added':
      return `tainted ${event.taint}`;
    case 'eviction-answer':
      return event.code === 429 ? `eviction refused: ${event.cause ?? 'a disruption budget'}` : undefined;
    case 'condition':
      return `${event.condition.type} ${event.condition.status}: ${event.condition.reason}`;
    case 'step':
    case 'output':
      return event.text;
    default:
      return undefined;
  }
}

function isTrouble(event: ClusterEvent): boolean {
  if (event.type === 'node-ready') return event.status !== 'True';
  if (event.type === 'condition')
    return event.condition.type !== 'ReplicaFailure' && event.condition.status === 'False';
  return event.type === 'unschedulable' || event.type === 'heartbeat-stopped' || event.type === 'eviction-answer';
}
