import { dnsLabel } from '../../../kubernetes/formats';
import type {
  Container,
  EphemeralContainer,
  PodSpec,
  ResourceClaim,
  ResourceRequirements,
} from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, notFound, required } from '../../finding';
import type { PodContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { checkedPodResources } from './pod-resources';

type Check = (claim: ResourceClaim, at: FieldPath, report: Report, context: PodContext) => void;

/** The claims of its pod that a container uses. */
export const resourceClaimRules = defineRules([
  {
    id: 'require-resource-claim-name',
    summary: 'Every claim of a container has a name.',
    why: 'The name tells which claim of the pod is meant.',
    fix: 'Write the name of one of spec.resourceClaims.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateResourceClaimNames',
    since: 34,
    example: {
      bad: "resources: { claims: [{ name: '' }] }",
      good: 'resources: { claims: [{ name: gpu }] }',
    },
    visit: visitClaims(({ name }, at, report) => {
      if (!name) report(required(at, 'a name must be set', { place: at.child('name') }));
    }),
  },
  {
    id: 'valid-resource-claim-name',
    summary: 'A container uses claims of its pod only.',
    why: 'A claim is allocated for the pod, which then shares it out among its containers.',
    fix: 'Add the claim to spec.resourceClaims, or correct the name.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateResourceClaimNames',
    since: 34,
    example: {
      bad: 'resources: { claims: [{ name: gpu }] }',
      good: 'resources: { claims: [] }',
    },
    visit: visitClaims(({ name }, at, report, { podSpec }) => {
      const known = claimNames(podSpec);
      if (name && !known.has(name)) report(notFound(at, name, { place: at.child('name'), ...didYouMean(name, known) }));
    }),
  },
  {
    id: 'valid-resource-claim-request',
    summary: 'The request of a claim that a container uses is a DNS label.',
    why: 'It is the name of one of the requests of the claim.',
    fix: 'Write the name of a request, or leave request out for all of them.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateResourceClaimNames',
    since: 34,
    example: {
      bad: 'resources: { claims: [{ name: gpu, request: My_GPU }] }',
      good: 'resources: { claims: [{ name: gpu, request: my-gpu }] }',
    },
    visit: {
      container({ resources }, at, report) {
        reportRequests(resources?.claims, at.down('resources', 'claims'), report);
      },
      podSpec(podSpec, at, report) {
        reportRequests(checkedPodResources(podSpec)?.claims, at.down('resources', 'claims'), report);
      },
    },
  },
  {
    id: 'unique-resource-claim',
    summary: 'A container uses a claim, and a request of a claim, once, and a claim as a whole or in parts.',
    why: 'A part that is listed twice would be given twice.',
    fix: 'Remove the repetition.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateResourceClaimNames',
    since: 34,
    example: {
      bad: 'resources: { claims: [{ name: gpu }, { name: gpu }] }',
      good: 'resources: { claims: [{ name: gpu, request: a }, { name: gpu, request: b }] }',
    },
    visit: {
      container({ resources }, at, report) {
        reportRepeated(resources?.claims, at.down('resources', 'claims'), report);
      },
      podSpec(podSpec, at, report) {
        reportRepeated(checkedPodResources(podSpec)?.claims, at.down('resources', 'claims'), report);
      },
    },
  },
]);

function visitClaims(check: Check) {
  const visit = (resources: ResourceRequirements | undefined, at: FieldPath, report: Report, context: PodContext) =>
    resources?.claims?.forEach((claim, index) => {
      check(claim, at.down('resources', 'claims').index(index), report, context);
    });
  return {
    container: (container: Container | EphemeralContainer, at: FieldPath, report: Report, context: PodContext) =>
      visit(container.resources, at, report, context),
    podSpec: (podSpec: PodSpec, at: FieldPath, report: Report, context: PodContext) =>
      visit(checkedPodResources(podSpec), at, report, context),
  };
}

const namesOfClaims = new WeakMap<PodSpec, ReadonlySet<string>>();

/** The names of the claims of a pod, collected once for all of its containers. */
function claimNames(podSpec: PodSpec): ReadonlySet<string> {
  const known = namesOfClaims.get(podSpec);
  if (known) return known;
  const names = new Set(podSpec.resourceClaims?.map((claim) => claim.name ?? ''));
  namesOfClaims.set(podSpec, names);
  return names;
}

/** Of a claim that was used as a whole before, the server does not look at a request. */
function reportRequests(claims: readonly ResourceClaim[] | undefined, at: FieldPath, report: Report): void {
  const whole = new Set<string>();
  claims?.forEach(({ name, request }, index) => {
    if (name && !request) whole.add(name);
    if (!name || !request || whole.has(name)) return;
    for (const reason of dnsLabel(request)) report(invalid(at.index(index).child('request'), request, reason));
  });
}

function reportRepeated(claims: readonly ResourceClaim[] | undefined, at: FieldPath, report: Report): void {
  if (claims === undefined || claims.length < 2) return;
  const used = new Set<string>();
  const usedParts = new Set<string>();
  claims.forEach(({ name, request }, index) => {
    if (!name) return;
    const key = request ? `${name}/${request}` : name;
    const usedInPart = !request && usedParts.has(name);
    if (used.has(name) || used.has(key) || usedInPart) report(duplicate(at.index(index), key));
    if (used.has(name)) return;
    used.add(key);
    const part = claimOf(key);
    if (part !== undefined) usedParts.add(part);
  });
}

/** The claim of a key such as `gpu/request`; undefined for that of a whole claim. */
function claimOf(key: string): string | undefined {
  const slash = key.indexOf('/');
  return slash < 0 ? undefined : key.slice(0, slash);
}
