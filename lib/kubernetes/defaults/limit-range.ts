import type { LimitRange, LimitRangeItem, ResourceQuota } from '../generated/decoded';
import { defaultResourceList } from './resource-list';

/** Fills in a LimitRange. Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_LimitRangeItem. */
export function defaultLimitRange(limitRange: LimitRange): void {
  limitRange.spec ??= {};
  for (const item of limitRange.spec.limits ?? []) defaultLimitRangeItem(item);
}

/** Rounds the amounts of a ResourceQuota. Follows SetDefaults_ResourceList. */
export function defaultResourceQuota(quota: ResourceQuota): void {
  quota.spec ??= {};
  defaultResourceList(quota.spec.hard);
}

/** For containers the limit comes from the maximum, the request from the limit and then from the minimum. */
function defaultLimitRangeItem(item: LimitRangeItem): void {
  if (item.type === 'Container') {
    item.default = { ...item.max, ...item.default };
    item.defaultRequest = { ...item.min, ...item.default, ...item.defaultRequest };
  }
  defaultResourceList(item.max);
  defaultResourceList(item.min);
  defaultResourceList(item.default);
  defaultResourceList(item.defaultRequest);
  defaultResourceList(item.maxLimitRequestRatio);
}
