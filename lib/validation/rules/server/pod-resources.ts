import { sumOfContainers } from '../../../kubernetes/defaults/resource-sum';
import { qualifiedName } from '../../../kubernetes/formats';
import type { PodSpec, ResourceRequirements } from '../../../kubernetes/generated/decoded';
import { compareQuantities, formatQuantity, parseQuantity } from '../../../kubernetes/quantity';
import { isHugePages, isStandardResource } from '../../../kubernetes/resource-name';
import type { FieldPath } from '../../field-path';
import { type Finding, forbidden, invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const POD_RESOURCES = ['cpu', 'hugepages-', 'memory'];
const LISTS = ['limits', 'requests'] as const;

/** What a pod as a whole requests and is limited to, beside its containers. */
export const podResourcesRules = defineRules([
  {
    id: 'valid-pod-resource-name',
    summary: 'A pod as a whole asks for cpu, memory and hugepages-SIZE only.',
    why: 'The kubelet knows no limit of another resource for a whole pod.',
    fix: 'Write cpu, memory or hugepages-SIZE; ask for another resource in a container.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePodResourceName',
    since: 34,
    example: {
      bad: 'resources: { limits: { ephemeral-storage: 1Gi } }',
      good: 'resources: { limits: { memory: 1Gi } }',
    },
    visit: {
      podSpec(podSpec, at, report) {
        const resources = checkedPodResources(podSpec);
        if (resources === undefined) return;
        for (const list of LISTS)
          for (const name in resources[list])
            for (const finding of nameFindings(name, at.down('resources', list).key(name))) report(finding);
      },
    },
  },
  {
    id: 'no-pod-resource-claim',
    summary: 'The resources of a pod as a whole hold no claims.',
    why: 'The pod names its claims in spec.resourceClaims, and its containers use them.',
    fix: 'Move the claims to the resources of a container.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePodResources',
    since: 34,
    example: { bad: 'resources: { claims: [] }', good: 'resources: { limits: { cpu: 1 } }' },
    visit: {
      podSpec(podSpec, at, report) {
        if (checkedPodResources(podSpec)?.claims)
          report(forbidden(at.down('resources', 'claims'), 'may not be set for a whole pod'));
      },
    },
  },
  {
    id: 'valid-pod-resource-request',
    summary: 'A pod as a whole requests no less than its containers together.',
    why: 'The pod is scheduled by what it requests as a whole, and its containers share that.',
    fix: 'Raise the request of the pod, or lower those of its containers.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePodResourceConsistency',
    since: 34,
    example: {
      bad: 'resources: { requests: { cpu: 1 } }\ncontainers: [{ name: app, image: a, resources: { requests: { cpu: 2 } } }]',
      good: 'resources: { requests: { cpu: 2 } }\ncontainers: [{ name: app, image: a, resources: { requests: { cpu: 2 } } }]',
    },
    visit: {
      podSpec(podSpec, at, report) {
        for (const finding of sumFindings(podSpec, 'requests', at)) report(finding);
      },
    },
  },
  {
    id: 'valid-pod-resource-limit',
    summary: 'No container has a higher limit than its pod as a whole; for hugepages, not all of them together.',
    why: 'The container could not use more than its pod.',
    fix: 'Raise the limit of the pod, or lower that of the container.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePodResourceConsistency',
    since: 34,
    example: {
      bad: 'resources: { limits: { cpu: 1 } }\ncontainers: [{ name: app, image: a, resources: { requests: { cpu: 1 }, limits: { cpu: 2 } } }]',
      good: 'resources: { limits: { cpu: 2 } }\ncontainers: [{ name: app, image: a, resources: { requests: { cpu: 1 }, limits: { cpu: 2 } } }]',
    },
    visit: {
      podSpec(podSpec, at, report) {
        if (checkedPodResources(podSpec)?.limits === undefined) return;
        for (const finding of sumFindings(podSpec, 'limits', at)) report(finding);
        for (const finding of limitFindings(podSpec, at)) report(finding);
      },
    },
  },
]);

/**
 * What a pod as a whole requests, as far as the server looks into it: that of a windows pod it refuses unseen.
 *
 * Follows kubernetes pkg/apis/core/validation/validation.go validatePodResources.
 */
export function checkedPodResources({ os, resources }: PodSpec): ResourceRequirements | undefined {
  return os?.name === 'windows' ? undefined : resources;
}

function nameFindings(name: string, field: FieldPath): Finding[] {
  const faults = qualifiedName(name);
  if (faults.length === 0 && !name.includes('/') && !isStandardResource(name))
    faults.push('must be a resource that Kubernetes knows, or have a domain');
  if (faults.length > 0) return faults.map((reason) => invalid(field, name, reason, didYouMean(name, POD_RESOURCES)));
  return isHugePages(name) || POD_RESOURCES.includes(name) ? [] : [notSupported(field, name, POD_RESOURCES)];
}

/** Of limits, only those of hugepages are added up: they are not overcommitted. */
function sumFindings(podSpec: PodSpec, list: (typeof LISTS)[number], at: FieldPath): Finding[] {
  const amounts = checkedPodResources(podSpec)?.[list];
  if (amounts === undefined) return [];
  const findings: Finding[] = [];
  for (const [name, sum] of sumOfContainers(podSpec, list)) {
    const amount = amounts[name] === undefined ? undefined : parseQuantity(amounts[name]);
    if (amount === undefined || (list === 'limits' && !isHugePages(name)) || compareQuantities(sum, amount) <= 0)
      continue;
    const detail = `must be greater than or equal to the ${list} of its containers, ${formatQuantity(sum)}`;
    findings.push(invalid(at.down('resources', list).key(name), amounts[name], detail));
  }
  return findings;
}

function limitFindings({ containers, resources }: PodSpec, at: FieldPath): Finding[] {
  const podLimits = resources?.limits ?? {};
  return (containers ?? []).flatMap(({ resources: own }, index) =>
    Object.entries(own?.limits ?? {}).flatMap(([name, amount]) => {
      const limit = parseQuantity(amount);
      const podLimit = podLimits[name] === undefined ? undefined : parseQuantity(podLimits[name]);
      if (limit === undefined || podLimit === undefined || compareQuantities(limit, podLimit) <= 0) return [];
      const field = at.down('resources', 'containers').index(index).key(name).child('limits');
      const place = at.child('containers').index(index).down('resources', 'limits').key(name);
      return [invalid(field, amount, `must be less than or equal to the pod limit of ${podLimits[name]}`, { place })];
    }),
  );
}
