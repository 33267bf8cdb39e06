import type { WorkloadCondition } from './cluster-object';

/**
 * What happens in a cluster. `at` is the simulated time in seconds; `object` is the name of a pod or node, the kind and
 * name of anything else (`Deployment/web`), `user` for a step of the scenario, or the command (`kubectl drain`).
 *
 * Pods: `pod-created`, `scheduled`, `unschedulable`, `running`, `ready`, `unready`, `restarted`, `succeeded`, `failed`,
 * `deletion-started` (deletionTimestamp set), `disruption-target` (the condition), `adopted`, `released`, `pod-removed`.
 * ReplicaSets, Jobs, CronJobs: `created`, `scaled`, `revision`, `removed`. Nodes: `node-added`, `node-removed`,
 * `heartbeat-stopped`, `heartbeat-resumed`, `node-ready`, `cordoned`, `uncordoned`, `taint-added`, `taint-removed`.
 */
export type ClusterEvent = { readonly at: number; readonly object: string } & ClusterChange;

/** A cluster event without its time and object. */
export type ClusterChange =
  | {
      readonly type:
        | 'running'
        | 'ready'
        | 'unready'
        | 'succeeded'
        | 'failed'
        | 'unschedulable'
        | 'adopted'
        | 'released'
        | 'pod-removed'
        | 'removed'
        | 'node-added'
        | 'node-removed'
        | 'heartbeat-stopped'
        | 'heartbeat-resumed'
        | 'cordoned'
        | 'uncordoned';
    }
  | { readonly type: 'pod-created'; readonly revision?: string; readonly index?: number }
  | { readonly type: 'scheduled'; readonly node: string }
  | { readonly type: 'restarted'; readonly count: number }
  | { readonly type: 'deletion-started'; readonly gracePeriodSeconds: number }
  | { readonly type: 'disruption-target' | 'event'; readonly reason: string; readonly message?: string }
  | { readonly type: 'created'; readonly replicas?: number; readonly revision?: number }
  | { readonly type: 'scaled'; readonly from: number; readonly to: number }
  | { readonly type: 'revision'; readonly to: number }
  | ({ readonly type: 'condition' } & { readonly condition: Omit<WorkloadCondition, 'lastUpdateTime'> })
  | { readonly type: 'node-ready'; readonly status: 'True' | 'Unknown'; readonly reason: string }
  | { readonly type: 'taint-added' | 'taint-removed'; readonly taint: string }
  | { readonly type: 'eviction-answer'; readonly code: number; readonly cause?: string }
  | { readonly type: 'step' | 'output'; readonly text: string }
  | { readonly type: 'exit'; readonly code: number };
