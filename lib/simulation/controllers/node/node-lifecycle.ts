import type { Cluster } from '../cluster/cluster';
import { between, latency, shuffled } from '../cluster/cluster-choices';
import type { ClusterNode } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import { type Process, runProcess } from '../cluster/process';
import { createWorkQueue } from '../cluster/work-queue';
import { addTaint, findTaint, removeTaint, unschedulableTaint } from './node-store';
import { createTaintLimiter, type TaintLimiter } from './taint-limiter';
import { evictionRate, type ZoneState, zoneState } from './zone-state';

/** How often node health is looked at (`--node-monitor-period`), and how old a Lease may be (`--node-monitor-grace-period`). */
const MONITOR_SECONDS = 5;
const GRACE_SECONDS = 50;
/** How often NoExecute taints are added. */
const TAINT_PASS_SECONDS = 0.1;

const UNREACHABLE = 'node.kubernetes.io/unreachable';

/**
 * Notices nodes that no longer renew their Lease: Ready becomes Unknown, their pods unready, and taints say so; the
 * NoExecute taint comes at a limited rate per zone.
 *
 * Follows kubernetes pkg/controller/nodelifecycle/node_lifecycle_controller.go monitorNodeHealth,
 * doNoScheduleTaintingPass, doNoExecuteTaintingPass, handleDisruption and
 * pkg/controller/util/node/controller_utils.go MarkPodsNotReady.
 */
export function startNodeLifecycle(cluster: Cluster): void {
  const { queue, choices, nodes } = cluster;
  const limiters = new Map<string, TaintLimiter>();
  const states = new Map<string, ZoneState>();
  const untainted: ClusterNode[] = [];
  let firstMonitor: number | undefined;
  let isMonitoring = false;
  let isTainting = false;
  let wasAllLost = false;

  const limiterOf = (zone: string): TaintLimiter => {
    const limiter = limiters.get(zone) ?? createTaintLimiter(evictionRate('Normal', 0));
    limiters.set(zone, limiter);
    return limiter;
  };

  const taintQueue = createWorkQueue(cluster, (id) => {
    const node = nodes.get(id);
    return node && syncNoScheduleTaints(cluster, node);
  });

  const taintPass = (): void => {
    isTainting = false;
    for (const node of [...untainted]) {
      if (nodes.get(node.id) === node && node.ready === 'Unknown' && !findTaint(node, UNREACHABLE, 'NoExecute')) {
        if (!limiterOf(node.zone).tryAccept(queue.now)) continue;
        queue.after(latency(choices, 'watch'), () =>
          addTaint(cluster, node, { key: UNREACHABLE, effect: 'NoExecute' }),
        );
      }
      untainted.splice(untainted.indexOf(node), 1);
    }
    startTainting(TAINT_PASS_SECONDS);
  };
  const startTainting = (seconds: number): void => {
    if (isTainting || untainted.length === 0) return;
    isTainting = true;
    queue.after(seconds, taintPass);
  };

  function* monitor(): Process {
    const now = queue.now;
    for (const node of shuffled(choices, 'node', nodes.values())) {
      const isStale = node.lastHeartbeat !== undefined && now - node.lastHeartbeat > GRACE_SECONDS;
      if (node.ready === 'True' && isStale) yield* loseNode(cluster, node);
      if (node.ready === 'Unknown' && !untainted.includes(node) && !findTaint(node, UNREACHABLE, 'NoExecute')) {
        untainted.push(node);
        startTainting(between(choices, 'taintPass', 0, TAINT_PASS_SECONDS));
      } else if (node.ready === 'True') removeTaint(cluster, node, UNREACHABLE, 'NoExecute');
    }
    yield latency(choices, 'watch');
    handleDisruption();
  }

  const handleDisruption = (): void => {
    const zones = new Map<string, ClusterNode[]>();
    for (const node of nodes.values()) zones.set(node.zone, [...(zones.get(node.zone) ?? []), node]);
    const current = new Map([...zones].map(([zone, members]) => [zone, zoneState(members)]));
    const isAllLost = zones.size > 0 && [...current.values()].every((state) => state === 'FullDisruption');
    if (isAllLost) {
      if (!wasAllLost) for (const node of nodes.values()) removeTaint(cluster, node, UNREACHABLE, 'NoExecute');
      for (const zone of zones.keys()) limiterOf(zone).setRate(0, queue.now);
    } else {
      for (const [zone, state] of current) {
        if (!wasAllLost && states.get(zone) === state) continue;
        limiterOf(zone).setRate(evictionRate(state, zones.get(zone)?.length ?? 0), queue.now);
        states.set(zone, state);
      }
    }
    wasAllLost = isAllLost;
  };

  const watchHealth = (): void => {
    if (isMonitoring) return;
    isMonitoring = true;
    firstMonitor ??= between(choices, 'nodeMonitor', 0, MONITOR_SECONDS);
    const ticks = Math.ceil((queue.now - firstMonitor) / MONITOR_SECONDS);
    queue.at(firstMonitor + ticks * MONITOR_SECONDS, tick);
  };
  const needsWatch = () =>
    wasAllLost ||
    nodes
      .values()
      .some((node) => node.lastHeartbeat !== undefined || node.taints.some(({ key }) => key === UNREACHABLE));
  const tick = (): void => {
    runProcess(queue, monitor());
    isMonitoring = needsWatch();
    if (isMonitoring) queue.after(MONITOR_SECONDS, tick);
  };

  nodes.watch((node, type) => {
    if (type !== 'removed') taintQueue.add(node.id);
    if (node.lastHeartbeat !== undefined) watchHealth();
  });
}

function* loseNode(cluster: Cluster, node: ClusterNode): Process {
  yield cluster.request();
  node.ready = 'Unknown';
  cluster.record(node.id, { type: 'node-ready', status: 'Unknown', reason: 'NodeStatusUnknown' });
  cluster.nodes.changed(node);
  for (const pod of cluster.pods.values()) {
    if (pod.node !== node.name || isPodTerminal(pod)) continue;
    yield cluster.request();
    if (pod.ready) {
      pod.ready = false;
      pod.readySince = cluster.stamp();
      cluster.record(pod.id, { type: 'unready' });
      cluster.pods.changed(pod);
    }
    cluster.emit(pod.id, 'NodeNotReady', 'Node is not ready');
  }
}

/** Keeps the NoSchedule taints of a node in step with its condition and its mark. */
function* syncNoScheduleTaints(cluster: Cluster, node: ClusterNode): Process {
  yield cluster.request();
  const wanted = [
    { taint: { key: UNREACHABLE, effect: 'NoSchedule' }, holds: node.ready === 'Unknown' },
    { taint: unschedulableTaint, holds: node.unschedulable },
    { taint: { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }, holds: false },
  ];
  for (const { taint, holds } of wanted) {
    if (holds) addTaint(cluster, node, taint);
    else removeTaint(cluster, node, taint.key ?? '', taint.effect);
  }
}
