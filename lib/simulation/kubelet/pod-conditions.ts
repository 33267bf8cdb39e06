import type { PodSpec } from '../../kubernetes/generated/decoded';
import type { ContainerStatus, PodCondition, PodPhase, PodStatus } from '../pod-status';
import { isInitialized } from './pod-phase';
import { isSidecar } from './restart-policy';

/** What the conditions of a pod are made from. */
export interface ConditionInput {
  readonly spec: PodSpec;
  readonly phase: PodPhase;
  readonly init: readonly ContainerStatus[];
  readonly containers: readonly ContainerStatus[];
  /** Whether the pod's sandbox stands; left out for kubelets that do not report it. */
  readonly hasSandbox?: boolean;
  readonly previous?: PodStatus;
  readonly now: number;
}

type Verdict = Pick<PodCondition, 'status' | 'reason' | 'message'>;
const TRUE: Verdict = { status: 'True' };

/** The conditions of a pod, in the order in which the kubelet sets them. Follows kubernetes pkg/kubelet/status/generate.go. */
export function podConditions(input: ConditionInput): PodCondition[] {
  const { hasSandbox, previous, now } = input;
  const containersReady = allReady(input);
  const gates = input.spec.readinessGates?.map(({ conditionType }) => conditionType) ?? [];
  const ready: Verdict =
    containersReady.status === 'True' && gates.length > 0
      ? {
          status: 'False',
          reason: 'ReadinessGatesNotReady',
          message: `corresponding condition of pod readiness gate "${gates[0]}" does not exist.`,
        }
      : containersReady;
  const verdicts: [PodCondition['type'], Verdict][] = [
    ['Initialized', initialized(input)],
    ['Ready', ready],
    ['ContainersReady', containersReady],
    ['PodScheduled', TRUE],
  ];
  if (hasSandbox !== undefined) {
    verdicts.unshift(['PodReadyToStartContainers', { status: hasSandbox ? 'True' : 'False' }]);
  }
  return verdicts.map(([type, verdict]) => {
    const before = previous?.conditions.find((condition) => condition.type === type);
    const lastTransitionTime = before?.status === verdict.status ? before.lastTransitionTime : now;
    return { type, ...verdict, lastTransitionTime };
  });
}

function allReady({ spec, phase, init, containers }: ConditionInput): Verdict {
  if (phase === 'Succeeded') return { status: 'False', reason: 'PodCompleted' };
  if (phase === 'Failed') return { status: 'False', reason: 'PodFailed' };
  const sidecars = init.filter((_, index) => isSidecar(spec.initContainers?.[index] ?? {}));
  const unready = [...sidecars, ...containers].filter(({ ready }) => !ready).map(({ name }) => name);
  if (unready.length === 0) return TRUE;
  const message = `containers with unready status: [${unready.join(' ')}]`;
  return { status: 'False', reason: 'ContainersNotReady', message };
}

function initialized({ spec, phase, init, containers }: ConditionInput): Verdict {
  if (phase === 'Succeeded') return { status: 'True', reason: 'PodCompleted' };
  if (isInitialized(containers)) return TRUE;
  const incomplete = init.filter((status, index) =>
    isSidecar(spec.initContainers?.[index] ?? {}) ? !status.started : !status.ready,
  );
  if (incomplete.length === 0) return TRUE;
  const message = `containers with incomplete status: [${incomplete.map(({ name }) => name).join(' ')}]`;
  return { status: 'False', reason: 'ContainersNotInitialized', message };
}
