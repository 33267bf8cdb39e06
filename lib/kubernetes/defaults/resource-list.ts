import { formatQuantity, parseQuantity } from '../quantity';

/** Amounts by resource name: `{ cpu: '100m' }`. */
export type ResourceList = Record<string, string | number>;

const NANOS_PER_MILLI = 1_000_000n;
/** Only these notations can hold less than a thousandth. */
const MAY_BE_FINER_THAN_MILLI = /[.nue]|E-/;

/**
 * Rounds amounts up to thousandths, in place.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_ResourceList.
 */
export function defaultResourceList(list: ResourceList | undefined): void {
  if (list === undefined) return;
  for (const name in list) {
    const amount = list[name];
    if (amount === undefined || !MAY_BE_FINER_THAN_MILLI.test(String(amount))) continue;
    const quantity = parseQuantity(amount);
    if (quantity === undefined || quantity.nano % NANOS_PER_MILLI === 0n) continue;
    const truncated = quantity.nano / NANOS_PER_MILLI;
    const rounded = (quantity.nano > 0n ? truncated + 1n : truncated - 1n) * NANOS_PER_MILLI;
    list[name] = formatQuantity({ ...quantity, nano: rounded });
  }
}

/** Rounds the requests and the limits of a container, a pod or a volume claim. */
export function defaultResources(resources: { requests?: ResourceList; limits?: ResourceList } | undefined): void {
  if (resources === undefined) return;
  defaultResourceList(resources.limits);
  defaultResourceList(resources.requests);
}
