import type { OwnerReference } from '../../../kubernetes/generated/decoded';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';

const UID = 'd9607e19-f88f-11e6-a518-42010a800195';

/** What the owners of an object must be; the server names the list of them, not the entry. */
export const ownerReferenceRules = defineRules([
  {
    id: 'valid-owner-reference',
    summary: 'An owner reference has the apiVersion, kind, name and uid of an object that may own others.',
    why: 'The garbage collector looks the owner up by all four, and an Event owns nothing.',
    fix: 'Give all four as the owner has them, or leave ownerReferences to the controller that makes the object.',
    source: 'k8s.io/apimachinery pkg/api/validation/objectmeta.go validateOwnerReference',
    example: {
      bad: 'ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web }]',
      good: `ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: ${UID} }]`,
    },
    visit: {
      objectMeta({ ownerReferences }, metadataAt, report) {
        ownerReferences?.forEach((reference, index) => {
          const at = metadataAt.child('ownerReferences');
          const place = at.index(index);
          const { apiVersion, kind, name, uid } = reference;
          if (!hasVersion(apiVersion ?? ''))
            report(
              invalid(at.child('apiVersion'), apiVersion, 'must name a version', { place: place.child('apiVersion') }),
            );
          if (!kind) report(invalid(at.child('kind'), kind, 'must not be empty', { place: place.child('kind') }));
          if (!name) report(invalid(at.child('name'), name, 'must not be empty', { place: place.child('name') }));
          if (!uid) report(invalid(at.child('uid'), uid, 'must not be empty', { place: place.child('uid') }));
          if (isEvent(reference)) report(invalid(at, 'Event', 'an Event may not own objects', { place }));
        });
      },
    },
  },
  {
    id: 'unique-controller-reference',
    summary: 'At most one owner of an object is its controller.',
    why: 'Two controllers would undo each other.',
    fix: 'Write controller: true on one owner reference only.',
    source: 'k8s.io/apimachinery pkg/api/validation/objectmeta.go ValidateOwnerReferences',
    example: {
      bad: `ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: ${UID}, controller: true }, { apiVersion: apps/v1, kind: ReplicaSet, name: b, uid: ${UID}, controller: true }]`,
      good: `ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: ${UID}, controller: true }, { apiVersion: apps/v1, kind: ReplicaSet, name: b, uid: ${UID} }]`,
    },
    visit: {
      objectMeta({ ownerReferences }, metadataAt, report) {
        if (ownerReferences === undefined || ownerReferences.length < 2) return;
        const first = ownerReferences.find(({ controller }) => controller);
        ownerReferences.forEach((reference, index) => {
          if (!reference.controller || reference === first) return;
          const at = metadataAt.child('ownerReferences');
          const place = at.index(index).child('controller');
          report(invalid(at, reference.name, `${first?.kind} ${first?.name} is the controller already`, { place }));
        });
      },
    },
  },
]);

/** Follows schema.ParseGroupVersion: `version` or `group/version`. */
function hasVersion(apiVersion: string): boolean {
  const parts = apiVersion.split('/');
  return parts.length <= 2 && parts[parts.length - 1] !== '';
}

function isEvent({ apiVersion, kind }: OwnerReference): boolean {
  return kind === 'Event' && (apiVersion === 'v1' || apiVersion === '/v1');
}
