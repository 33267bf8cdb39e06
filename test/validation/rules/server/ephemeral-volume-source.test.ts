import { ephemeralVolumeSourceRules } from '../../../../lib/validation/rules/server/ephemeral-volume-source';
import { object, pod } from '../../manifests';
import { testRules } from '../test-rules';

const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const withMetadata = (metadata?: object) =>
  pod({ volumes: [{ name: 'data', ephemeral: { volumeClaimTemplate: { metadata, spec: claim } } }] });
const claimTemplate = (metadata: object) =>
  object('resource.k8s.io/v1', 'ResourceClaimTemplate', { spec: { metadata, spec: {} } });
const at = 'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata';

testRules(ephemeralVolumeSourceRules, {
  'no-claim-template-metadata': {
    valid: {
      none: withMetadata(),
      'labels and annotations': withMetadata({ labels: { a: 'b' }, annotations: { c: 'd' } }),
      'an empty name and no owners': withMetadata({ name: '', ownerReferences: null }),
    },
    invalid: {
      'a name': [withMetadata({ name: 'data' }), `${at}.name: FieldValueForbidden`],
      'a name of a ResourceClaim': [claimTemplate({ name: 'gpu' }), 'spec.metadata.name: FieldValueForbidden'],
      'an empty list': [withMetadata({ finalizers: [] }), `${at}.finalizers: FieldValueForbidden`],
      'several, one under the name that the server gives it': [
        withMetadata({ namespace: 'web', uid: 'x' }),
        `${at}.namespace: FieldValueForbidden`,
        `${at}.uID: FieldValueForbidden`,
      ],
    },
  },
  'valid-claim-template-metadata': {
    valid: { simple: withMetadata({ labels: { app: 'web' }, annotations: { 'Example.com/Note': 'any text' } }) },
    invalid: {
      'a label': [withMetadata({ labels: { app: 'my web' } }), `${at}.labels: FieldValueInvalid`],
      'a label of a ResourceClaim': [
        claimTemplate({ labels: { app: 'my web' } }),
        'spec.metadata.labels: FieldValueInvalid',
      ],
      'an annotation': [withMetadata({ annotations: { 'my note': '' } }), `${at}.annotations: FieldValueInvalid`],
    },
  },
});
