import { DEFAULT_MINOR, minorOf } from '../../kubernetes/version';
import type { Choices } from '../choices';
import { durationOf, type Scenario } from './scenario';
import { ScenarioError } from './scenario-error';
import { simulatePod } from './simulate-pod';
import { simulatedObject } from './simulated-object';
import type { Timeline } from './timeline';

/** How to simulate. */
export interface SimulateOptions {
  /** The Kubernetes version, `1.28` to `1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
  /** What is left to chance. Default: the middle of every spread, so that every run is the same. */
  readonly choices?: Choices;
}

/**
 * What happens to a workload over time: its pods run in a simulated kubelet, below simulated controllers, and are
 * probed, killed, restarted and replaced as Kubernetes does it. Offline, the same for the same arguments.
 *
 * @param object A construct of a workload, or a plain object: Pod, Deployment, ReplicaSet, StatefulSet, DaemonSet, Job.
 * @param scenario What happens to it. Default: nothing, all is well.
 * @throws ScenarioError when the object makes no pods, or has no container of the name that the scenario gives.
 * @throws KubeVersionError when the version is not known.
 */
export function simulate(object: unknown, scenario: Scenario = {}, options: SimulateOptions = {}): Timeline {
  const minor = options.kubeVersion === undefined ? DEFAULT_MINOR : minorOf(options.kubeVersion);
  const { kind, name, namespace, template } = simulatedObject(object, minor);
  const names = (template.spec.containers ?? []).map((container) => container.name ?? '');
  if (scenario.container !== undefined && !names.includes(scenario.container)) {
    throw new ScenarioError(`${name} has no container ${scenario.container}; it has ${names.join(', ')}.`);
  }
  const duration = durationOf(scenario);
  const { choices } = options;
  const pod = simulatePod({ name, namespace, spec: template.spec, scenario, minor, ...(choices && { choices }) });
  return {
    object: { kind: kind.kind, name, ...(namespace !== 'default' && { namespace }) },
    kubeVersion: `1.${minor}`,
    scenario,
    duration,
    pods: [pod],
    events: [],
    desired: [{ at: 0, replicas: 1 }],
  };
}
