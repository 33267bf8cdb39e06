import type { HorizontalPodAutoscaler, PodTemplateSpec } from '../../kubernetes/generated/decoded';
import type { Labels } from '../../kubernetes/label-selector';
import type { AppEntry } from '../rule';
import { namespaceOf } from './served-pods';

/** The kinds that run a number of like pods, which an autoscaler may change. */
const SCALED: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

/** A workload with a number of like pods. */
export interface ScaledWorkload {
  readonly index: number;
  readonly namespace: string;
  /** As one writes it: `Deployment/web`. */
  readonly name: string;
  readonly replicas: number;
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

  /** @param isOfInterest Whether a workload is to be kept; others are forgotten at once. */
  constructor(private readonly isOfInterest: (workload: ScaledWorkload, entry: AppEntry) => boolean = () => true) {}

  /** @returns The workload, where it is one. */
  see(entry: AppEntry): ScaledWorkload | undefined {
    if (entry.kind.kind === 'HorizontalPodAutoscaler') this.seeAutoscaler(entry);
    const workload = scaledWorkload(entry);
    if (workload && this.isOfInterest(workload, entry)) this.workloads.push(workload);
    return workload;
  }

  /** The workloads of interest, in the order in which they were seen. */
  all(): readonly ScaledWorkload[] {
    return this.workloads;
  }

  autoscalerOf({ namespace, name }: ScaledWorkload): Autoscaler | undefined {
    return this.autoscalers.get(`${namespace} ${name}`);
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

/** Whether a kind has a number of pods that an autoscaler may change. */
export function isScaled(kind: string): boolean {
  return SCALED.has(kind);
}

/** An object as a workload with a number of pods; undefined where it is none. */
export function scaledWorkload(entry: AppEntry): ScaledWorkload | undefined {
  if (!isScaled(entry.kind.kind)) return undefined;
  const { metadata, spec } = entry.object as {
    readonly metadata?: { readonly name?: string };
    readonly spec?: { readonly replicas?: number; readonly template?: PodTemplateSpec };
  };
  return {
    index: entry.index,
    namespace: namespaceOf(entry) ?? '',
    name: `${entry.kind.kind}/${metadata?.name ?? ''}`,
    replicas: spec?.replicas ?? 1,
    labels: (spec?.template?.metadata?.labels ?? {}) as Labels,
  };
}

/** A number of pods in words: `1 pod`, `3 pods`. */
export function pods(count: number): string {
  return count === 1 ? '1 pod' : `${count} pods`;
}
