import { DEFAULT_MINOR } from '../../kubernetes/version';
import { createEventQueue } from '../event-queue';
import { type Cluster, createCluster } from './cluster/cluster';
import { type ClusterChoices, latency } from './cluster/cluster-choices';
import { startGarbageCollector } from './cluster/garbage-collector';
import { createObject, type Manifest } from './cluster/object-store';
import type { ClusterScenario } from './cluster-scenario';
import { startDaemonSetController } from './daemon-set/daemon-set-controller';
import { startDeploymentController } from './deployment/deployment-controller';
import { startDisruptionController } from './disruption/disruption-controller';
import { startCronJobController } from './job/cron-job-controller';
import { startJobController } from './job/job-controller';
import { startTtlAfterFinished } from './job/ttl-after-finished';
import { startNodeLifecycle } from './node/node-lifecycle';
import { addNode, type NewNode } from './node/node-store';
import { startPodGarbageCollector } from './node/pod-garbage-collector';
import { startTaintEviction } from './node/taint-eviction';
import { startReplicaSetController } from './replica-set/replica-set-controller';
import { startKubelets } from './runtime/kubelets';
import type { PodRuntimeFactory } from './runtime/pod-runtime';
import { startScheduler } from './scheduling/scheduler';
import { startStatefulSetController } from './stateful-set/stateful-set-controller';
import { runStep } from './steps/run-step';

/** Everything that a run of a cluster needs. */
export interface ClusterRun {
  readonly objects: readonly Manifest[];
  readonly scenario: ClusterScenario;
  readonly nodes: readonly NewNode[];
  readonly choices: ClusterChoices;
  readonly createRuntime: PodRuntimeFactory;
  /** The minor of Kubernetes; default 36. */
  readonly minor?: number;
  /** The wall-clock time at the start, in seconds since 1970 UTC. */
  readonly wallClock?: number;
  /** Called with the cluster before anything happens. */
  readonly observe?: (cluster: Cluster) => void;
}

/** Runs a cluster from the creation of its objects to the end of the scenario. */
export function runCluster(run: ClusterRun): Cluster {
  const { objects, scenario, nodes, choices, createRuntime, minor = DEFAULT_MINOR, wallClock } = run;
  const queue = createEventQueue();
  const cluster = createCluster({ queue, choices, minor, wallClock });
  const kubelets = startKubelets(cluster, createRuntime);
  startScheduler(cluster);
  startDeploymentController(cluster);
  startReplicaSetController(cluster);
  startStatefulSetController(cluster);
  startDaemonSetController(cluster);
  startJobController(cluster);
  startCronJobController(cluster, scenario.seconds);
  startTtlAfterFinished(cluster);
  startDisruptionController(cluster);
  startNodeLifecycle(cluster);
  startTaintEviction(cluster);
  startPodGarbageCollector(cluster);
  startGarbageCollector(cluster);
  run.observe?.(cluster);

  for (const node of nodes) addNode(cluster, node);
  for (const object of objects) queue.after(latency(choices, 'request'), () => createObject(cluster, object));
  for (const step of scenario.steps ?? []) queue.at(step.at, () => runStep(cluster, kubelets, step));
  queue.runUntil(scenario.seconds);
  return cluster;
}
