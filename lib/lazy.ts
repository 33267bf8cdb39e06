import type { App as Cdk8sApp } from 'cdk8s';
import type { Scenario } from './simulation/scenario/scenario';
import type { SimulateOptions } from './simulation/scenario/simulate';
import type { Timeline } from './simulation/scenario/timeline';
import type { RenderedFile } from './synthesis/rendered-file';
import { DEFAULT_PROFILE } from './validation/advice-rule';
import type { Diagnostic } from './validation/diagnostic';
import type { ValidateOptions } from './validation/validate-options';

// An app that only builds constructs loads neither the rules nor the YAML writer.

/**
 * Says what a Kubernetes API server would refuse in these objects, at which field and why, and what a reviewer would say
 * of those that it accepts; offline, changing nothing.
 *
 * @param objects Plain Kubernetes objects, as parsed from YAML or JSON.
 * @returns What was found, in the order of the objects and of their fields; empty when all is well. Only findings of
 * severity `error` are what the server refuses.
 * @throws KubeVersionError when `options.kubeVersion` is not one of `1.28` to `1.36`.
 * @throws AdviceError when `options.profile` or a rule of `options.rules` does not exist.
 */
export function validate(objects: readonly unknown[], options?: ValidateOptions): Diagnostic[] {
  const { validate: run } = require('./validation/validate') as typeof import('./validation/validate');
  return run(objects, { profile: DEFAULT_PROFILE, ...options });
}

/**
 * Renders an app into files, in memory, sorted by path.
 *
 * @param app An app of podwright or of cdk8s.
 * @throws SynthesisError when a construct's own validation fails or a file cannot be named.
 */
export function render(app: Cdk8sApp): RenderedFile[] {
  return (require('./synthesis/render') as typeof import('./synthesis/render')).render(app);
}

/**
 * What happens to a workload over time: its pods run in simulated kubelets, below simulated controllers, and are probed,
 * killed, restarted and replaced as Kubernetes does it. Offline, the same for the same arguments.
 *
 * @param object A construct of a workload, or a plain object: Pod, Deployment, StatefulSet, DaemonSet, ReplicaSet, Job.
 * @param scenario What happens to it. Default: nothing, all is well.
 * @throws ScenarioError when the object makes no pods, cannot take part in the scenario, or is so far from what the API
 * server accepts that it cannot be simulated.
 * @throws KubeVersionError when the version is not known.
 */
export function simulate(object: unknown, scenario?: Scenario, options?: SimulateOptions): Timeline {
  const { simulate: run } =
    require('./simulation/scenario/simulate') as typeof import('./simulation/scenario/simulate');
  try {
    return run(object, scenario, options);
  } catch (error) {
    throw (error instanceof TypeError && refusal(object, options?.kubeVersion)) || error;
  }
}

/** What the API server has against an object that broke the simulator, which runs what was accepted. */
function refusal(source: unknown, kubeVersion?: string): Error | undefined {
  const { plainObject } =
    require('./simulation/scenario/simulated-object') as typeof import('./simulation/scenario/simulated-object');
  const { ScenarioError } =
    require('./simulation/scenario/scenario-error') as typeof import('./simulation/scenario/scenario-error');
  const options = { profile: 'none', ...(kubeVersion !== undefined && { kubeVersion }) } as const;
  const [first] = validate([plainObject(source)], options);
  if (!first) return undefined;
  const { object, field, message } = first;
  return new ScenarioError(`the API server would refuse ${object.kind}/${object.name}: ${field} ${message}`);
}
