import type { ResourceRequirements } from '../../imports/k8s';
import { type Fields, isFields } from './key-order';

/**
 * What a HorizontalPodAutoscaler of cdk8s-plus-28 asks of the workload it scales. Its containers are objects of a class
 * with private members, so that `never` is the only type that passes for them without loading its declarations.
 */
export interface ScalingTarget {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly containers: never[];
  readonly replicas?: number;
}

/** The requests and limits of `containers` in the shape in which cdk8s-plus-28 looks for them. */
export function scaledContainers(containers: unknown): never[] {
  if (!isFields(containers)) return [];
  return Object.values(containers).map((container) => {
    const { requests, limits } = resourcesOf(container);
    const resources = (name: string) => ({ request: requests?.[name], limit: limits?.[name] });
    return { resources: { cpu: resources('cpu'), memory: resources('memory') } } as never;
  });
}

function resourcesOf(container: unknown): ResourceRequirements {
  const resources = isFields(container) ? (container as Fields).resources : undefined;
  return isFields(resources) ? resources : {};
}
