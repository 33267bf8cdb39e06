/** What an object is in an app, from the outside in: the order of the columns of a picture. */
export type NodeRole = 'entry' | 'front' | 'workload' | 'supply' | 'backing' | 'grant';

/** The roles from left to right; edges lead from one to a later one. */
export const ROLES: readonly NodeRole[] = ['entry', 'front', 'workload', 'supply', 'backing', 'grant'];

/** Whether an object is among the others: those that may be absent are `optional`, those that are awaited `missing`. */
export type Presence = 'here' | 'optional' | 'missing';

/** A container of a workload. */
export interface GraphContainer {
  readonly name: string;
  readonly role: 'container' | 'sidecar' | 'init container';
  readonly image: string;
  /** `http 8080`, `53/UDP`. */
  readonly ports: readonly string[];
}

/** An object of an app, or one that others of the app refer to. */
export interface GraphNode {
  /** Unique in its graph. */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for what lives outside of namespaces. */
  readonly namespace?: string;
  readonly role: NodeRole;
  readonly presence: Presence;
  /** More about it: its type, its address, its size; never a value that may be secret. */
  readonly details: readonly string[];
  /** Those of a workload, in the order of their start. */
  readonly containers: readonly GraphContainer[];
}

/** That one object selects, reads or asks for another. */
export interface GraphEdge {
  /** The ids of two nodes. */
  readonly from: string;
  readonly to: string;
  /** What it does with it: `selects`, `volume`, `80 → http`. */
  readonly labels: readonly string[];
  /** Whether it leads nowhere: the object is missing, or has no such port. */
  readonly dangling: boolean;
}

/** The objects of an app and what ties them together. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
