import { dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import { FieldPath } from '../../field-path';
import { duplicate, forbidden, invalid, required } from '../../finding';
import type { PodContext } from '../../nodes';
import { firstPositions } from '../../positions';
import { defineRules } from '../../rule';

const MIRROR = 'kubernetes.io/config.mirror';
const SOURCES = ['resourceClaimName', 'resourceClaimTemplateName'] as const;
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go validatePodResourceClaim';

/** The devices that a pod asks for. */
export const podResourceClaimRules = defineRules([
  {
    id: 'valid-pod-resource-claim-name',
    summary: 'Every resource claim of a pod has a name, a DNS label.',
    why: 'Containers refer to the claim by that name.',
    fix: 'Write a name of at most 63 lowercase letters, digits and -.',
    source: SOURCE,
    since: 34,
    example: {
      bad: 'resourceClaims: [{ name: My_GPU, resourceClaimName: gpu }]',
      good: 'resourceClaims: [{ name: gpu, resourceClaimName: gpu }]',
    },
    visit: {
      podSpec({ resourceClaims }, at, report, context) {
        if (isMirrorPod(context)) return;
        const first = firstPositions((resourceClaims ?? []).map(({ name }) => name));
        resourceClaims?.forEach(({ name }, index) => {
          const field = at.child('resourceClaims').index(index).child('name');
          if (!name) report(required(field));
          else if (first[index] === index) for (const reason of dnsLabel(name)) report(invalid(field, name, reason));
        });
      },
    },
  },
  {
    id: 'unique-pod-resource-claim-name',
    summary: 'No two resource claims of a pod have the same name.',
    why: 'Containers could not say which one they use.',
    fix: 'Give each claim a name of its own.',
    source: SOURCE,
    since: 34,
    example: {
      bad: 'resourceClaims: [{ name: gpu, resourceClaimName: a }, { name: gpu, resourceClaimName: b }]',
      good: 'resourceClaims: [{ name: gpu, resourceClaimName: a }, { name: nic, resourceClaimName: b }]',
    },
    visit: {
      podSpec({ resourceClaims }, at, report, context) {
        if (isMirrorPod(context)) return;
        const first = firstPositions((resourceClaims ?? []).map(({ name }) => name));
        resourceClaims?.forEach(({ name }, index) => {
          if (name && first[index] !== index)
            report(duplicate(at.child('resourceClaims').index(index).child('name'), name));
        });
      },
    },
  },
  {
    id: 'valid-pod-resource-claim-source',
    summary: 'A resource claim of a pod names either a ResourceClaim or a ResourceClaimTemplate.',
    why: 'The devices are those of an existing claim, or of one that is made for the pod.',
    fix: 'Give resourceClaimName or resourceClaimTemplateName, the name of such an object.',
    source: SOURCE,
    since: 34,
    example: {
      bad: 'resourceClaims: [{ name: gpu }]',
      good: 'resourceClaims: [{ name: gpu, resourceClaimTemplateName: one-gpu }]',
    },
    visit: {
      podSpec({ resourceClaims }, at, report, context) {
        if (isMirrorPod(context)) return;
        resourceClaims?.forEach((claim, index) => {
          const field = at.child('resourceClaims').index(index);
          const given = SOURCES.filter((name) => claim[name] !== undefined);
          if (given.length !== 1)
            report(invalid(field, claim.name, `must have exactly one of ${SOURCES.join(' and ')}`));
          for (const name of given) {
            const value = claim[name] ?? '';
            for (const reason of dnsSubdomain(value)) report(invalid(field.child(name), value, reason));
          }
        });
      },
    },
  },
  {
    id: 'no-resource-claim-in-mirror-pod',
    summary: 'A mirror pod, which stands for a static pod of a node, has no resource claims.',
    why: 'The kubelet runs static pods without the scheduler, which allocates the devices.',
    fix: 'Drop resourceClaims, or the annotation kubernetes.io/config.mirror.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePodResourceClaims',
    since: 34,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: { kubernetes.io/config.mirror: abc } }\nspec:\n  nodeName: node-1\n  containers: [{ name: app, image: nginx }]\n  resourceClaims: [{ name: gpu, resourceClaimName: gpu }]',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: { kubernetes.io/config.mirror: abc } }\nspec:\n  nodeName: node-1\n  containers: [{ name: app, image: nginx }]',
    },
    visit: {
      podSpec({ resourceClaims }, at, report, context) {
        if (!resourceClaims?.length || !isMirrorPod(context)) return;
        const place = at.child('resourceClaims');
        report(forbidden(FieldPath.root, 'static pods do not support resourceClaims', { place }));
      },
    },
  },
]);

/** Whether a Pod stands for a static pod of a node, whose claims the server refuses unseen. */
function isMirrorPod({ isPod, pod }: PodContext): boolean {
  return isPod && pod.metadata?.annotations?.[MIRROR] !== undefined;
}
