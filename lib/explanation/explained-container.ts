import type { Container, PodSpec, Probe } from '../kubernetes/generated/decoded';
import { type ProbeWindows, probeWindows, recoveryWindow, type Window } from '../simulation/windows';
import { describeProbe } from './describe-probe';

/** What a container of a pod is there for. */
export type ContainerRole = 'container' | 'sidecar' | 'init container';

/** A probe, and what its numbers amount to in seconds. */
export interface ExplainedProbe {
  readonly probe: 'startup' | 'liveness' | 'readiness';
  /** As `kubectl describe` prints it. */
  readonly line: string;
  readonly windows: ProbeWindows;
}

/** A container of a pod, and when its probes do what. */
export interface ExplainedContainer {
  readonly name: string;
  readonly role: ContainerRole;
  readonly probes: readonly ExplainedProbe[];
  /** From a hang to the next life of the container, in seconds; undefined: nobody kills it. */
  readonly recovery?: Window;
}

const PROBES = ['startup', 'liveness', 'readiness'] as const;

/** The containers of a defaulted pod in the order in which they start. */
export function explainedContainers(spec: PodSpec): ExplainedContainer[] {
  const explained = (container: Container, role: ContainerRole): ExplainedContainer => {
    const recovery = recoveryWindow(container, spec);
    return {
      name: container.name ?? '',
      role,
      probes: PROBES.flatMap((probe) => {
        const numbers: Probe | undefined = container[`${probe}Probe`];
        return numbers ? [{ probe, line: describeProbe(numbers), windows: probeWindows(numbers) }] : [];
      }),
      ...(recovery && { recovery }),
    };
  };
  return [
    ...(spec.initContainers ?? []).map((container) =>
      explained(container, container.restartPolicy === 'Always' ? 'sidecar' : 'init container'),
    ),
    ...(spec.containers ?? []).map((container) => explained(container, 'container')),
  ];
}
