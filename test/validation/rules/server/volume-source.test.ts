import { volumeSourceRules } from '../../../../lib/validation/rules/server/volume-source';
import { deployment, object, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const volume = (source: object) => pod({ volumes: [{ name: 'data', ...source }] });
const persistent = (source: object) =>
  object('v1', 'PersistentVolume', {
    spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, ...source },
  });
const at = 'spec.volumes[0]';
const iscsi = { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:disk' };

/** A source without anything, and the fields that it lacks. */
const EMPTY_SOURCES: readonly (readonly [source: string, ...fields: string[]])[] = [
  ['awsElasticBlockStore', 'volumeID'],
  ['azureDisk', 'diskName', 'diskURI'],
  ['azureFile', 'secretName', 'shareName'],
  ['cephfs', 'monitors'],
  ['cinder', 'volumeID'],
  ['configMap', 'name'],
  ['ephemeral', 'volumeClaimTemplate'],
  ['flexVolume', 'driver'],
  ['gitRepo', 'repository'],
  ['glusterfs', 'endpoints', 'path'],
  ['hostPath', 'path'],
  ['image', 'reference'],
  ['iscsi', 'targetPortal', 'iqn'],
  ['nfs', 'server', 'path'],
  ['persistentVolumeClaim', 'claimName'],
  ['photonPersistentDisk', 'pdID'],
  ['portworxVolume', 'volumeID'],
  ['quobyte', 'registry', 'volume'],
  ['rbd', 'monitors', 'image'],
  ['scaleIO', 'gateway', 'system', 'volumeName'],
  ['secret', 'secretName'],
  ['storageos', 'volumeName'],
  ['vsphereVolume', 'volumePath'],
];

testRules(volumeSourceRules, {
  'require-volume-source-field': {
    valid: {
      'sources that need nothing': volume({ emptyDir: {} }),
      'text of any form': volume({ configMap: { name: 'Not A Name' } }),
      'a second source, which is not looked at': volume({ emptyDir: {}, nfs: {} }),
      'an image without reference in a template': deployment({
        template: podTemplate({ volumes: [{ name: 'data', image: {} }] }),
      }),
      'an image before 1.35, which is dropped': { manifest: volume({ image: {} }), kubeVersion: '1.34' },
      'the second source of a PersistentVolume': persistent({ hostPath: { path: '/x' }, nfs: {} }),
    },
    invalid: {
      ...Object.fromEntries(
        EMPTY_SOURCES.map(([source, ...fields]) => [
          `an empty ${source}`,
          [volume({ [source]: {} }), ...fields.map((field) => `${at}.${source}.${field}: FieldValueRequired`)] as const,
        ]),
      ),
      'an empty list': [volume({ cephfs: { monitors: [] } }), `${at}.cephfs.monitors: FieldValueRequired`],
      'a disk under the name that the server gives it': [
        volume({ gcePersistentDisk: {} }),
        `${at}.persistentDisk.pdName: FieldValueRequired`,
      ],
      'a PersistentVolume': [persistent({ nfs: { path: '/' } }), 'spec.nfs.server: FieldValueRequired'],
      'an empty namespace of an azureFile': [
        persistent({ azureFile: { secretName: 'a', shareName: 'b', secretNamespace: '' } }),
        'spec.azureFile.secretNamespace: FieldValueRequired',
      ],
      'a flexVolume beside another source of a PersistentVolume': [
        persistent({ hostPath: { path: '/x' }, flexVolume: {} }),
        'spec.flexVolume.driver: FieldValueRequired',
      ],
    },
  },
  'require-volume-secret-name': {
    valid: {
      'no reference': volume({ cinder: { volumeID: 'a' } }),
      'a name': volume({ storageos: { volumeName: 'a', secretRef: { name: 'key' } } }),
      'an iscsi volume of a pod': volume({ iscsi: { ...iscsi, secretRef: {} } }),
      'name and namespace': persistent({ cinder: { volumeID: 'a', secretRef: { name: 'key', namespace: 'ns' } } }),
    },
    invalid: {
      'no name': [
        volume({ cinder: { volumeID: 'a', secretRef: {} } }),
        `${at}.cinder.secretRef.name: FieldValueRequired`,
      ],
      'no namespace in a PersistentVolume': [
        persistent({ storageos: { volumeName: 'a', secretRef: { name: 'key' } } }),
        'spec.storageos.secretRef.namespace: FieldValueRequired',
      ],
      'an iscsi PersistentVolume': [
        persistent({ iscsi: { ...iscsi, secretRef: {} } }),
        'spec.iscsi.secretRef.name: FieldValueRequired',
      ],
    },
  },
});
