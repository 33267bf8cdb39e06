import { podAffinityRules } from '../../../../lib/validation/rules/server/pod-affinity';
import { deployment, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const topologyKey = 'kubernetes.io/hostname';
const labelSelector = { matchLabels: { app: 'web' } };

const affinity = (term: object) => ({ podAntiAffinity: { [REQUIRED]: [{ topologyKey, ...term }] } });
const apart = (term: object, labels: object = {}) => pod({ affinity: affinity(term) }, { labels });
const preferred = (...terms: unknown[]) => pod({ affinity: { podAffinity: { [PREFERRED]: terms } } });
const at = `spec.affinity.podAntiAffinity.${REQUIRED}[0]`;
const preferredAt = `spec.affinity.podAffinity.${PREFERRED}[0]`;

testRules(podAffinityRules, {
  'valid-pod-affinity-topology-key': {
    valid: {
      'a label key': apart({}),
      'of a preferred term': preferred({ weight: 1, podAffinityTerm: { topologyKey } }),
    },
    invalid: {
      'none, which breaks three rules': [
        apart({ topologyKey: null }),
        `${at}.topologyKey: FieldValueRequired`,
        `${at}.topologyKey: FieldValueInvalid`,
        `${at}.topologyKey: FieldValueInvalid`,
      ],
      'no label key': [apart({ topologyKey: 'my zone' }), `${at}.topologyKey: FieldValueInvalid`],
      'a preferred term that is not there': [
        preferred({ weight: 1 }),
        `${preferredAt}.podAffinityTerm.topologyKey: FieldValueRequired`,
        `${preferredAt}.podAffinityTerm.topologyKey: FieldValueInvalid`,
        `${preferredAt}.podAffinityTerm.topologyKey: FieldValueInvalid`,
      ],
    },
  },
  'valid-pod-affinity-weight': {
    valid: { 'a hundred': preferred({ weight: 100, podAffinityTerm: { topologyKey } }) },
    invalid: {
      none: [preferred({ podAffinityTerm: { topologyKey } }), `${preferredAt}.weight: FieldValueInvalid`],
      'a hundred and one': [
        preferred({ weight: 101, podAffinityTerm: { topologyKey } }),
        `${preferredAt}.weight: FieldValueInvalid`,
      ],
    },
  },
  'valid-pod-affinity-namespace': {
    valid: { 'a namespace': apart({ labelSelector, namespaces: ['team-a'] }) },
    invalid: {
      'each that is none': [
        apart({ labelSelector, namespaces: ['team-a', 'Team', ''] }),
        `${at}.namespace: FieldValueInvalid`,
        `${at}.namespace: FieldValueInvalid`,
      ],
    },
  },
  'valid-pod-affinity-label-keys': {
    valid: {
      'beside a selector': apart({ labelSelector, matchLabelKeys: ['pod-template-hash'] }),
      'an empty list': apart({ mismatchLabelKeys: [] }),
      'without a selector, dropped before 1.31': { manifest: apart({ matchLabelKeys: ['app'] }), kubeVersion: '1.30' },
    },
    invalid: {
      'without a selector': [apart({ matchLabelKeys: ['app'] }), `${at}.matchLabelKeys: FieldValueForbidden`],
      'no label key': [
        apart({ labelSelector, mismatchLabelKeys: ['a b'] }),
        `${at}.mismatchLabelKeys[0]: FieldValueInvalid`,
      ],
    },
  },
  'unique-pod-affinity-label-keys': {
    valid: {
      'a key of the selector that the Pod lacks': apart({ labelSelector, matchLabelKeys: ['app'] }),
      'a key of the selector that must differ': apart({ labelSelector, mismatchLabelKeys: ['app'] }, { app: 'web' }),
    },
    invalid: {
      'a key of the selector that the Pod has': [
        apart({ labelSelector, matchLabelKeys: ['tier', 'app'] }, { app: 'web' }),
        `${at}[1]: FieldValueInvalid`,
      ],
      'a key that must be the same and differ': [
        apart({ labelSelector, matchLabelKeys: ['tier'], mismatchLabelKeys: ['tier'] }),
        `${at}.matchLabelKeys[0]: FieldValueInvalid`,
      ],
      'a key that a template names twice': [
        deployment({
          template: podTemplate({
            affinity: affinity({
              labelSelector: { ...labelSelector, matchExpressions: [{ key: 'app', operator: 'Exists' }] },
              matchLabelKeys: ['app'],
            }),
          }),
        }),
        `spec.template.spec.affinity.podAntiAffinity.${REQUIRED}[0][0]: FieldValueInvalid`,
      ],
    },
  },
});
