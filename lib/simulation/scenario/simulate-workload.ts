import { type Choices, nominalChoices, seededChoices } from '../choices';
import type { Cluster } from '../controllers/cluster/cluster';
import type { ClusterPod } from '../controllers/cluster/cluster-object';
import type { Manifest } from '../controllers/cluster/object-store';
import type { ClusterScenario } from '../controllers/cluster-scenario';
import { runCluster } from '../controllers/run-cluster';
import { createMachineRuntime } from '../controllers/runtime/machine-runtime';
import { clusterSteps, type StepSubject } from './cluster-steps';
import { createPodRecorder, type PodRecorder } from './pod-recorder';
import { durationOf, type Scenario } from './scenario';
import { scenarioBehaviour } from './scenario-behaviour';
import type { SimulatedObject } from './simulated-object';
import type { DesiredReplicas, Timeline } from './timeline';

/** A workload in its surroundings. */
export interface WorkloadRun {
  readonly workload: SimulatedObject;
  /** Other objects of its namespace that matter: PodDisruptionBudgets, DaemonSets. */
  readonly beside: readonly Manifest[];
  readonly scenario: Scenario;
  readonly minor: number;
  /** How many nodes there are, each in a zone of its own. */
  readonly nodes: number;
  /** Decides what is left to chance; the nominal choices when left out. */
  readonly seed?: number;
}

/** Long enough for a first pod to be bound, in seconds. */
const BINDING = 2;

/** Runs a workload and writes down what happens to its pods. */
export function simulateWorkload(run: WorkloadRun): Timeline {
  const { workload, scenario, minor } = run;
  const duration = durationOf(scenario);
  const firstPod = firstPodOf(workload);
  const needsNode = (scenario.steps ?? []).length > 0;
  const subject: StepSubject = {
    kind: workload.kind.kind,
    name: workload.name,
    spec: workload.template.spec,
    firstPod,
    firstNode: needsNode ? nodeOf(run, firstPod) : 'node-1',
  };
  const steps = clusterSteps(scenario, subject);
  const recorders = new Map<ClusterPod, PodRecorder>();
  const cluster = runScenario(run, { seconds: duration, steps }, recorders);
  return {
    object: { kind: workload.kind.kind, name: workload.name },
    kubeVersion: `1.${minor}`,
    scenario,
    duration,
    pods: [...recorders.values()].map((recorder) => recorder.timeline(duration)),
    events: cluster.events.filter(({ at }) => at <= duration),
    desired: desiredOf(run),
  };
}

/** The node that a pod goes to, of a run that only goes so far. */
function nodeOf(run: WorkloadRun, pod: string): string {
  const cluster = runScenario(run, { seconds: BINDING }, new Map());
  return cluster.pods.get(pod)?.node ?? 'node-1';
}

function runScenario(
  run: WorkloadRun,
  clusterScenario: ClusterScenario,
  recorders: Map<ClusterPod, PodRecorder>,
): Cluster {
  const { workload, beside, scenario, minor, seed } = run;
  const choices: Choices = seed === undefined ? nominalChoices : seededChoices(seed);
  const firstPod = firstPodOf(workload);
  return runCluster({
    objects: [workload.object as Manifest, ...beside],
    scenario: clusterScenario,
    nodes: Array.from({ length: run.nodes }, (_, index) => ({ name: `node-${index + 1}`, zone: `zone-${index + 1}` })),
    choices,
    minor,
    createRuntime(context) {
      const { pod } = context;
      const recorder = recorders.get(pod);
      const isStruck = pod.id === firstPod;
      return createMachineRuntime(context, {
        behaviour: scenarioBehaviour(pod.spec, recorder ? scenario : {}, { isStruck }),
        minor,
        pullSeconds: scenario.pull ?? 0,
        onEvent: (event) => recorder?.onEvent(event),
        onStatus: (status, at) => recorder?.onStatus(status, at),
      });
    },
    observe(cluster) {
      cluster.pods.watch((pod, type) => {
        if (type === 'added' && isPodOf(cluster, pod, workload)) {
          recorders.set(pod, createPodRecorder(pod, cluster.queue.now, scenario, pod.id === firstPod));
        }
        const recorder = recorders.get(pod);
        if (type === 'removed') recorder?.onGone(cluster.queue.now);
        else recorder?.onChange(cluster.queue.now);
      });
      cluster.nodes.watch((node) => {
        if (node.lastHeartbeat === undefined) return;
        for (const [pod, recorder] of recorders) if (pod.node === node.name) recorder.onSilence(cluster.queue.now);
      });
    },
  });
}

/** Whether a pod is the workload itself, or was made for it. */
function isPodOf(cluster: Cluster, pod: ClusterPod, { kind, name }: SimulatedObject): boolean {
  if (kind.kind === 'Pod') return pod.id === name;
  let owner = pod.owner;
  while (owner && !(owner.kind === kind.kind && owner.id === name)) {
    owner = owner.kind === 'ReplicaSet' ? cluster.replicaSets.get(owner.id)?.owner : cluster.jobs.get(owner.id)?.owner;
  }
  return owner !== undefined;
}

/** How the simulated cluster names the first pod of a workload. */
function firstPodOf({ kind, name }: SimulatedObject): string {
  switch (kind.kind) {
    case 'Pod':
      return name;
    case 'StatefulSet':
      return `${name}-0`;
    case 'Deployment':
    case 'DaemonSet':
      return `${name}-r1-1`;
    default:
      return `${name}-1`;
  }
}

function desiredOf({ workload, scenario, nodes }: WorkloadRun): DesiredReplicas[] {
  const { kind, object } = workload;
  const spec = (object.spec ?? {}) as { replicas?: number; parallelism?: number };
  const count = kind.kind === 'Pod' ? 1 : kind.kind === 'DaemonSet' ? nodes : (spec.replicas ?? spec.parallelism ?? 0);
  const changes = (scenario.steps ?? []).flatMap((step) =>
    step.step === 'scale' ? [{ at: step.at, replicas: step.replicas }] : [],
  );
  return [{ at: 0, replicas: count }, ...changes];
}
