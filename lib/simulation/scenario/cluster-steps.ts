import type { PodSpec } from '../../kubernetes/generated/decoded';
import type { PatchableKind } from '../controllers/cluster/patch-object';
import type { ClusterStep, RolloutKind } from '../controllers/cluster-scenario';
import type { Scenario, ScenarioStep } from './scenario';
import { BAD_TAG } from './scenario-behaviour';
import { ScenarioError } from './scenario-error';

/** What the steps of a scenario are about. */
export interface StepSubject {
  readonly kind: string;
  readonly name: string;
  readonly spec: PodSpec;
  /** The name of its first pod, and the node which that pod goes to. */
  readonly firstPod: string;
  readonly firstNode: string;
}

const ROLLED_OUT: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet'] satisfies RolloutKind[];
const SCALED: readonly string[] = ['Deployment', 'StatefulSet', 'ReplicaSet'] satisfies PatchableKind[];

/**
 * The steps of a scenario as the cluster takes them.
 *
 * @throws ScenarioError for a step that such an object cannot take: a Pod is neither scaled nor rolled out.
 */
export function clusterSteps({ steps = [], container }: Scenario, subject: StepSubject): ClusterStep[] {
  let rollouts = 0;
  return steps.map((step) => {
    if (step.step === 'rollout' || step.step === 'bad-rollout') rollouts += 1;
    return clusterStep(step, subject, container, rollouts);
  });
}

function clusterStep(
  step: ScenarioStep,
  subject: StepSubject,
  container: string | undefined,
  rollouts: number,
): ClusterStep {
  const { kind, name, firstPod, firstNode } = subject;
  const { at } = step;
  switch (step.step) {
    case 'drain':
      return { at, text: `drain ${firstNode}`, do: 'drain', node: firstNode, ...DRAIN };
    case 'cordon':
      return { at, text: `cordon ${firstNode}`, do: 'cordon', node: firstNode };
    case 'lose-node':
      return { at, text: `${firstNode} falls silent`, do: 'stop-node', node: firstNode };
    case 'delete-pod':
      return { at, text: `delete pod ${firstPod}`, do: 'delete-pods', pods: [firstPod] };
    case 'scale': {
      const target = { kind: scalable(kind, name), name };
      return { at, text: `scale to ${step.replicas}`, do: 'scale', target, replicas: step.replicas };
    }
    case 'undo':
      return { at, text: 'undo the rollout', do: 'rollout-undo', target: { kind: rolledOut(kind, name), name } };
    default: {
      const target = { kind: rolledOut(kind, name), name };
      const tag = step.step === 'rollout' ? `podwright-${rollouts}` : BAD_TAG;
      const text = step.step === 'rollout' ? 'roll out another image tag' : 'roll out an image tag that does not start';
      const image = withTag(imageOf(subject.spec, container), tag);
      return { at, text, do: 'set-image', target, image, ...(container !== undefined && { container }) };
    }
  }
}

/** As people drain nodes that run something. */
const DRAIN = { ignoreDaemonSets: true, deleteEmptyDirData: true, force: true } as const;

function scalable(kind: string, name: string): PatchableKind {
  if (SCALED.includes(kind)) return kind as PatchableKind;
  throw new ScenarioError(`${kind}/${name} has no replicas to scale; write a Deployment.`);
}

function rolledOut(kind: string, name: string): RolloutKind {
  if (ROLLED_OUT.includes(kind)) return kind as RolloutKind;
  throw new ScenarioError(`${kind}/${name} has no rollouts; write a Deployment.`);
}

function imageOf({ containers = [] }: PodSpec, name: string | undefined): string {
  return (name === undefined ? containers[0] : containers.find((one) => one.name === name))?.image ?? '';
}

/** An image with another tag, and without a digest. */
function withTag(image: string, tag: string): string {
  const [path = ''] = image.split('@');
  return `${path.replace(/:[^:/]*$/, '')}:${tag}`;
}
