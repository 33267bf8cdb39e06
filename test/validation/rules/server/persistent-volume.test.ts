import { persistentVolumeRules } from '../../../../lib/validation/rules/server/persistent-volume';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const ANNOTATION = 'volume.beta.kubernetes.io/mount-options';
const volume = (spec: object, annotations: object = { [ANNOTATION]: 'ro' }) =>
  object('v1', 'PersistentVolume', { metadata: { name: 'data', annotations }, spec });

testRules(persistentVolumeRules, {
  'no-mount-options-annotation': {
    valid: {
      nfs: volume({ nfs: { server: 'nfs.example', path: '/' } }),
      'iscsi beside a host path': volume({ hostPath: { path: '/data' }, iscsi: {} }),
      'no annotation': volume({ hostPath: { path: '/data' } }, {}),
    },
    invalid: {
      csi: [
        volume({ csi: { driver: 'a.example', volumeHandle: 'v' } }),
        `metadata.annotations.${ANNOTATION}: FieldValueForbidden`,
      ],
      'an empty one': [
        volume({ hostPath: { path: '/data' } }, { [ANNOTATION]: '' }),
        `metadata.annotations.${ANNOTATION}: FieldValueForbidden`,
      ],
    },
  },
});
