import type { Container, PodSpec } from '../../kubernetes/generated/decoded';
import type { ProbeResult } from './generate-pod-status';
import { isSidecar, shouldRestart, shouldRestartInit } from './restart-policy';
import type { Instance, RuntimeSnapshot } from './runtime';

/** A running container that a probe has condemned. */
export interface ContainerToKill {
  readonly container: Container;
  readonly instance: Instance;
  readonly probe: 'liveness' | 'startup';
  readonly message: string;
}

/** What a sync has to do. */
export interface PodActions {
  /** Nothing is left to run: the rest of the pod is stopped. */
  readonly killPod: boolean;
  readonly kill: readonly ContainerToKill[];
  /** Init containers to start, before `start`. */
  readonly startInit: readonly Container[];
  readonly start: readonly Container[];
}

/** What the probes have found so far, by the id of an instance. */
export interface ProbeVerdicts {
  readonly liveness: (id: number) => ProbeResult | undefined;
  readonly startup: (id: number) => ProbeResult | undefined;
}

/**
 * What there is to do for a pod whose sandbox stands.
 *
 * Follows kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions and kuberuntime_container.go
 * computeInitContainerActions.
 */
export function podActions(spec: PodSpec, snapshot: RuntimeSnapshot, verdicts: ProbeVerdicts): PodActions {
  const kill: ContainerToKill[] = [];
  const startInit: Container[] = [];
  const start: Container[] = [];
  const newest = (container: Container) => snapshot.get(container.name ?? '')?.[0];
  const containers = spec.containers ?? [];
  const initialized = containers.some((container) => newest(container) !== undefined);

  const condemned = (container: Container, instance: Instance, restarts: boolean): boolean => {
    const isFailed = (probe: 'liveness' | 'startup') => verdicts[probe](instance.id) === 'failure';
    const probe = isFailed('liveness') ? 'liveness' : isFailed('startup') ? 'startup' : undefined;
    if (!probe) return false;
    const message = `Container ${container.name} failed ${probe} probe${restarts ? ', will be restarted' : ''}`;
    kill.push({ container, instance, probe, message });
    return true;
  };

  for (const container of spec.initContainers ?? []) {
    const instance = newest(container);
    if (isSidecar(container)) {
      if (!instance || instance.ended || condemned(container, instance, true)) startInit.push(container);
      if (initialized) continue;
      if (!instance || instance.ended || !hasStarted(container, instance, verdicts)) break;
      continue;
    }
    if (initialized || instance?.ended?.code === 0) continue;
    const mayStart = !instance || (instance.ended && shouldRestartInit(container, spec, instance.ended.code));
    if (mayStart) startInit.push(container);
    break;
  }
  const initDone =
    initialized ||
    (startInit.length === 0 &&
      (spec.initContainers ?? []).every((container) => {
        const instance = newest(container);
        if (!isSidecar(container)) return instance?.ended?.code === 0;
        return instance !== undefined && !instance.ended && hasStarted(container, instance, verdicts);
      }));
  if (!initDone) return { killPod: false, kill, startInit, start };

  let kept = 0;
  for (const container of containers) {
    const instance = newest(container);
    if (!instance || instance.ended) {
      if (!instance || shouldRestart(container, spec, instance.ended?.code ?? 0)) start.push(container);
      continue;
    }
    const restarts = (container.restartPolicy ?? spec.restartPolicy) !== 'Never';
    if (!condemned(container, instance, restarts)) kept++;
    else if (restarts) start.push(container);
  }
  const killPod = kept === 0 && start.length === 0;
  return { killPod, kill, startInit: killPod ? [] : startInit, start };
}

function hasStarted(container: Container, instance: Instance, verdicts: ProbeVerdicts): boolean {
  return !container.startupProbe || verdicts.startup(instance.id) === 'success';
}
