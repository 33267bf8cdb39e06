import type { PodSpec } from '../generated/decoded';
import { formatQuantity } from '../quantity';
import { featureEnabled } from './feature-gates';
import type { ResourceList } from './resource-list';
import { sumOfContainers } from './resource-sum';

const HUGEPAGES = 'hugepages-';

/**
 * Fills in the resources of a whole Pod from those of its containers, where it states some of them.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go defaultHugePagePodLimits and defaultPodRequests.
 */
export function defaultPodResources(spec: PodSpec, minor: number): void {
  if (spec.resources === undefined || !featureEnabled('PodLevelResources', minor)) return;
  const { requests = {}, limits = {} } = spec.resources;
  const hasLimits = Object.keys(limits).length > 0;
  if (!hasLimits && Object.keys(requests).length === 0) return;
  defaultHugePageLimits(spec, requests, limits);
  if (Object.keys(limits).length > 0) defaultPodRequests(spec, requests, limits);
  if (Object.keys(limits).length > 0) spec.resources.limits = limits;
  if (Object.keys(requests).length > 0) spec.resources.requests = requests;
}

function defaultHugePageLimits(spec: PodSpec, requests: ResourceList, limits: ResourceList): void {
  for (const [name, sum] of sumOfContainers(spec, 'limits')) {
    if (name.startsWith(HUGEPAGES) && !(name in requests) && !(name in limits)) limits[name] = formatQuantity(sum);
  }
}

/** What the containers request; where they request nothing, the limit. */
function defaultPodRequests(spec: PodSpec, requests: ResourceList, limits: ResourceList): void {
  for (const [name, sum] of sumOfContainers(spec, 'requests')) {
    if ((name === 'cpu' || name === 'memory') && !(name in requests)) requests[name] = formatQuantity(sum);
  }
  for (const [name, limit] of Object.entries(limits)) {
    const supported = name === 'cpu' || name === 'memory' || name.startsWith(HUGEPAGES);
    if (supported && !(name in requests)) requests[name] = limit;
  }
}
