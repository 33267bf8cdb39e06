import { type Format, qualifiedName } from './formats';
import { isExtendedResource, isNativeResource, isStandardContainerResource, isStandardResource } from './resource-name';

/** A name that Kubernetes knows, or any with a domain. Follows kubernetes pkg/apis/core/validation validateResourceName. */
export const resourceName: Format = (name) => {
  const reasons = qualifiedName(name);
  if (reasons.length > 0 || name.includes('/') || isStandardResource(name)) return reasons;
  return ['must be a standard resource type or fully qualified'];
};

/** A resource that containers have. Follows kubernetes pkg/apis/core/validation validateContainerResourceName. */
export const containerResourceName: Format = (name) => {
  const reasons = resourceName(name);
  if (!name.includes('/')) {
    if (!isStandardContainerResource(name)) reasons.push('must be a standard resource for containers');
  } else if (!isNativeResource(name) && !isExtendedResource(name)) {
    reasons.push('must be the name of an extended resource, such as example.com/gpu');
  }
  return reasons;
};

/** What a quota can bound. Follows kubernetes pkg/apis/core/validation ValidateResourceQuotaResourceName. */
export const quotaResourceName: Format = (name) => {
  const reasons = resourceName(name);
  if (!name.includes('/') && !isStandardQuotaResource(name)) reasons.push('must be a standard resource for quota');
  return reasons;
};

/** Whether Kubernetes knows a name without a slash in quotas. Follows helper.IsStandardQuotaResourceName. */
export function isStandardQuotaResource(name: string): boolean {
  return isStandardResource(name) && name !== 'storage';
}
