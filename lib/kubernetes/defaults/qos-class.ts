import type { PodSpec, ResourceRequirements } from '../generated/decoded';
import { compareQuantities } from '../quantity';
import { type Amounts, add, parseAmounts } from './resource-sum';

/** How a node ranks a Pod when memory runs out. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

/**
 * The QoS class of a Pod, whose requests are already defaulted from its limits.
 *
 * Follows kubernetes pkg/apis/core/helper/qos/qos.go ComputePodQOS.
 */
export function qosClassOf(spec: PodSpec): QosClass {
  const holders = states(spec.resources)
    ? [spec.resources]
    : [...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ resources }) => resources);
  const [requests, limits]: [Amounts, Amounts] = [new Map(), new Map()];
  let guaranteed = true;
  for (const resources of holders) {
    const limit = computeAmounts(resources, 'limits');
    add(requests, computeAmounts(resources, 'requests'));
    add(limits, limit);
    if (limit.size < COMPUTE_RESOURCES.length) guaranteed = false;
  }
  if (requests.size === 0 && limits.size === 0) return 'BestEffort';
  return guaranteed && requests.size === limits.size && isEqual(requests, limits) ? 'Guaranteed' : 'Burstable';
}

const COMPUTE_RESOURCES = ['cpu', 'memory'];

/** Whether a pod states resources of its own that count. */
function states(resources: ResourceRequirements | undefined): resources is ResourceRequirements {
  const names = [...Object.keys(resources?.requests ?? {}), ...Object.keys(resources?.limits ?? {})];
  return names.some((name) => COMPUTE_RESOURCES.includes(name) || name.startsWith('hugepages-'));
}

function computeAmounts(resources: ResourceRequirements | undefined, which: 'requests' | 'limits'): Amounts {
  const amounts = parseAmounts(resources?.[which]);
  for (const [name, { nano }] of amounts) if (!COMPUTE_RESOURCES.includes(name) || nano <= 0n) amounts.delete(name);
  return amounts;
}

function isEqual(requests: Amounts, limits: Amounts): boolean {
  return [...requests].every(([name, request]) => {
    const limit = limits.get(name);
    return limit !== undefined && compareQuantities(limit, request) === 0;
  });
}
