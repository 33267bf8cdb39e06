import type { EventQueue } from '../../event-queue';
import { type ClusterChoices, latency } from './cluster-choices';
import type { ClusterChange, ClusterEvent } from './cluster-event';
import type {
  ClusterCronJob,
  ClusterDaemonSet,
  ClusterDeployment,
  ClusterDisruptionBudget,
  ClusterJob,
  ClusterNode,
  ClusterObject,
  ClusterPod,
  ClusterReplicaSet,
  ClusterService,
  ClusterStatefulSet,
} from './cluster-object';
import { createEventRecorder } from './event-recorder';
import { createEventSink } from './event-sink';
import { type ClientLimits, createRequestLimiter } from './request-limiter';
import { createTable, type Table } from './table';

/** What the API server holds, and the clock that everything in the cluster shares. */
export interface Cluster {
  readonly queue: EventQueue;
  readonly choices: ClusterChoices;
  /** The minor of Kubernetes. */
  readonly minor: number;
  readonly pods: Table<ClusterPod>;
  readonly nodes: Table<ClusterNode>;
  readonly deployments: Table<ClusterDeployment>;
  readonly replicaSets: Table<ClusterReplicaSet>;
  readonly statefulSets: Table<ClusterStatefulSet>;
  readonly daemonSets: Table<ClusterDaemonSet>;
  readonly jobs: Table<ClusterJob>;
  readonly cronJobs: Table<ClusterCronJob>;
  readonly disruptionBudgets: Table<ClusterDisruptionBudget>;
  readonly services: Table<ClusterService>;
  /** Pods that are equal share a group, by the id of each pod that there ever was: `web-r1` for `web-r1-3`. */
  readonly groups: Map<string, string>;
  /** All that has happened, in order. */
  readonly events: readonly ClusterEvent[];
  /** Writes down what happens now. */
  record(object: string, change: ClusterChange): void;
  /**
   * Sends an Event of Kubernetes, unless its recorder drops it, and writes it down.
   *
   * @param isListed Whether it is written down; default true.
   */
  emit(object: string, reason: string, message: string, isListed?: boolean): void;
  /** A time cut to the whole second of the wall clock, as statuses hold it; default now. Simulated seconds. */
  stamp(time?: number): number;
  /** The wall-clock time of a simulated one, in seconds since 1970 UTC. */
  wallClock(time: number): number;
  /** Sends a request to the API server. @returns the seconds until it is done. */
  request(): number;
  /** The same cluster for one controller, whose requests are limited. */
  limited(): Cluster;
  /** Counts the uses of a key: 1, then 2. */
  nextNumber(key: string): number;
}

/** What a cluster begins with. */
export interface ClusterStart {
  readonly queue: EventQueue;
  readonly choices: ClusterChoices;
  readonly minor: number;
  /** The wall-clock time at the start, in seconds since 1970 UTC; default a choice within second 0. */
  readonly wallClock?: number;
  /** How many requests each controller may send; default as many as it likes. */
  readonly clientLimits?: ClientLimits;
}

/** A cluster without objects. */
export function createCluster({ queue, choices, minor, wallClock, clientLimits }: ClusterStart): Cluster {
  const events: ClusterEvent[] = [];
  const recorder = createEventRecorder();
  const counters = new Map<string, number>();
  const start = wallClock ?? Math.min(choices.next('clock'), 0.999);
  const record = (object: string, change: ClusterChange) => {
    events.push({ at: queue.now, object, ...change });
  };
  const emitThrough =
    (sink: (send: () => void) => void): Cluster['emit'] =>
    (object, reason, text, isListed = true) => {
      const message = recorder.record(object, reason, text, queue.now);
      if (message === undefined) return;
      sink(() => {
        if (isListed) record(object, { type: 'event', reason, message });
      });
    };
  const request = () => latency(choices, 'write');
  const cluster: Cluster = {
    queue,
    choices,
    minor,
    pods: createTable(),
    nodes: createTable(),
    deployments: createTable(),
    replicaSets: createTable(),
    statefulSets: createTable(),
    daemonSets: createTable(),
    jobs: createTable(),
    cronJobs: createTable(),
    disruptionBudgets: createTable(),
    services: createTable(),
    groups: new Map(),
    events,
    record,
    emit: emitThrough((send) => send()),
    stamp: (time = queue.now) => Math.floor(start + time) - start,
    wallClock: (time) => start + time,
    nextNumber(key) {
      const count = (counters.get(key) ?? 0) + 1;
      counters.set(key, count);
      return count;
    },
    request,
    limited() {
      if (!clientLimits) return cluster;
      const limiter = createRequestLimiter(clientLimits);
      const limitedRequest = () => limiter.reserve(queue.now) + request();
      const sink = createEventSink(queue, limitedRequest);
      return { ...cluster, request: limitedRequest, emit: emitThrough(sink) };
    },
  };
  return cluster;
}

/** The id of an object: its name, with its namespace in front unless that is `default`. */
export function objectId(namespace: string, name: string): string {
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

/** How events name an object that is neither pod nor node. */
export function reference(kind: string, { id }: Pick<ClusterObject, 'id'>): string {
  return `${kind}/${id}`;
}
