import { servedQuantity } from '../../../kubernetes/defaults/served-quantity';
import type { ResourceFieldSelector } from '../../../kubernetes/generated/decoded';
import { parseQuantity } from '../../../kubernetes/quantity';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const RESOURCES = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const HUGE_PAGES = /^(limits|requests)\.hugepages-/;
const CPU_DIVISORS = ['1m', '1'];
const BYTE_DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/** The request or limit of a container that an environment variable takes its value from. */
export const resourceFieldSelectorRules = defineRules([
  {
    id: 'valid-env-resource',
    summary: 'resourceFieldRef names limits or requests of cpu, memory, ephemeral-storage or hugepages.',
    why: 'The kubelet knows the amounts of no other resource.',
    fix: 'Write a resource such as limits.memory.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerResourceFieldSelector',
    example: {
      bad: 'name: MEMORY\nvalueFrom: { resourceFieldRef: { resource: memory } }',
      good: 'name: MEMORY\nvalueFrom: { resourceFieldRef: { resource: limits.memory } }',
    },
    visit: {
      envVar({ valueFrom }, at, report) {
        if (valueFrom?.resourceFieldRef)
          reportResource(valueFrom.resourceFieldRef, at.down('valueFrom', 'resourceFieldRef'), report);
      },
    },
  },
  {
    id: 'valid-env-divisor',
    summary: 'A divisor is 1 or 1m for cpu, and 1 or a single unit such as 1Mi for bytes.',
    why: 'The amount is shown in whole units of the divisor.',
    fix: 'Write a unit with the digit 1, or leave divisor out for 1.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerResourceDivisor',
    example: {
      bad: 'name: MEMORY\nvalueFrom: { resourceFieldRef: { resource: limits.memory, divisor: 10Mi } }',
      good: 'name: MEMORY\nvalueFrom: { resourceFieldRef: { resource: limits.memory, divisor: 1Mi } }',
    },
    visit: {
      envVar({ valueFrom }, at, report) {
        if (valueFrom?.resourceFieldRef)
          reportDivisor(valueFrom.resourceFieldRef, at.down('valueFrom', 'resourceFieldRef'), report);
      },
    },
  },
]);

/** Reports a resource of a container that cannot be looked up. Follows validateContainerResourceFieldSelector. */
export function reportResource({ resource }: ResourceFieldSelector, at: FieldPath, report: Report): void {
  if (!resource) report(required(at.child('resource')));
  else if (!RESOURCES.includes(resource) && !HUGE_PAGES.test(resource))
    report(notSupported(at.child('resource'), resource, RESOURCES, didYouMean(resource, RESOURCES)));
}

/** Reports a divisor that is no unit of its resource. Follows validateContainerResourceDivisor. */
export function reportDivisor(selector: ResourceFieldSelector, at: FieldPath, report: Report): void {
  const { divisor } = selector;
  const divisors = divisorsOf(selector);
  const quantity = divisor === undefined ? undefined : parseQuantity(divisor);
  if (divisors === undefined || divisor === undefined || quantity === undefined || quantity.nano === 0n) return;
  if (!divisors.includes(servedQuantity(divisor)))
    report(invalid(at.child('divisor'), divisor, `must be one of ${divisors.join(', ')}`));
}

function divisorsOf({ resource }: ResourceFieldSelector): readonly string[] | undefined {
  if (resource === undefined) return undefined;
  if (resource === 'limits.cpu' || resource === 'requests.cpu') return CPU_DIVISORS;
  return RESOURCES.includes(resource) || HUGE_PAGES.test(resource) ? BYTE_DIVISORS : undefined;
}
