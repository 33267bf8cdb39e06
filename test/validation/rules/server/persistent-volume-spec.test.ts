import { persistentVolumeSpecRules } from '../../../../lib/validation/rules/server/persistent-volume-spec';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const hostPath = { path: '/data' };
const csi = { driver: 'a.example', volumeHandle: 'v' };
const volume = (spec: object) =>
  object('v1', 'PersistentVolume', { spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, ...spec } });
const reference = (body: object) => volume({ csi: { ...csi, nodePublishSecretRef: body } });
const required = { nodeSelectorTerms: [{}] };

testRules(persistentVolumeSpecRules, {
  'valid-volume-capacity': {
    valid: {
      'an amount': volume({ hostPath }),
      'part of a byte': volume({ hostPath, capacity: { storage: '1m' } }),
      'a bare number': volume({ hostPath, capacity: { storage: 1024 } }),
    },
    invalid: {
      none: [
        volume({ hostPath, capacity: {} }),
        'spec.capacity: FieldValueRequired',
        'spec.capacity: FieldValueNotSupported',
      ],
      'another resource beside it': [
        volume({ hostPath, capacity: { storage: '1Gi', memory: '1Gi' } }),
        'spec.capacity: FieldValueNotSupported',
      ],
      zero: [volume({ hostPath, capacity: { storage: 0 } }), 'spec.capacity[storage]: FieldValueInvalid'],
      'less than zero': [
        volume({ hostPath, capacity: { storage: '-1Gi' } }),
        'spec.capacity[storage]: FieldValueInvalid',
      ],
      'no spec': [
        object('v1', 'PersistentVolume'),
        'spec.capacity: FieldValueRequired',
        'spec.capacity: FieldValueNotSupported',
      ],
    },
  },
  'valid-volume-reclaim-policy': {
    valid: {
      Recycle: volume({ hostPath, persistentVolumeReclaimPolicy: 'Recycle' }),
      'an empty one': volume({ hostPath, persistentVolumeReclaimPolicy: '' }),
    },
    invalid: {
      'lower case': [
        volume({ hostPath, persistentVolumeReclaimPolicy: 'retain' }),
        'spec.persistentVolumeReclaimPolicy: FieldValueNotSupported',
      ],
    },
  },
  'no-recycled-root': {
    valid: {
      'another directory': volume({ hostPath, persistentVolumeReclaimPolicy: 'Recycle' }),
      'the root, which is kept': volume({ hostPath: { path: '/' } }),
      'a directory beyond the root': volume({
        hostPath: { path: '/../data' },
        persistentVolumeReclaimPolicy: 'Recycle',
      }),
      'a relative path': volume({ hostPath: { path: '.' }, persistentVolumeReclaimPolicy: 'Recycle' }),
    },
    invalid: {
      'the root': [
        volume({ hostPath: { path: '/' }, persistentVolumeReclaimPolicy: 'Recycle' }),
        'spec.persistentVolumeReclaimPolicy: FieldValueForbidden',
      ],
      'the root the long way': [
        volume({ hostPath: { path: '//data/./../' }, persistentVolumeReclaimPolicy: 'Recycle' }),
        'spec.persistentVolumeReclaimPolicy: FieldValueForbidden',
      ],
    },
  },
  'valid-volume-node-affinity': {
    valid: {
      'a local volume with it': volume({ local: hostPath, nodeAffinity: { required } }),
      'a host path without it': volume({ hostPath }),
      'a local volume as the second source, which is not looked at': volume({ hostPath, local: hostPath }),
    },
    invalid: {
      'a local volume without it': [volume({ local: hostPath }), 'spec.nodeAffinity: FieldValueRequired'],
      'an empty one': [volume({ hostPath, nodeAffinity: {} }), 'spec.nodeAffinity.required: FieldValueRequired'],
      'an empty one of a local volume': [
        volume({ local: hostPath, nodeAffinity: {} }),
        'spec.nodeAffinity.required: FieldValueRequired',
      ],
    },
  },
  'require-one-volume-source': {
    valid: {
      one: volume({ csi }),
      'a flexVolume after a host path': volume({ hostPath, flexVolume: { driver: 'a/b' } }),
    },
    invalid: {
      none: [volume({}), 'spec: FieldValueRequired'],
      'two, whatever their order in the manifest': [volume({ csi, hostPath }), 'spec.csi: FieldValueForbidden'],
      'a flexVolume before csi': [volume({ flexVolume: { driver: 'a/b' }, csi }), 'spec.csi: FieldValueForbidden'],
      'cephfs after a host path, in the spelling of the server': [
        volume({ hostPath, cephfs: { monitors: ['a'] } }),
        'spec.cephFS: FieldValueForbidden',
      ],
    },
  },
  'valid-local-volume-path': {
    valid: {
      'dots in a name': volume({ local: { path: '/data..1' }, nodeAffinity: { required } }),
      'a bad one of a second source': volume({ hostPath, local: { path: '..' } }),
    },
    invalid: {
      none: [volume({ local: {} }), 'spec.local.path: FieldValueRequired'],
      'two dots': [volume({ local: { path: '/data/../etc' } }), 'spec.local.path: FieldValueInvalid'],
    },
  },
  'valid-csi-volume': {
    valid: {
      'driver and handle': volume({ csi }),
      'a Secret': reference({ name: 'a.b', namespace: 'default' }),
      'the Secret for staging, which is not looked at': volume({ csi: { ...csi, nodeStageSecretRef: {} } }),
      'a bad one as the second source': volume({ hostPath, csi: {} }),
    },
    invalid: {
      nothing: [
        volume({ csi: {} }),
        'spec.csi.driver: FieldValueRequired',
        'spec.csi.volumeHandle: FieldValueRequired',
      ],
      'a driver with an underscore': [
        volume({ csi: { ...csi, driver: 'my_driver' } }),
        'spec.csi.driver: FieldValueInvalid',
      ],
      'an empty Secret': [
        reference({}),
        'spec.csi.nodePublishSecretRef.name: FieldValueRequired',
        'spec.csi.nodePublishSecretRef.namespace: FieldValueRequired',
      ],
      'a Secret in upper case': [
        reference({ name: 'A', namespace: 'a.b' }),
        'spec.csi.nodePublishSecretRef.name: FieldValueInvalid',
        'spec.csi.nodePublishSecretRef.namespace: FieldValueInvalid',
      ],
    },
  },
  'valid-volume-attributes': {
    valid: {
      'a class of a CSI volume': volume({ csi, volumeAttributesClassName: 'gold' }),
      'anything in 1.33, where it is dropped': {
        manifest: volume({ hostPath, volumeAttributesClassName: '' }),
        kubeVersion: '1.33',
      },
    },
    invalid: {
      'an empty one': [
        volume({ csi, volumeAttributesClassName: '' }),
        'spec.volumeAttributesClassName: FieldValueRequired',
      ],
      'a bad one of a host path': [
        volume({ hostPath, volumeAttributesClassName: 'Gold' }),
        'spec.volumeAttributesClassName: FieldValueInvalid',
        'spec.csi: FieldValueRequired',
      ],
    },
  },
});
