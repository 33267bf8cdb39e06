import { storageClassRules } from '../../../../lib/validation/rules/server/storage-class';
import { validate } from '../../../../lib/validation/validate';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const storageClass = (body: Record<string, unknown>) =>
  object('storage.k8s.io/v1', 'StorageClass', { provisioner: 'a.example', ...body });
const attributesClass = (body: Record<string, unknown>) => object('storage.k8s.io/v1', 'VolumeAttributesClass', body);
const topologies = (...terms: object[]) =>
  storageClass({ allowedTopologies: terms.map((matchLabelExpressions) => ({ matchLabelExpressions })) });
const parameters = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, '']));

testRules(storageClassRules, {
  'valid-provisioner': {
    valid: {
      'with a path': storageClass({ provisioner: 'kubernetes.io/no-provisioner' }),
      'upper case': storageClass({ provisioner: 'Example.com/NFS' }),
      'a driver': attributesClass({ driverName: 'ebs.csi.aws.com', parameters: { iops: '1' } }),
    },
    invalid: {
      none: [storageClass({ provisioner: '' }), 'provisioner: FieldValueRequired'],
      'two slashes': [storageClass({ provisioner: 'a/b/c' }), 'provisioner: FieldValueInvalid'],
      'no driver': [attributesClass({ parameters: { iops: '1' } }), 'driverName: FieldValueRequired'],
    },
  },
  'valid-storage-parameters': {
    valid: {
      none: storageClass({}),
      'five hundred and twelve': storageClass({ parameters: parameters(512) }),
      '256 KiB': storageClass({ parameters: { a: 'x'.repeat(256 * 1024 - 1) } }),
    },
    invalid: {
      'one without a name': [storageClass({ parameters: { '': 'x' } }), 'parameters: FieldValueInvalid'],
      'one too many, which hides the rest': [
        storageClass({ parameters: { '': 'x', ...parameters(512) } }),
        'parameters: FieldValueTooLong',
      ],
      'a byte too many': [storageClass({ parameters: { a: 'x'.repeat(256 * 1024) } }), 'parameters: FieldValueTooLong'],
      'none of an attributes class': [attributesClass({ driverName: 'a.example' }), 'parameters: FieldValueRequired'],
    },
  },
  'valid-storage-reclaim-policy': {
    valid: { Retain: storageClass({ reclaimPolicy: 'Retain' }), 'an empty one': storageClass({ reclaimPolicy: '' }) },
    invalid: {
      Recycle: [storageClass({ reclaimPolicy: 'Recycle' }), 'reclaimPolicy: FieldValueNotSupported'],
      'lower case': [storageClass({ reclaimPolicy: 'delete' }), 'reclaimPolicy: FieldValueNotSupported'],
    },
  },
  'valid-volume-binding-mode': {
    valid: { WaitForFirstConsumer: storageClass({ volumeBindingMode: 'WaitForFirstConsumer' }) },
    invalid: {
      'an empty one': [storageClass({ volumeBindingMode: '' }), 'volumeBindingMode: FieldValueNotSupported'],
      'another case': [storageClass({ volumeBindingMode: 'immediate' }), 'volumeBindingMode: FieldValueNotSupported'],
    },
  },
  'valid-allowed-topologies': {
    valid: {
      'two terms that differ in a value': topologies(
        [{ key: 'zone', values: ['a'] }],
        [{ key: 'zone', values: ['b'] }],
      ),
      'an empty list': storageClass({ allowedTopologies: [] }),
    },
    invalid: {
      'a term without expressions, alone': [
        topologies([]),
        'allowedTopologies[0].matchLabelExpressions: FieldValueDuplicate',
      ],
      'two equal terms in another order': [
        topologies(
          [
            { key: 'zone', values: ['a', 'b'] },
            { key: 'rack', values: ['1'] },
          ],
          [
            { key: 'rack', values: ['1'] },
            { key: 'zone', values: ['b', 'a'] },
          ],
        ),
        'allowedTopologies[1].matchLabelExpressions: FieldValueDuplicate',
      ],
      'no values': [
        topologies([{ key: 'zone' }]),
        'allowedTopologies[0].matchLabelExpressions[0].values: FieldValueRequired',
      ],
      'a value twice': [
        topologies([{ key: 'zone', values: ['a', 'a'] }]),
        'allowedTopologies[0].matchLabelExpressions[0].values[1]: FieldValueDuplicate',
      ],
      'a key twice': [
        topologies([
          { key: 'zone', values: ['a'] },
          { key: 'zone', values: ['b'] },
        ]),
        'allowedTopologies[0].matchLabelExpressions[1].key: FieldValueDuplicate',
      ],
      'a key with a blank': [
        topologies([{ key: 'my zone', values: ['a'] }]),
        'allowedTopologies[0].matchLabelExpressions[0].key: FieldValueInvalid',
      ],
    },
  },
});

test('parameters that are missing are to be written', () => {
  const [diagnostic] = validate([attributesClass({ driverName: 'a.example' })]);
  expect(diagnostic?.fix).toBe('Write the parameters of the driver.');
});
