import { nodeAffinityRules } from '../../../../lib/validation/rules/server/node-affinity';
import { object, pod } from '../../manifests';
import { testRules } from '../test-rules';

const requiredTerms = (...nodeSelectorTerms: unknown[]) =>
  pod({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } });
const expression = (...matchExpressions: unknown[]) => requiredTerms({ matchExpressions });
const field = (...matchFields: unknown[]) => requiredTerms({ matchFields });
const preferred = (...terms: unknown[]) =>
  pod({ affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: terms } } });
const volume = (nodeSelectorTerms: unknown[]) =>
  object('v1', 'PersistentVolume', {
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      hostPath: { path: '/data' },
      nodeAffinity: { required: { nodeSelectorTerms } },
    },
  });

const at = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
const preferredAt = 'spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]';

testRules(nodeAffinityRules, {
  'require-node-selector-term': {
    valid: { 'an empty term': requiredTerms({}), 'a null term': requiredTerms(null) },
    invalid: {
      'no term': [requiredTerms(), `${at}: FieldValueRequired`],
      'no term of a volume': [volume([]), 'spec.nodeAffinity.required.nodeSelectorTerms: FieldValueRequired'],
      'no term of a ResourceSlice': [
        object('resource.k8s.io/v1', 'ResourceSlice', { spec: { nodeSelector: { nodeSelectorTerms: [] } } }),
        'spec.nodeSelector.nodeSelectorTerms: FieldValueRequired',
      ],
    },
  },
  'valid-node-selector-operator': {
    valid: {
      In: expression({ key: 'zone', operator: 'In', values: ['a', 'b'] }),
      Exists: expression({ key: 'zone', operator: 'Exists' }),
      'Gt with any text': expression({ key: 'cpus', operator: 'Gt', values: ['many'] }),
    },
    invalid: {
      'NotIn without values': [
        expression({ key: 'zone', operator: 'NotIn' }),
        `${at}[0].matchExpressions[0].values: FieldValueRequired`,
      ],
      'DoesNotExist with values': [
        expression({ key: 'zone', operator: 'DoesNotExist', values: [''] }),
        `${at}[0].matchExpressions[0].values: FieldValueForbidden`,
      ],
      'Lt with two values': [
        expression({ key: 'zone', operator: 'Lt', values: ['1', '2'] }),
        `${at}[0].matchExpressions[0].values: FieldValueRequired`,
      ],
      'another operator': [
        expression({ key: 'zone', operator: 'in', values: ['a'] }),
        `${at}[0].matchExpressions[0].operator: FieldValueInvalid`,
      ],
      'a preferred term': [
        preferred({ weight: 1, preference: { matchExpressions: [{ key: 'zone' }] } }),
        `${preferredAt}.preference.matchExpressions[0].operator: FieldValueInvalid`,
      ],
    },
  },
  'valid-node-selector-key': {
    valid: { 'a prefixed key': expression({ key: 'topology.kubernetes.io/zone', operator: 'Exists' }) },
    invalid: {
      'a space': [
        expression({ key: 'a zone', operator: 'Exists' }),
        `${at}[0].matchExpressions[0].key: FieldValueInvalid`,
      ],
      'none, which breaks two rules of names': [
        expression({ operator: 'Exists' }),
        `${at}[0].matchExpressions[0].key: FieldValueInvalid`,
        `${at}[0].matchExpressions[0].key: FieldValueInvalid`,
      ],
    },
  },
  'valid-node-selector-value': {
    valid: {
      'a label value': expression({ key: 'zone', operator: 'In', values: ['a', ''] }),
      'any text where it is preferred': preferred({
        weight: 1,
        preference: { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a b'] }] },
      }),
      'any text before 1.33': {
        manifest: expression({ key: 'cpus', operator: 'Lt', values: ['-5'] }),
        kubeVersion: '1.32',
      },
    },
    invalid: {
      'a space': [
        expression({ key: 'zone', operator: 'In', values: ['a', 'a b'] }),
        `${at}[0].matchExpressions[0].values[1]: FieldValueInvalid`,
      ],
      'a negative number, since 1.33': [
        { manifest: expression({ key: 'cpus', operator: 'Lt', values: ['-5'] }), kubeVersion: '1.33' },
        `${at}[0].matchExpressions[0].values[0]: FieldValueInvalid`,
      ],
    },
  },
  'valid-node-selector-field': {
    valid: { 'the name of a node': field({ key: 'metadata.name', operator: 'In', values: ['node-1'] }) },
    invalid: {
      'another field': [
        field({ key: 'metadata.labels', operator: 'In', values: ['node-1'] }),
        `${at}[0].matchFields[0].key: FieldValueInvalid`,
      ],
      'two names': [
        field({ key: 'metadata.name', operator: 'NotIn', values: ['node-1', 'node-2'] }),
        `${at}[0].matchFields[0].values: FieldValueRequired`,
      ],
      'another operator': [
        field({ key: 'metadata.name', operator: 'Exists' }),
        `${at}[0].matchFields[0].operator: FieldValueInvalid`,
      ],
      'no name of a node': [
        field({ key: 'metadata.name', operator: 'In', values: ['Node_1'] }),
        `${at}[0].matchFields[0].values[0]: FieldValueInvalid`,
      ],
    },
  },
  'valid-preferred-node-weight': {
    valid: { 'one and a hundred': preferred({ weight: 1, preference: {} }, { weight: 100, preference: {} }) },
    invalid: {
      none: [preferred({ preference: {} }), `${preferredAt}.weight: FieldValueInvalid`],
      'a hundred and one': [preferred({ weight: 101, preference: {} }), `${preferredAt}.weight: FieldValueInvalid`],
    },
  },
});
