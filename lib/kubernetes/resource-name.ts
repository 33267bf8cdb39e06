import { qualifiedName } from './formats';
import { parseQuantity, type Quantity } from './quantity';

const HUGE_PAGES = 'hugepages-';
const CONTAINER_RESOURCES = new Set(['cpu', 'memory', 'ephemeral-storage']);
const COUNTS = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];
const OBJECT_COUNTS = new Set(COUNTS);
const STANDARD_RESOURCES = new Set([
  ...CONTAINER_RESOURCES,
  ...[...CONTAINER_RESOURCES].flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  ...COUNTS,
  'storage',
  'requests.storage',
]);

/** Whether a resource is memory in pages of one size: `hugepages-2Mi`. Follows helper.IsHugePageResourceName. */
export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** The page size that a `hugepages-` name states. Follows helper.HugePageSizeFromResourceName. */
export function pageSizeOf(name: string): Quantity | undefined {
  return parseQuantity(name.slice(HUGE_PAGES.length));
}

/** Whether Kubernetes itself knows a name without a slash, in quotas too. Follows helper.IsStandardResourceName. */
export function isStandardResource(name: string): boolean {
  return STANDARD_RESOURCES.has(name) || isHugePages(name) || name.startsWith(`requests.${HUGE_PAGES}`);
}

/** Whether a container can ask for a resource without a slash. Follows helper.IsStandardContainerResourceName. */
export function isStandardContainerResource(name: string): boolean {
  return CONTAINER_RESOURCES.has(name) || isHugePages(name);
}

/** Whether a resource belongs to Kubernetes itself. Follows helper.IsNativeResource. */
export function isNativeResource(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Whether a resource is one that a device plugin offers: `example.com/gpu`. Follows helper.IsExtendedResourceName. */
export function isExtendedResource(name: string): boolean {
  return !isNativeResource(name) && !name.startsWith('requests.') && qualifiedName(`requests.${name}`).length === 0;
}

/** Whether a resource comes in whole units only. Follows helper.IsIntegerResourceName. */
export function isIntegerResource(name: string): boolean {
  return OBJECT_COUNTS.has(name) || isExtendedResource(name);
}

/** Whether the limit of a resource may differ from its request. Follows helper.IsOvercommitAllowed. */
export function isOvercommitAllowed(name: string): boolean {
  return isNativeResource(name) && !isHugePages(name);
}
