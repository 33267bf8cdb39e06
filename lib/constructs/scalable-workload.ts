import { OwnerWorkload } from './owner-workload';
import { type ScalingTarget, scaledContainers } from './scaling-target';

/** A workload with a number of replicas; a HorizontalPodAutoscaler of cdk8s-plus-28 accepts it (`IScalable`). */
export abstract class ScalableWorkload<Port extends string = string> extends OwnerWorkload<Port> {
  /** Whether an autoscaler sets the number of replicas. */
  hasAutoscaler = false;

  /** Notes that an autoscaler sets the number of replicas, for cdk8s-plus-28. */
  markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler scales, for cdk8s-plus-28. */
  toScalingTarget(): ScalingTarget {
    const { containers, replicas } = this.plainProps();
    const { apiVersion, kind, name } = this;
    return {
      apiVersion,
      kind,
      name,
      containers: scaledContainers(containers),
      replicas: replicas as number | undefined,
    };
  }
}
