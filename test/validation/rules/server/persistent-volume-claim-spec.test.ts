import { persistentVolumeClaimSpecRules } from '../../../../lib/validation/rules/server/persistent-volume-claim-spec';
import { object, pod, workload } from '../../manifests';
import { testRules } from '../test-rules';

const valid = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const claim = (spec: object) => object('v1', 'PersistentVolumeClaim', { spec: { ...valid, ...spec } });
const volume = (spec: object) =>
  object('v1', 'PersistentVolume', {
    spec: { ...valid, resources: undefined, capacity: { storage: '1Gi' }, hostPath: { path: '/data' }, ...spec },
  });
const template = (spec: object) =>
  workload('StatefulSet', { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { ...valid, ...spec } }] });
const ephemeral = (spec: object) =>
  pod({ volumes: [{ name: 'data', ephemeral: { volumeClaimTemplate: { spec: { ...valid, ...spec } } } }] });
const storage = (amount: unknown) => ({ resources: { requests: { storage: amount } } });
const source = (name: string, rest: object = {}) => ({ kind: 'PersistentVolumeClaim', name, ...rest });

testRules(persistentVolumeClaimSpecRules, {
  'require-access-mode': {
    valid: {
      'a claim with one': claim({}),
      'a claim template without, until 1.33': { manifest: template({ accessModes: [] }), kubeVersion: '1.33' },
    },
    invalid: {
      'a claim without spec': [object('v1', 'PersistentVolumeClaim'), 'spec.accessModes: FieldValueRequired'],
      'a volume without': [volume({ accessModes: [] }), 'spec.accessModes: FieldValueRequired'],
      'a claim template without': [
        template({ accessModes: [] }),
        'spec.volumeClaimTemplates[0].spec.accessModes: FieldValueRequired',
      ],
      'an ephemeral volume without': [
        ephemeral({ accessModes: [] }),
        'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes: FieldValueRequired',
      ],
    },
  },
  'valid-access-mode': {
    valid: {
      'all that go together': claim({ accessModes: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'] }),
      'one pod twice': claim({ accessModes: ['ReadWriteOncePod', 'ReadWriteOncePod'] }),
    },
    invalid: {
      'the short form': [claim({ accessModes: ['RWO'] }), 'spec.accessModes: FieldValueNotSupported'],
      'one pod beside many': [
        volume({ accessModes: ['ReadWriteOncePod', 'ReadOnlyMany'] }),
        'spec.accessModes: FieldValueForbidden',
      ],
      'one pod beside an unknown one': [
        claim({ accessModes: ['ReadWriteOncePod', 'RWX'] }),
        'spec.accessModes: FieldValueNotSupported',
      ],
    },
  },
  'valid-storage-request': {
    valid: {
      'part of a byte': claim(storage('1m')),
      'a number': claim(storage(1)),
      'limits of any size': claim({ resources: { ...storage('1Gi').resources, limits: { storage: '0' } } }),
    },
    invalid: {
      none: [claim({ resources: { requests: { memory: '1Gi' } } }), 'spec.resources[storage]: FieldValueRequired'],
      zero: [claim(storage('0')), 'spec.resources[storage]: FieldValueInvalid'],
      'less than zero in a template': [
        template(storage('-1Gi')),
        'spec.volumeClaimTemplates[0].spec.resources[storage]: FieldValueInvalid',
      ],
    },
  },
  'valid-storage-class-name': {
    valid: {
      'a subdomain': claim({ storageClassName: 'fast.example' }),
      'an empty one': claim({ storageClassName: '' }),
    },
    invalid: {
      'an underscore': [claim({ storageClassName: 'fast_ssd' }), 'spec.storageClassName: FieldValueInvalid'],
      'upper case of a volume': [volume({ storageClassName: 'Fast' }), 'spec.storageClassName: FieldValueInvalid'],
    },
  },
  'valid-volume-mode': {
    valid: { Block: claim({ volumeMode: 'Block' }), none: volume({}) },
    invalid: {
      'an empty one': [claim({ volumeMode: '' }), 'spec.volumeMode: FieldValueNotSupported'],
      'lower case of a volume': [volume({ volumeMode: 'block' }), 'spec.volumeMode: FieldValueNotSupported'],
    },
  },
  'valid-data-source': {
    valid: {
      'a claim': claim({ dataSource: source('old') }),
      'a source of an unknown kind, which is dropped': claim({ dataSource: { kind: 'ConfigMap' } }),
      'a reference into a group': claim({ dataSourceRef: source('old', { apiGroup: 'a.example', kind: 'Backup' }) }),
      'a group of any form in 1.28': {
        manifest: claim({ dataSourceRef: source('old', { apiGroup: 'A/b' }) }),
        kubeVersion: '1.28',
      },
    },
    invalid: {
      'a claim without a name, in both notations': [
        claim({ dataSource: source('') }),
        'spec.dataSource.name: FieldValueRequired',
        'spec.dataSourceRef.name: FieldValueRequired',
      ],
      'a reference without a kind': [
        claim({ dataSourceRef: source('old', { apiGroup: 'a.example', kind: '' }) }),
        'spec.dataSource.kind: FieldValueRequired',
        'spec.dataSourceRef.kind: FieldValueRequired',
      ],
      'another kind without a group': [
        claim({ dataSourceRef: source('old', { kind: 'VolumeSnapshot' }) }),
        'spec.dataSource: FieldValueInvalid',
        'spec.dataSourceRef: FieldValueInvalid',
      ],
      'a group in upper case': [
        claim({ dataSourceRef: source('old', { apiGroup: 'A.example' }) }),
        'spec.dataSource.apiGroup: FieldValueInvalid',
        'spec.dataSourceRef.apiGroup: FieldValueInvalid',
      ],
      'an ephemeral volume from another kind': [
        ephemeral({ dataSource: { kind: 'ConfigMap', name: 'a' } }),
        'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSource: FieldValueInvalid',
      ],
    },
  },
  'valid-data-source-pair': {
    valid: { 'two notations of one source': claim({ dataSource: source('old'), dataSourceRef: source('old') }) },
    invalid: {
      'another name': [claim({ dataSource: source('a'), dataSourceRef: source('b') }), 'spec: FieldValueInvalid'],
      'an empty group beside none': [
        claim({ dataSource: source('a', { apiGroup: '' }), dataSourceRef: source('a') }),
        'spec: FieldValueInvalid',
      ],
    },
  },
  'valid-volume-attributes-class-name': {
    valid: {
      'a subdomain': claim({ volumeAttributesClassName: 'gold' }),
      'an empty one': claim({ volumeAttributesClassName: '' }),
      'any in 1.33, where it is dropped': {
        manifest: claim({ volumeAttributesClassName: 'a b' }),
        kubeVersion: '1.33',
      },
    },
    invalid: {
      'a blank': [claim({ volumeAttributesClassName: 'a b' }), 'spec.volumeAttributesClassName: FieldValueInvalid'],
    },
  },
});
