import type { Container } from '../../../kubernetes/generated/decoded';
import type { Cluster } from '../cluster/cluster';
import { latency } from '../cluster/cluster-choices';
import type { ClusterPod } from '../cluster/cluster-object';
import { deleteOwner } from '../cluster/garbage-collector';
import { createObject } from '../cluster/object-store';
import { findPatchable, patchObject } from '../cluster/patch-object';
import { deletePod, inParallel } from '../cluster/pod-store';
import { type Process, runProcess } from '../cluster/process';
import type { ClusterAction, ClusterStep, PodChoice } from '../cluster-scenario';
import { commandStart } from '../disruption/drain';
import { evict } from '../disruption/eviction';
import type { Kubelets } from '../runtime/kubelets';
import { actOnNode } from './node-commands';
import { rolloutRestart, rolloutUndo } from './rollout-commands';
import { rolloutStatus } from './rollout-status';

/** Does what a step of a scenario says, now. */
export function runStep(cluster: Cluster, kubelets: Kubelets, step: ClusterStep): void {
  cluster.record('user', { type: 'step', text: step.text ?? step.do });
  cluster.queue.after(latency(cluster.choices, 'request'), () => act(cluster, kubelets, step));
}

function act(cluster: Cluster, kubelets: Kubelets, step: ClusterStep): void {
  const { queue } = cluster;
  switch (step.do) {
    case 'create':
      for (const object of step.objects) createObject(cluster, object);
      break;
    case 'patch':
      patchObject(cluster, step.target.kind, step.target.name, step.patch);
      break;
    case 'scale':
      patchObject(cluster, step.target.kind, step.target.name, { spec: { replicas: step.replicas } });
      break;
    case 'set-image':
      setImage(cluster, step);
      break;
    case 'rollout-undo':
      queue.after(commandStart(cluster), () => rolloutUndo(cluster, step.target, step.toRevision));
      break;
    case 'rollout-status':
      queue.after(commandStart(cluster), () => rolloutStatus(cluster, step.target.name));
      break;
    case 'rollout-restart':
      queue.after(commandStart(cluster), () => rolloutRestart(cluster, step.target));
      break;
    case 'delete':
      deleteOwner(cluster, { kind: step.target.kind, id: step.target.name }, step.propagation ?? 'Background');
      break;
    case 'delete-pods':
      runProcess(queue, deletePods(cluster, step.pods, step.gracePeriodSeconds));
      break;
    case 'evict':
      runProcess(queue, answerEviction(cluster, step.pod));
      break;
    case 'set-ready':
      for (const pod of podsNamed(cluster, step.pods)) kubelets.override(pod, { ready: step.ready });
      break;
    case 'fail-pod':
      for (const pod of podsNamed(cluster, [step.pod])) kubelets.override(pod, { phase: 'Failed', ready: false });
      break;
    default:
      actOnNode(cluster, kubelets, step);
  }
}

function podsNamed(cluster: Cluster, pods: readonly string[] | PodChoice): ClusterPod[] {
  if (!('prefix' in pods)) return pods.map((id) => cluster.pods.get(id)).filter((pod) => pod !== undefined);
  const live = cluster.pods.values().filter(({ id, deletion }) => id.startsWith(pods.prefix) && !deletion);
  return live.sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, pods.first);
}

function setImage(cluster: Cluster, { target, image, container }: Extract<ClusterAction, { do: 'set-image' }>): void {
  const containers = findPatchable(cluster, target.kind, target.name)?.spec.template?.spec?.containers ?? [];
  const name = container ?? containers[0]?.name;
  const changed = containers.map((one: Container) => (one.name === name ? { ...one, image } : one));
  patchObject(cluster, target.kind, target.name, { spec: { template: { spec: { containers: changed } } } });
}

function* deletePods(cluster: Cluster, ids: readonly string[], gracePeriodSeconds: number | undefined): Process {
  yield* inParallel(cluster, podsNamed(cluster, ids), (pod) => deletePod(cluster, pod, gracePeriodSeconds));
}

function* answerEviction(cluster: Cluster, id: string): Process {
  const pod = cluster.pods.get(id);
  const answer = pod ? yield* evict(cluster, pod) : { code: 404 };
  cluster.record(id, { type: 'eviction-answer', ...answer });
}
