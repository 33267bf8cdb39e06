import type { Taint } from '../../kubernetes/generated/decoded';
import type { OwnerKind } from './cluster/cluster-object';
import type { Propagation } from './cluster/garbage-collector';
import type { Manifest } from './cluster/object-store';
import type { ObjectPatch, PatchableKind } from './cluster/patch-object';
import type { DrainOptions } from './disruption/drain-options';
import type { NewNode } from './node/node-store';

/** Names an object: `Deployment/web`, with the namespace in front of the name unless it is `default`. */
export interface Target<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
}

/** The first pods, by name, of one template of a workload that are not being deleted. */
export interface PodChoice {
  /** The names of the pods begin so: `web-r1-`. */
  readonly prefix: string;
  readonly first: number;
}

/** The kinds that have pods of a template and can be rolled out. */
export type RolloutKind = 'Deployment' | 'StatefulSet' | 'DaemonSet';

/**
 * What somebody does to a cluster, or what befalls it. Pods are named `web-r1-2`: the second pod made from the first
 * template of `web`; the pods of a StatefulSet `db-0`, of a Job `job-1`, of a DaemonSet `agent-r1-1`.
 */
export type ClusterAction =
  /** New objects. */
  | { readonly do: 'create'; readonly objects: readonly Manifest[] }
  /** A change of an object, as a JSON merge patch. */
  | { readonly do: 'patch'; readonly target: Target<PatchableKind>; readonly patch: ObjectPatch }
  | { readonly do: 'scale'; readonly target: Target<PatchableKind>; readonly replicas: number }
  /** Another image for a container; default the first one. */
  | {
      readonly do: 'set-image';
      readonly target: Target<PatchableKind>;
      readonly image: string;
      readonly container?: string;
    }
  /** `kubectl rollout undo`, to the revision before the current one unless another is named. */
  | { readonly do: 'rollout-undo'; readonly target: Target<RolloutKind>; readonly toRevision?: number }
  /** `kubectl rollout status`, to its end. */
  | { readonly do: 'rollout-status'; readonly target: Target<'Deployment'> }
  /** `kubectl rollout restart`. */
  | { readonly do: 'rollout-restart'; readonly target: Target<RolloutKind> }
  /** Deletes a workload; its pods go in the background, first, or stay. */
  | {
      readonly do: 'delete';
      readonly target: Target<OwnerKind>;
      readonly propagation?: Propagation;
    }
  /** Deletes pods; the grace period is that of each pod unless given, in seconds. */
  | { readonly do: 'delete-pods'; readonly pods: readonly string[]; readonly gracePeriodSeconds?: number }
  /** Asks for one eviction. */
  | { readonly do: 'evict'; readonly pod: string }
  /** Pods lose their readiness, or get it back. */
  | { readonly do: 'set-ready'; readonly pods: readonly string[] | PodChoice; readonly ready: boolean }
  /** A pod ends in phase Failed, as when its kubelet evicts it. */
  | { readonly do: 'fail-pod'; readonly pod: string }
  | { readonly do: 'cordon' | 'uncordon'; readonly node: string }
  | ({ readonly do: 'drain'; readonly node: string } & DrainOptions)
  | { readonly do: 'taint' | 'untaint'; readonly node: string; readonly taint: Taint }
  /** Labels to set on a node; null takes one away. */
  | { readonly do: 'label-node'; readonly node: string; readonly labels: Readonly<Record<string, string | null>> }
  | { readonly do: 'add-node'; readonly node: NewNode }
  /** The Node object is deleted. */
  | { readonly do: 'delete-node'; readonly node: string }
  /** The machine dies, or the network to it. Its last heartbeat was so many seconds before; default 0 to 10. */
  | { readonly do: 'stop-node'; readonly node: string; readonly sinceHeartbeat?: number }
  | { readonly do: 'start-node'; readonly node: string };

/** An action at a time, in seconds from the start. */
export type ClusterStep = { readonly at: number; readonly text?: string } & ClusterAction;

/** What happens to a workload over some time. */
export interface ClusterScenario {
  /** Seconds that are simulated. */
  readonly seconds: number;
  /** What is done, in any order. The objects themselves are created at 0. */
  readonly steps?: readonly ClusterStep[];
}
