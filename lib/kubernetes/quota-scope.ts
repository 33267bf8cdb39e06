import { isStandardQuotaResource } from './resource-name-format';

const PODS = new Set(['pods']);
const POD_RESOURCES = new Set([
  'pods',
  'cpu',
  'memory',
  'requests.cpu',
  'requests.memory',
  'limits.cpu',
  'limits.memory',
]);
const CLAIM_RESOURCES = new Set(['persistentvolumeclaims', 'requests.storage']);
/** What a quota with each scope can bound, of what Kubernetes knows. */
const RESOURCES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Terminating', POD_RESOURCES],
  ['NotTerminating', POD_RESOURCES],
  ['BestEffort', PODS],
  ['NotBestEffort', POD_RESOURCES],
  ['PriorityClass', POD_RESOURCES],
  ['CrossNamespacePodAffinity', POD_RESOURCES],
  ['VolumeAttributesClass', CLAIM_RESOURCES],
]);
const VOLUME_ATTRIBUTES_SINCE = 33;
/** Scopes that a pod either has or has not; the others are told apart by a value. */
const WITHOUT_VALUE = new Set([
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'CrossNamespacePodAffinity',
]);
const CONFLICTS = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

/** The scopes that a quota can have. */
export const quotaScopes: readonly string[] = [...RESOURCES.keys()];

/** Whether a minor knows a scope. Follows kubernetes pkg/apis/core/helper IsStandardResourceQuotaScope. */
export function isQuotaScope(scope: string, minor: number): boolean {
  return RESOURCES.has(scope) && (scope !== 'VolumeAttributesClass' || minor >= VOLUME_ATTRIBUTES_SINCE);
}

/** Whether a quota with this scope can bound a resource. Follows helper.IsResourceQuotaScopeValidForResource. */
export function fitsScope(resource: string, scope: string): boolean {
  return !isStandardQuotaResource(resource) || (RESOURCES.get(scope)?.has(resource) ?? true);
}

/** Whether a scope can only be asked for with `Exists`. */
export function isWithoutValue(scope: string): boolean {
  return WITHOUT_VALUE.has(scope);
}

/** The pairs among these scopes that no pod can have at once. */
export function conflictingScopes(scopes: readonly string[]): readonly (readonly [string, string])[] {
  return CONFLICTS.filter((pair) => pair.every((scope) => scopes.includes(scope)));
}
