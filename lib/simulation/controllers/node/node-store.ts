import type { Taint } from '../../../kubernetes/generated/decoded';
import { isEqual } from '../../is-equal';
import type { Cluster } from '../cluster/cluster';
import type { ClusterNode } from '../cluster/cluster-object';

/** The pods that a kubelet takes by default. */
const MAX_PODS = 110;
const UNSCHEDULABLE: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

/** A node of a simulation. */
export interface NewNode {
  readonly name: string;
  /** Its zone; default one that all nodes without a zone share. */
  readonly zone?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly Taint[];
  /** How many pods it takes; default 110. */
  readonly maxPods?: number;
}

/** Stores a new node. */
export function addNode(
  cluster: Cluster,
  { name, zone = '', labels = {}, taints = [], maxPods = MAX_PODS }: NewNode,
): ClusterNode {
  const now = cluster.queue.now;
  const node: ClusterNode = {
    id: name,
    name,
    namespace: '',
    createdAt: cluster.stamp(),
    labels,
    zone,
    ready: 'True',
    taints: taints.map(({ key = '', effect = '', value }) => ({ key, effect, value, addedAt: now })),
    unschedulable: false,
    maxPods,
  };
  cluster.nodes.add(node);
  return node;
}

/** Adds a taint; one with the same key and effect is replaced. */
export function addTaint(cluster: Cluster, node: ClusterNode, { key = '', effect = '', value }: Taint): void {
  const known = findTaint(node, key, effect);
  if (known && known.value === value) return;
  const rest = node.taints.filter((taint) => taint !== known);
  node.taints = [...rest, { key, effect, value, addedAt: cluster.queue.now }];
  cluster.record(node.id, { type: 'taint-added', taint: taintText(key, effect) });
  cluster.nodes.changed(node);
}

/** Removes the taint with this key and effect; every one with the key when the effect is left out. */
export function removeTaint(cluster: Cluster, node: ClusterNode, key: string, effect?: string): void {
  const removed = node.taints.filter((taint) => taint.key === key && (effect === undefined || taint.effect === effect));
  if (removed.length === 0) return;
  node.taints = node.taints.filter((taint) => !removed.includes(taint));
  for (const taint of removed) {
    cluster.record(node.id, { type: 'taint-removed', taint: taintText(key, taint.effect) });
  }
  cluster.nodes.changed(node);
}

/** The taint with this key and effect. */
export function findTaint({ taints }: ClusterNode, key: string, effect: string) {
  return taints.find((taint) => taint.key === key && taint.effect === effect);
}

/** Marks a node as closed to new pods, or open again. The taint follows from the mark. */
export function setUnschedulable(cluster: Cluster, node: ClusterNode, value: boolean): void {
  if (node.unschedulable === value) return;
  node.unschedulable = value;
  cluster.record(node.id, { type: value ? 'cordoned' : 'uncordoned' });
  cluster.nodes.changed(node);
}

/** Puts labels on a node, or takes away those that are null. */
export function labelNode(cluster: Cluster, node: ClusterNode, labels: Readonly<Record<string, string | null>>): void {
  const merged: Record<string, string> = { ...node.labels };
  for (const [key, value] of Object.entries(labels)) {
    if (value === null) delete merged[key];
    else merged[key] = value;
  }
  if (isEqual(merged, node.labels)) return;
  node.labels = merged;
  cluster.nodes.changed(node);
}

/** How a taint is named: without the prefix of Kubernetes' own taints. */
function taintText(key: string, effect: string): string {
  return `${key.replace('node.kubernetes.io/', '')}:${effect}`;
}

/** The taint of a cordoned node. */
export const unschedulableTaint = UNSCHEDULABLE;
