import { qualifiedName } from '../../../kubernetes/formats';
import type {
  Container,
  EphemeralContainer,
  PodSpec,
  ResourceRequirements,
  RuntimeClass,
} from '../../../kubernetes/generated/decoded';
import { compareQuantities, milliValue, parseQuantity, wholeValue } from '../../../kubernetes/quantity';
import {
  isExtendedResource,
  isHugePages,
  isIntegerResource,
  isNativeResource,
  isOvercommitAllowed,
  isStandardContainerResource,
  pageSizeOf,
} from '../../../kubernetes/resource-name';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { checkedPodResources } from './pod-resources';

const CONTAINER_RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go validateResourceRequirements';

type Amounts = NonNullable<ResourceRequirements['limits']>;
type Check = (requirements: ResourceRequirements, at: FieldPath, report: Report) => void;

/** What containers, and the pod as a whole, request and are limited to. */
export const resourceRequirementsRules = defineRules([
  {
    id: 'valid-resource-name',
    summary:
      'A container asks for cpu, memory, ephemeral-storage, hugepages-SIZE or an extended resource such as example.com/gpu.',
    why: 'No node offers any other resource.',
    fix: 'Write one of the names that Kubernetes knows, or that of a device plugin with its domain.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go validateContainerResourceName, pkg/apis/core/helper/helpers.go IsExtendedResourceName',
    example: { bad: 'resources: { limits: { mem: 64Mi } }', good: 'resources: { limits: { memory: 64Mi } }' },
    visit: {
      container: ofContainer(validNames),
      podSpec({ overhead }, at, report) {
        if (overhead) ofOverhead(validNames, overhead, at, report);
      },
      RuntimeClass: ofRuntimeClass(validNames),
    },
  },
  {
    id: 'valid-resource-amount',
    summary: 'The amount of a resource is not negative, and whole for an extended resource.',
    why: 'A device cannot be given in part.',
    fix: 'Write an amount of zero or more, and a whole number for an extended resource.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateResourceQuantityValue',
    example: {
      bad: 'resources: { limits: { example.com/gpu: 500m } }',
      good: 'resources: { limits: { example.com/gpu: 1 } }',
    },
    visit: {
      container: ofContainer(validAmounts),
      podSpec: ofPodSpec(validAmounts),
      RuntimeClass: ofRuntimeClass(validAmounts),
    },
  },
  {
    id: 'valid-resource-request',
    summary: 'A request is not above its limit, and equal to it for hugepages and extended resources.',
    why: 'A container could not use what it requests beyond its limit; devices are not overcommitted.',
    fix: 'Lower the request, or raise the limit.',
    source: SOURCE,
    example: {
      bad: 'resources: { requests: { memory: 128Mi }, limits: { memory: 64Mi } }',
      good: 'resources: { requests: { memory: 64Mi }, limits: { memory: 64Mi } }',
    },
    visit: {
      container: ofContainer(validRequests),
      podSpec: ofPodSpec(validRequests),
      RuntimeClass: ofRuntimeClass(validRequests),
    },
  },
  {
    id: 'require-resource-limit',
    summary: 'A request of hugepages or of an extended resource has a limit.',
    why: 'These resources are not overcommitted: request and limit are the same.',
    fix: 'Write the limit, equal to the request.',
    source: SOURCE,
    example: {
      bad: 'resources: { requests: { example.com/gpu: 1 } }',
      good: 'resources: { limits: { example.com/gpu: 1 } }',
    },
    visit: {
      container: ofContainer(requireLimits),
      podSpec: ofPodSpec(requireLimits),
      RuntimeClass: ofRuntimeClass(requireLimits),
    },
  },
  {
    id: 'valid-huge-pages',
    summary: 'An amount of hugepages-SIZE is a multiple of SIZE.',
    why: 'Memory in huge pages is given by the page.',
    fix: 'Write the size of a page in the name, such as hugepages-2Mi, and a multiple of it as the amount.',
    source: 'kubernetes pkg/apis/core/helper/helpers.go IsHugePageResourceValueDivisible',
    example: {
      bad: 'resources: { limits: { cpu: 1, hugepages-2Mi: 3Mi } }',
      good: 'resources: { limits: { cpu: 1, hugepages-2Mi: 4Mi } }',
    },
    visit: {
      container: ofContainer(validHugePages),
      podSpec: ofPodSpec(validHugePages),
      RuntimeClass: ofRuntimeClass(validHugePages),
    },
  },
  {
    id: 'no-huge-pages-alone',
    summary: 'A container with hugepages has cpu or memory as well.',
    why: 'Without them its quality of service could not be told.',
    fix: 'Add a request or a limit of cpu or memory.',
    source: SOURCE,
    example: {
      bad: 'resources: { limits: { hugepages-2Mi: 4Mi } }',
      good: 'resources: { limits: { cpu: 1, hugepages-2Mi: 4Mi } }',
    },
    visit: {
      container: ofContainer(noHugePagesAlone),
      podSpec: ofPodSpec(noHugePagesAlone),
      RuntimeClass: ofRuntimeClass(noHugePagesAlone),
    },
  },
]);

function ofContainer(check: Check) {
  return ({ resources }: Container | EphemeralContainer, at: FieldPath, report: Report): void => {
    if (resources) check(resources, at.child('resources'), report);
  };
}

