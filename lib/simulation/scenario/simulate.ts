import { DEFAULT_MINOR, minorOf } from '../../kubernetes/version';
import type { Manifest } from '../controllers/cluster/object-store';
import type { Scenario } from './scenario';
import { ScenarioError } from './scenario-error';
import { simulateWorkload } from './simulate-workload';
import { plainObject, simulatedObject } from './simulated-object';
import type { Timeline } from './timeline';

/** How to simulate. */
export interface SimulateOptions {
  /** The Kubernetes version, `1.28` to `1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
  /** Other objects that matter to it: PodDisruptionBudgets, DaemonSets. Those of other namespaces are left out. */
  readonly beside?: readonly unknown[];
  /** How many nodes there are, each in a zone of its own. Default: 3. */
  readonly nodes?: number;
  /** Draws what is left to chance, the same for the same seed. Default: the middle of every spread. */
  readonly seed?: number;
}

const NODES = 3;
const BESIDE: readonly unknown[] = ['PodDisruptionBudget', 'DaemonSet'];

/**
 * What happens to a workload over time: its pods run in simulated kubelets, below simulated controllers, and are
 * probed, killed, restarted and replaced as Kubernetes does it. Offline, the same for the same arguments.
 *
 * @param object A construct of a workload, or a plain object: Pod, Deployment, StatefulSet, DaemonSet, ReplicaSet, Job.
 * @param scenario What happens to it. Default: nothing, all is well.
 * @throws ScenarioError when the object makes no pods, or cannot take part in the scenario.
 * @throws KubeVersionError when the version is not known.
 */
export function simulate(object: unknown, scenario: Scenario = {}, options: SimulateOptions = {}): Timeline {
  const { kubeVersion, nodes = NODES, seed } = options;
  const minor = kubeVersion === undefined ? DEFAULT_MINOR : minorOf(kubeVersion);
  const workload = simulatedObject(object, minor);
  const { containers = [], initContainers = [] } = workload.template.spec;
  const names = [...containers, ...initContainers].map((container) => container.name ?? '');
  if (scenario.container !== undefined && !names.includes(scenario.container)) {
    throw new ScenarioError(`${workload.name} has no container ${scenario.container}; it has ${names.join(', ')}.`);
  }
  const beside = (options.beside ?? [])
    .map(plainObject)
    .filter((other) => isBeside(other, workload.namespace, workload));
  return simulateWorkload({
    workload,
    beside: beside.map(inDefaultNamespace),
    scenario,
    minor,
    nodes,
    ...(seed !== undefined && { seed }),
  });
}

function isBeside(
  other: Manifest,
  namespace: string,
  { kind, name }: { kind: { kind: string }; name: string },
): boolean {
  const isSelf = other.kind === kind.kind && other.metadata?.name === name;
  return BESIDE.includes(other.kind) && (other.metadata?.namespace ?? 'default') === namespace && !isSelf;
}

/** All objects of a simulation are in one namespace, so that it needs no name. */
function inDefaultNamespace(object: Manifest): Manifest {
  const { namespace: _, ...metadata } = object.metadata ?? {};
  return { ...object, metadata };
}
