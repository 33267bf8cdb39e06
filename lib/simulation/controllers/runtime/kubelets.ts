import type { Cluster } from '../cluster/cluster';
import { latency } from '../cluster/cluster-choices';
import type { ClusterPod } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import { removePod } from '../cluster/pod-store';
import type { PodReport, PodRuntime, PodRuntimeFactory } from './pod-runtime';

/** The kubelets of all nodes. */
export interface Kubelets {
  /** Says what a user or the cluster knows better than the pod itself: its readiness, or that it failed. */
  override(pod: ClusterPod, report: Partial<PodReport>): void;
  /** The kubelet of a node is cut off: its containers go on, but nothing is heard or seen of them. */
  disconnect(node: string): void;
  /** The kubelet of a node is back: it reports, and does what it missed. */
  reconnect(node: string): void;
}

interface RunningPod {
  readonly runtime: PodRuntime;
  report?: PodReport;
  stopping: boolean;
  ended: boolean;
}

/**
 * Runs every pod on the node that it is bound to and stores what becomes of it.
 *
 * Follows kubernetes pkg/kubelet/status/status_manager.go syncPod: a pod whose containers have ended after its
 * deletion gets its last status, and is then removed.
 */
export function startKubelets(cluster: Cluster, createRuntime: PodRuntimeFactory): Kubelets {
  const { queue, choices, pods } = cluster;
  const running = new Map<ClusterPod, RunningPod>();
  const disconnected = new Set<string>();
  const isHeard = ({ node }: ClusterPod) => node !== undefined && !disconnected.has(node);

  const publish = (pod: ClusterPod, state: RunningPod) => {
    if (!isHeard(pod) || pods.get(pod.id) !== pod) return;
    if (state.report) store(cluster, pod, state.report);
    if (state.ended) queue.after(latency(choices, 'kubelet'), () => removePod(cluster, pod));
  };
  const stop = (pod: ClusterPod, state: RunningPod) => {
    if (!pod.deletion || !isHeard(pod)) return;
    state.stopping = true;
    queue.after(latency(choices, 'write'), () => state.runtime.stop(pod.deletion?.gracePeriodSeconds ?? 0));
  };
  const run = (pod: ClusterPod) => {
    const runtime = createRuntime({
      queue,
      choices,
      pod,
      report(report) {
        state.report = report;
        publish(pod, state);
      },
      ended() {
        state.ended = true;
        publish(pod, state);
      },
    });
    const state: RunningPod = { runtime, stopping: false, ended: false };
    running.set(pod, state);
    queue.after(latency(choices, 'kubelet'), () => runtime.start());
  };

  pods.watch((pod, type) => {
    const state = running.get(pod);
    if (type === 'removed') {
      state?.runtime.kill();
      running.delete(pod);
    } else if (!state && isHeard(pod) && !pod.deletion) run(pod);
    else if (state && pod.deletion && !state.stopping) stop(pod, state);
  });

  return {
    override(pod, change) {
      const state = running.get(pod);
      if (!state?.report) return;
      state.report = { ...state.report, ...change };
      publish(pod, state);
    },
    disconnect(node) {
      disconnected.add(node);
    },
    reconnect(node) {
      disconnected.delete(node);
      for (const pod of pods.values()) {
        const state = pod.node === node ? running.get(pod) : undefined;
        if (pod.node === node && !state && !pod.deletion) run(pod);
        if (!state) continue;
        if (!pod.deletion || state.ended) publish(pod, state);
        else if (!state.stopping) stop(pod, state);
      }
    },
  };
}

function store(cluster: Cluster, pod: ClusterPod, report: PodReport): void {
  const { phase, ready, restartCount, exitCode } = report;
  const hadEnded = isPodTerminal(pod);
  const changesReady = pod.ready !== ready;
  if (pod.phase !== phase) {
    if (phase === 'Running') cluster.record(pod.id, { type: 'running' });
    if (phase === 'Succeeded') cluster.record(pod.id, { type: 'succeeded' });
    if (phase === 'Failed') cluster.record(pod.id, { type: 'failed' });
  }
  if (pod.restartCount !== restartCount) cluster.record(pod.id, { type: 'restarted', count: restartCount });
  if (changesReady) cluster.record(pod.id, { type: ready ? 'ready' : 'unready' });
  const isSame = pod.phase === phase && pod.restartCount === restartCount && !changesReady;
  if (isSame && pod.exitCode === exitCode) return;
  pod.phase = phase;
  pod.restartCount = restartCount;
  pod.exitCode = exitCode;
  if (changesReady) {
    pod.ready = ready;
    pod.readySince = cluster.stamp();
  }
  if (!hadEnded && isPodTerminal(pod)) pod.finishedAt = cluster.stamp();
  cluster.pods.changed(pod);
}
