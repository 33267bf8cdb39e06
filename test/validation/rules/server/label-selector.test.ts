import { labelSelectorRules } from '../../../../lib/validation/rules/server/label-selector';
import { deployment, job, object, workload } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const budget = (selector: Body) => object('policy/v1', 'PodDisruptionBudget', { spec: { selector } });
const expression = (requirement: Body) => budget({ matchExpressions: [requirement] });
const claimed = (selector: Body) =>
  workload('StatefulSet', { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { selector } }] });

testRules(labelSelectorRules, {
  'valid-selector-label': {
    valid: {
      'a prefixed key': budget({ matchLabels: { 'app.kubernetes.io/name': 'web' } }),
      'an empty value': budget({ matchLabels: { app: '' } }),
      'a value of 63 characters': budget({ matchLabels: { app: 'a'.repeat(63) } }),
      'no selector': object('policy/v1', 'PodDisruptionBudget', { spec: {} }),
      'the claim template of a StatefulSet before 1.34': {
        manifest: claimed({ matchLabels: { app: 'a b' } }),
        kubeVersion: '1.33',
      },
    },
    invalid: {
      'a key with a space': [budget({ matchLabels: { 'a b': 'x' } }), 'spec.selector.matchLabels: FieldValueInvalid'],
      'nodes of a CSIStorageCapacity': [
        object('storage.k8s.io/v1', 'CSIStorageCapacity', { nodeTopology: { matchLabels: { 'a b': 'x' } } }),
        'nodeTopology.matchLabels: FieldValueInvalid',
      ],
      'a value of 64 characters': [
        budget({ matchLabels: { app: 'a'.repeat(64) } }),
        'spec.selector.matchLabels: FieldValueInvalid',
      ],
      'a prefix in upper case': [
        deployment({ selector: { matchLabels: { 'Example.com/app': 'x' } } }),
        'spec.selector.matchLabels: FieldValueInvalid',
      ],
      'a claim template': [
        claimed({ matchLabels: { app: 'a b' } }),
        'spec.volumeClaimTemplates[0].spec.selector.matchLabels: FieldValueInvalid',
      ],
    },
  },
  'valid-selector-operator': {
    valid: {
      In: expression({ key: 'app', operator: 'In', values: ['web'] }),
      DoesNotExist: expression({ key: 'app', operator: 'DoesNotExist' }),
    },
    invalid: {
      'another word': [
        expression({ key: 'app', operator: 'Equals', values: ['web'] }),
        'spec.selector.matchExpressions[0].operator: FieldValueInvalid',
      ],
      'another case': [
        job({ manualSelector: true, selector: { matchExpressions: [{ key: 'app', operator: 'exists' }] } }),
        'spec.selector.matchExpressions[0].operator: FieldValueInvalid',
      ],
      none: [expression({ key: 'app' }), 'spec.selector.matchExpressions[0].operator: FieldValueInvalid'],
    },
  },
  'valid-selector-key': {
    valid: { 'a qualified name': expression({ key: 'example.com/app', operator: 'Exists' }) },
    invalid: {
      none: [
        expression({ operator: 'Exists' }),
        'spec.selector.matchExpressions[0].key: FieldValueInvalid',
        'spec.selector.matchExpressions[0].key: FieldValueInvalid',
      ],
      'two slashes': [
        expression({ key: 'a/b/c', operator: 'Exists' }),
        'spec.selector.matchExpressions[0].key: FieldValueInvalid',
      ],
    },
  },
  'valid-selector-values': {
    valid: {
      'an empty value': expression({ key: 'app', operator: 'NotIn', values: [''] }),
      'existence without values': expression({ key: 'app', operator: 'Exists', values: [] }),
    },
    invalid: {
      'In without values': [
        expression({ key: 'app', operator: 'In' }),
        'spec.selector.matchExpressions[0].values: FieldValueRequired',
      ],
      'existence with values': [
        expression({ key: 'app', operator: 'DoesNotExist', values: ['web'] }),
        'spec.selector.matchExpressions[0].values: FieldValueForbidden',
      ],
      'a value that no label has': [
        expression({ key: 'app', operator: 'In', values: ['web', 'a b'] }),
        'spec.selector.matchExpressions[0].values[1]: FieldValueInvalid',
      ],
    },
  },
});
