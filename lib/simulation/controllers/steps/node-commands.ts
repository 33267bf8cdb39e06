import type { Cluster } from '../cluster/cluster';
import { between } from '../cluster/cluster-choices';
import type { ClusterNode } from '../cluster/cluster-object';
import { runProcess } from '../cluster/process';
import type { ClusterAction } from '../cluster-scenario';
import { commandStart, drain } from '../disruption/drain';
import { addNode, addTaint, labelNode, type NewNode, removeTaint, setUnschedulable } from '../node/node-store';
import type { Kubelets } from '../runtime/kubelets';

/** How often a node renews its Lease, in seconds. */
const HEARTBEAT_SECONDS = 10;
/** What a node that has just registered carries until it is found ready. */
const NOT_READY = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' };

type NodeAction = Extract<ClusterAction, { readonly node: unknown }>;

/** Does to a node what a step says; nothing when there is no such node. */
export function actOnNode(cluster: Cluster, kubelets: Kubelets, action: NodeAction): void {
  if (action.do === 'add-node') {
    joinNode(cluster, action.node);
    return;
  }
  const node = cluster.nodes.get(action.node);
  if (!node) return;
  switch (action.do) {
    case 'cordon':
    case 'uncordon': {
      const isCordon = action.do === 'cordon';
      run(cluster, action.do, `node/${node.name} ${action.do}ed`, () => setUnschedulable(cluster, node, isCordon));
      break;
    }
    case 'taint':
      run(cluster, 'taint', `node/${node.name} tainted`, () => addTaint(cluster, node, action.taint));
      break;
    case 'untaint': {
      const { key = '', effect } = action.taint;
      run(cluster, 'taint', `node/${node.name} untainted`, () => removeTaint(cluster, node, key, effect));
      break;
    }
    case 'label-node': {
      const isRemoval = Object.values(action.labels).includes(null);
      const text = `node/${node.name} ${isRemoval ? 'unlabeled' : 'labeled'}`;
      run(cluster, 'label', text, () => labelNode(cluster, node, action.labels));
      break;
    }
    case 'drain':
      runProcess(cluster.queue, drain(cluster, node, action));
      break;
    case 'delete-node':
      cluster.record(node.id, { type: 'node-removed' });
      kubelets.disconnect(node.name);
      cluster.nodes.remove(node);
      break;
    case 'stop-node':
      stopNode(cluster, kubelets, node, action.sinceHeartbeat);
      break;
    case 'start-node':
      startNode(cluster, kubelets, node);
      break;
  }
}

/** Runs a command of kubectl that makes one change. */
function run(cluster: Cluster, command: string, output: string, change: () => void): void {
  cluster.queue.after(commandStart(cluster), () => {
    change();
    cluster.record(`kubectl ${command}`, { type: 'output', text: output });
    cluster.record(`kubectl ${command}`, { type: 'exit', code: 0 });
  });
}

function joinNode(cluster: Cluster, node: NewNode): void {
  cluster.record(node.name, { type: 'node-added' });
  addNode(cluster, { ...node, taints: [...(node.taints ?? []), NOT_READY] });
}

function stopNode(cluster: Cluster, kubelets: Kubelets, node: ClusterNode, since: number | undefined): void {
  cluster.record(node.id, { type: 'heartbeat-stopped' });
  kubelets.disconnect(node.name);
  node.lastHeartbeat = cluster.queue.now - (since ?? between(cluster.choices, 'heartbeat', 0, HEARTBEAT_SECONDS));
  cluster.nodes.changed(node);
}

function startNode(cluster: Cluster, kubelets: Kubelets, node: ClusterNode): void {
  cluster.record(node.id, { type: 'heartbeat-resumed' });
  node.lastHeartbeat = undefined;
  kubelets.reconnect(node.name);
  if (node.ready !== 'True') {
    node.ready = 'True';
    cluster.record(node.id, { type: 'node-ready', status: 'True', reason: 'KubeletReady' });
  }
  cluster.nodes.changed(node);
}
