import { volumeAttachmentRules } from '../../../../lib/validation/rules/server/volume-attachment';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const attachment = (spec: object = {}) =>
  object('storage.k8s.io/v1', 'VolumeAttachment', {
    spec: { attacher: 'a.example', nodeName: 'node-1', source: { persistentVolumeName: 'data' }, ...spec },
  });
const inlineVolumeSpec = { csi: { driver: 'a.example', volumeHandle: 'v' } };

testRules(volumeAttachmentRules, {
  'valid-volume-attachment': {
    valid: { 'a volume by name': attachment(), 'a volume of its own': attachment({ source: { inlineVolumeSpec } }) },
    invalid: {
      'no attacher, until 1.34': [
        { manifest: attachment({ attacher: '' }), kubeVersion: '1.34' },
        'spec.attacher: FieldValueInvalid',
        'spec.attacher: FieldValueRequired',
      ],
      'no attacher': [attachment({ attacher: '' }), 'spec.attacher: FieldValueRequired'],
      'an attacher with a slash': [attachment({ attacher: 'a/b' }), 'spec.attacher: FieldValueInvalid'],
      'no volume': [attachment({ source: {} }), 'spec.source: FieldValueRequired'],
      'two volumes': [
        attachment({ source: { persistentVolumeName: 'data', inlineVolumeSpec } }),
        'spec.source: FieldValueForbidden',
      ],
      'a volume without a name': [
        attachment({ source: { persistentVolumeName: '' } }),
        'spec.source.persistentVolumeName: FieldValueInvalid',
        'spec.source.persistentVolumeName: FieldValueRequired',
      ],
      'no node': [attachment({ nodeName: '' }), 'spec.nodeName: FieldValueInvalid'],
    },
  },
});