function ofPodSpec(check: Check) {
  return (podSpec: PodSpec, at: FieldPath, report: Report): void => {
    const resources = checkedPodResources(podSpec);
    if (resources) check(resources, at.child('resources'), report);
    if (podSpec.overhead) ofOverhead(check, podSpec.overhead, at, report);
  };
}

function ofRuntimeClass(check: Check) {
  return ({ overhead }: RuntimeClass, at: FieldPath, report: Report): void => {
    if (overhead?.podFixed) ofOverhead(check, overhead.podFixed, at, report);
  };
}

/** The server checks the overhead of a pod as if it were the limits of a container, and names it so. */
function ofOverhead(check: Check, limits: Amounts, specAt: FieldPath, report: Report): void {
  const place = specAt.child('overhead');
  check({ limits }, place, (finding) => report({ ...finding, place }));
}

function validNames({ limits, requests }: ResourceRequirements, at: FieldPath, report: Report): void {
  for (const name in limits) reportName(name, at.child('limits'), report);
  for (const name in requests) reportName(name, at.child('requests'), report);
}

function reportName(name: string, at: FieldPath, report: Report): void {
  for (const reason of nameFaults(name))
    report(invalid(at.key(name), name, reason, didYouMean(name, CONTAINER_RESOURCES)));
}

function nameFaults(name: string): string[] {
  if (CONTAINER_RESOURCES.includes(name)) return [];
  const faults = qualifiedName(name);
  if (faults.length > 0) return faults;
  if (!name.includes('/'))
    return isStandardContainerResource(name) ? [] : ['must be a resource that containers have, or have a domain'];
  return isNativeResource(name) || isExtendedResource(name) ? [] : ['must be named as an extended resource'];
}

function validAmounts({ limits, requests }: ResourceRequirements, at: FieldPath, report: Report): void {
  if (limits) reportAmounts(limits, at, 'limits', report);
  if (requests) reportAmounts(requests, at, 'requests', report);
}

function reportAmounts(amounts: Amounts, at: FieldPath, list: string, report: Report): void {
  for (const name in amounts) {
    const quantity = parseQuantity(amounts[name] ?? '');
    if (quantity === undefined) continue;
    if (quantity.nano < 0n) report(invalid(at.child(list).key(name), amounts[name], 'must not be negative'));
    if (isIntegerResource(name) && milliValue(quantity) % 1000n !== 0n)
      report(invalid(at.child(list).key(name), amounts[name], 'must be a whole number'));
  }
}

function validRequests({ limits, requests }: ResourceRequirements, at: FieldPath, report: Report): void {
  if (limits === undefined) return;
  for (const name in requests) {
    const request = parseQuantity(requests[name] ?? '');
    const limit = limits[name] === undefined ? undefined : parseQuantity(limits[name]);
    if (request === undefined || limit === undefined) continue;
    const order = compareQuantities(request, limit);
    if (order === 0 || (order < 0 && isOvercommitAllowed(name))) continue;
    const relation = isOvercommitAllowed(name) ? 'less than or equal to' : 'equal to';
    const detail = `must be ${relation} the ${name} limit of ${limits[name]}`;
    const place = at.child('requests').key(name);
    const fix = isOvercommitAllowed(name) ? undefined : { fix: 'Write the same amount in both, or the limit alone.' };
    report(invalid(at.child('requests'), requests[name], detail, { place, ...fix }));
  }
}

function requireLimits({ limits, requests }: ResourceRequirements, at: FieldPath, report: Report): void {
  for (const name in requests)
    if (limits?.[name] === undefined && !isOvercommitAllowed(name))
      report(required(at.child('limits'), `a limit must be set for ${name}`));
}

function validHugePages({ limits, requests }: ResourceRequirements, at: FieldPath, report: Report): void {
  if (limits) reportPages(limits, at, 'limits', report);
  if (requests) reportPages(requests, at, 'requests', report);
}

function reportPages(amounts: Amounts, at: FieldPath, list: string, report: Report): void {
  for (const name in amounts)
    if (isHugePages(name) && !isWholePages(name, amounts[name] ?? ''))
      report(invalid(at.child(list).key(name), amounts[name], `must be a multiple of ${name}`));
}

function isWholePages(name: string, amount: string | number): boolean {
  const size = pageSizeOf(name);
  const quantity = parseQuantity(amount);
  if (size === undefined || quantity === undefined || size.nano <= 0n || milliValue(size) % 1000n !== 0n) return false;
  return wholeValue(quantity) % wholeValue(size) === 0n;
}

function noHugePagesAlone({ limits, requests }: ResourceRequirements, at: FieldPath, report: Report): void {
  if (hasCpuOrMemory(limits) || hasCpuOrMemory(requests)) return;
  if (hasHugePages(limits) || hasHugePages(requests)) report(forbidden(at, 'hugepages require cpu or memory'));
}

function hasCpuOrMemory(amounts: Amounts | undefined): boolean {
  return amounts?.cpu !== undefined || amounts?.memory !== undefined;
}

function hasHugePages(amounts: Amounts | undefined): boolean {
  for (const name in amounts) if (isHugePages(name)) return true;
  return false;
}
