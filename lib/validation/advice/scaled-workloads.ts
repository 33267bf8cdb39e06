import type { Deployment, HorizontalPodAutoscaler } from '../../kubernetes/generated/decoded';
import type { Labels } from '../../kubernetes/label-selector';
import type { AppEntry } from '../rule';
import { namespaceOf } from './served-pods';
import { shared } from './shared';

/** The kinds that run a number of like pods, which an autoscaler may change. */
const SCALED: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

/** A workload with a number of like pods. */
export interface ScaledWorkload {
  readonly index: number;
  readonly kind: string;
  readonly namespace: string;
  /** As one writes it: `Deployment/web`. */
  readonly name: string;
  readonly replicas: number;
  /** Whether the author says how many, rather than the server by default. */
  readonly isFixed: boolean;
  /** Whether something keeps its pods apart. */
  readonly isSpread: boolean;
  /** Whether two of its pods can run at once: it is not recreated as a whole, and mounts no claim. */
  readonly mayHaveMore: boolean;
  /** The labels of its pods. */
  readonly labels: Labels;
}

/** The autoscaler of a workload. */
export interface Autoscaler {
  readonly index: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
}

/** The workloads with a number of pods, and their autoscalers, among objects that are seen one after the other. */
export class ScaledWorkloads {
  private readonly workloads: ScaledWorkload[] = [];
  private readonly autoscalers = new Map<string, Autoscaler>();

  see(entry: AppEntry): void {
    if (entry.kind.kind === 'HorizontalPodAutoscaler') this.seeAutoscaler(entry);
    else if (isScaled(entry.kind.kind)) this.workloads.push(scaledWorkload(entry));
  }

  /** The workloads, in the order in which they were seen. */
  all(): readonly ScaledWorkload[] {
    return this.workloads;
  }

  autoscalerOf({ namespace, name }: ScaledWorkload): Autoscaler | undefined {
    return this.autoscalers.size === 0 ? undefined : this.autoscalers.get(`${namespace} ${name}`);
  }

  /** The fewest pods that a workload is meant to have. */
  fewest(workload: ScaledWorkload): number {
    return this.autoscalerOf(workload)?.minReplicas ?? workload.replicas;
  }

  private seeAutoscaler(entry: AppEntry): void {
    const { spec = {} } = entry.object as HorizontalPodAutoscaler;
    const { minReplicas = 1, maxReplicas = 1, scaleTargetRef: target = {} } = spec;
    this.autoscalers.set(`${namespaceOf(entry) ?? ''} ${target.kind}/${target.name}`, {
      index: entry.index,
      minReplicas,
      maxReplicas,
    });
  }
}

/** The workloads of an app, for all rules of a run. */
export const scaledWorkloads = shared(() => new ScaledWorkloads());

/** Whether a kind has a number of pods that an autoscaler may change. */
export function isScaled(kind: string): boolean {
  return SCALED.has(kind);
}

/** The name of a workload, as one writes it: `Deployment/web`. */
export function workloadName({ kind, object }: AppEntry): string {
  return `${kind.kind}/${(object as Deployment).metadata?.name ?? ''}`;
}

/** A number of pods in words: `1 pod`, `3 pods`. */
export function pods(count: number): string {
  return count === 1 ? '1 pod' : `${count} pods`;
}

function scaledWorkload(entry: AppEntry): ScaledWorkload {
  const { spec = {} } = entry.object as Deployment;
  const { metadata, spec: pod = {} } = spec.template ?? {};
  return {
    index: entry.index,
    kind: entry.kind.kind,
    namespace: namespaceOf(entry) ?? '',
    name: workloadName(entry),
    replicas: spec.replicas ?? 1,
    isFixed: saysReplicas(entry.given as Deployment),
    isSpread: pod.affinity?.podAntiAffinity !== undefined || (pod.topologySpreadConstraints ?? []).length > 0,
    mayHaveMore:
      spec.strategy?.type !== 'Recreate' && !pod.volumes?.some(({ persistentVolumeClaim }) => persistentVolumeClaim),
    labels: (metadata?.labels ?? {}) as Labels,
  };
}

function saysReplicas({ spec }: Deployment): boolean {
  return (spec?.replicas ?? undefined) !== undefined;
}
