import { ownerReferenceRules } from '../../../../lib/validation/rules/server/owner-reference';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'x' };
const owned = (...ownerReferences: unknown[]) => pod({}, { ownerReferences });
const at = 'metadata.ownerReferences';

testRules(ownerReferenceRules, {
  'valid-owner-reference': {
    valid: {
      'all four': owned(owner),
      'the core group': owned({ ...owner, apiVersion: 'v1', kind: 'Pod' }),
      'an Event of another group': owned({ ...owner, apiVersion: 'events.k8s.io/v1', kind: 'Event' }),
    },
    invalid: {
      'no uid': [owned({ ...owner, uid: '' }), `${at}.uid: FieldValueInvalid`],
      'too many slashes': [owned({ ...owner, apiVersion: 'a/b/c' }), `${at}.apiVersion: FieldValueInvalid`],
      'a group without a version': [owned({ ...owner, apiVersion: 'apps/' }), `${at}.apiVersion: FieldValueInvalid`],
      'an Event': [owned({ ...owner, apiVersion: 'v1', kind: 'Event' }), `${at}: FieldValueInvalid`],
      nothing: [
        owned(null),
        `${at}.apiVersion: FieldValueInvalid`,
        `${at}.kind: FieldValueInvalid`,
        `${at}.name: FieldValueInvalid`,
        `${at}.uid: FieldValueInvalid`,
      ],
    },
  },
  'unique-controller-reference': {
    valid: {
      one: owned({ ...owner, controller: true }, { ...owner, controller: false }, owner),
      none: owned(owner, owner),
    },
    invalid: {
      two: [owned({ ...owner, controller: true }, { ...owner, controller: true }), `${at}: FieldValueInvalid`],
      three: [
        owned(...[1, 2, 3].map(() => ({ ...owner, controller: true }))),
        `${at}: FieldValueInvalid`,
        `${at}: FieldValueInvalid`,
      ],
    },
  },
});
