import { featureEnabled } from '../kubernetes/defaults/feature-gates';
import type { ResourceList } from '../kubernetes/defaults/resource-list';
import { type Amounts, add, parseAmounts, sumOfContainers } from '../kubernetes/defaults/resource-sum';
import type { PodSpec } from '../kubernetes/generated/decoded';
import { formatQuantity } from '../kubernetes/quantity';

/** Amounts by resource name: `{ cpu: '100m' }`. */
export type ResourceAmounts = Readonly<Record<string, string>>;

/** The resources of a pod as a whole, its init containers, sidecars and overhead counted. */
export interface PodResources {
  /** What a node must have free, and what is kept for the pod. */
  readonly requests: ResourceAmounts;
  /** The sums of the limits; what some container has no limit of is not limited for the pod. */
  readonly limits: ResourceAmounts;
  /** The containers that have no limit, by resource: of `cpu` and `memory`. */
  readonly unlimited: Readonly<Record<string, readonly string[]>>;
}

/** The resources of which every container has some or no limit. */
const COMPUTE = ['cpu', 'memory'];

/**
 * What a defaulted pod requests and may use at most: the containers and sidecars together, or one init container beside
 * the sidecars before it, whichever is more; resources of the whole pod count in their place, and overhead on top.
 *
 * Follows k8s.io/component-helpers resource PodRequests and PodLimits.
 */
export function podResources(spec: PodSpec, minor: number): PodResources {
  const whole = featureEnabled('PodLevelResources', minor) ? spec.resources : undefined;
  const requests = sumOfContainers(spec, 'requests');
  const limits = sumOfContainers(spec, 'limits');
  override(requests, whole?.requests);
  override(limits, whole?.limits);
  const overhead = parseAmounts(spec.overhead);
  add(requests, overhead);
  add(limits, new Map([...overhead].filter(([name]) => limits.has(name))));
  return { requests: textsOf(requests), limits: textsOf(limits), unlimited: unlimitedOf(spec, whole?.limits ?? {}) };
}

/** Follows IsSupportedPodLevelResource. */
function override(sums: Amounts, whole: ResourceList | undefined): void {
  for (const [name, amount] of parseAmounts(whole)) {
    if (COMPUTE.includes(name) || name.startsWith('hugepages-')) sums.set(name, amount);
  }
}

function unlimitedOf(spec: PodSpec, whole: ResourceList): PodResources['unlimited'] {
  const running = [...(spec.containers ?? []), ...(spec.initContainers ?? []).filter(isSidecar)];
  const entries = COMPUTE.filter((name) => !(name in whole)).map((name) => [
    name,
    running.filter(({ resources }) => resources?.limits?.[name] === undefined).map(({ name: own = '' }) => own),
  ]);
  return Object.fromEntries(entries.filter(([, names]) => names?.length));
}

function isSidecar({ restartPolicy }: { restartPolicy?: string }): boolean {
  return restartPolicy === 'Always';
}

function textsOf(amounts: Amounts): ResourceAmounts {
  const sorted = [...amounts].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, amount]) => [name, formatQuantity(amount)]));
}
