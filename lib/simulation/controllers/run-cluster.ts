import { DEFAULT_MINOR } from '../../kubernetes/version';
import { createEventQueue } from '../event-queue';
import { type Cluster, createCluster } from './cluster/cluster';
import { type ClusterChoices, latency } from './cluster/cluster-choices';
import { startGarbageCollector } from './cluster/garbage-collector';
import { createObject, type Manifest } from './cluster/object-store';
import { type ClientLimits, DEFAULT_CLIENT_LIMITS } from './cluster/request-limiter';
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
  /** How many requests each controller may send; default what kube-controller-manager allows. */
  readonly clientLimits?: ClientLimits | 'none';
  /** Called with the cluster before anything happens. */
  readonly observe?: (cluster: Cluster) => void;
}

/** Runs a cluster from the creation of its objects to the end of the scenario. */
export function runCluster(run: ClusterRun): Cluster {
  const { objects, scenario, nodes, choices, createRuntime, minor = DEFAULT_MINOR, wallClock } = run;
  const { clientLimits = DEFAULT_CLIENT_LIMITS } = run;
  const queue = createEventQueue();
  const cluster = createCluster({
    queue,
    choices,
    minor,
    wallClock,
    ...(clientLimits !== 'none' && { clientLimits }),
  });
  const kubelets = startKubelets(cluster, createRuntime);
  startScheduler(cluster);
  startDeploymentController(cluster.limited());
  startReplicaSetController(cluster.limited());
  startStatefulSetController(cluster.limited());
  startDaemonSetController(cluster.limited());
  startJobController(cluster.limited());
  startCronJobController(cluster.limited(), scenario.seconds);
  startTtlAfterFinished(cluster.limited());
  startDisruptionController(cluster.limited());
  startNodeLifecycle(cluster.limited());
  startTaintEviction(cluster.limited());
  startPodGarbageCollector(cluster.limited());
  startGarbageCollector(cluster.limited());
  run.observe?.(cluster);

  for (const node of nodes) addNode(cluster, node);
  for (const object of objects) queue.after(latency(choices, 'request'), () => createObject(cluster, object));
  for (const step of scenario.steps ?? []) queue.at(step.at, () => runStep(cluster, kubelets, step));
  queue.runUntil(scenario.seconds);
  return cluster;
}
