import { resourceQuotaRules } from '../../../../lib/validation/rules/server/resource-quota';
import { validate } from '../../../../lib/validation/validate';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const quota = (spec: Body) => object('v1', 'ResourceQuota', { spec });
const hard = (amounts: Body) => quota({ hard: amounts });
const scoped = (scopes: string[], amounts: Body = {}) => quota({ hard: amounts, scopes });
const selecting = (expression: Body, amounts: Body = {}) =>
  quota({ hard: amounts, scopeSelector: { matchExpressions: [expression] } });
const SELECTOR = 'spec.scopeSelector.matchExpressions';

testRules(resourceQuotaRules, {
  'valid-quota-resource': {
    valid: {
      'known ones': hard({ cpu: 1, 'requests.storage': '1Gi', 'limits.memory': '1Gi', 'services.nodeports': 1 }),
      'huge pages': hard({ 'hugepages-2Mi': '2Mi', 'requests.hugepages-1Gi': '1Gi' }),
      'a slash': hard({ 'count/deployments.apps': 1, 'requests.nvidia.com/gpu': 1 }),
    },
    invalid: {
      'a kind': [hard({ jobs: 1 }), 'spec.hard[jobs]: FieldValueInvalid', 'spec.hard[jobs]: FieldValueInvalid'],
      'storage, which has to be requested': [hard({ storage: '1Gi' }), 'spec.hard[storage]: FieldValueInvalid'],
      'limits of huge pages': [
        hard({ 'limits.hugepages-2Mi': '2Mi' }),
        'spec.hard[limits.hugepages-2Mi]: FieldValueInvalid',
        'spec.hard[limits.hugepages-2Mi]: FieldValueInvalid',
      ],
    },
  },
  'valid-quota-amount': {
    valid: {
      null: hard({ pods: null }),
      'whole after all': hard({ pods: '2000m' }),
      'a fraction of a requested device': hard({ 'requests.nvidia.com/gpu': '500m' }),
    },
    invalid: {
      negative: [hard({ cpu: -1 }), 'spec.hard[cpu]: FieldValueInvalid'],
      'half a pod': [hard({ pods: '500m' }), 'spec.hard[pods]: FieldValueInvalid'],
      'half a Job': [hard({ 'count/jobs.batch': '500m' }), 'spec.hard[count/jobs.batch]: FieldValueInvalid'],
    },
  },
  'valid-quota-scope': {
    valid: {
      'compute resources': scoped(['Terminating', 'NotBestEffort'], { pods: 1, cpu: 1, 'limits.memory': '1Gi' }),
      'names with a slash': scoped(['BestEffort'], { 'count/jobs.batch': 1 }),
      twice: scoped(['BestEffort', 'BestEffort'], { pods: 1 }),
      claims: scoped(['VolumeAttributesClass'], { persistentvolumeclaims: 1, 'requests.storage': '1Gi' }),
    },
    invalid: {
      unknown: [scoped(['besteffort']), 'spec.scopes: FieldValueInvalid'],
      'VolumeAttributesClass before 1.33': [
        { manifest: scoped(['VolumeAttributesClass']), kubeVersion: '1.32' },
        'spec.scopes: FieldValueInvalid',
      ],
      'cpu with BestEffort': [scoped(['BestEffort'], { cpu: 1 }), 'spec.scopes: FieldValueInvalid'],
      contradicting: [scoped(['Terminating', 'NotTerminating']), 'spec.scopes: FieldValueInvalid'],
    },
  },
  'valid-quota-scope-selector': {
    valid: { 'a class': selecting({ scopeName: 'PriorityClass', operator: 'Exists' }, { pods: 1 }) },
    invalid: {
      none: [selecting({ operator: 'Exists' }), `${SELECTOR}.scopeName: FieldValueInvalid`],
      'a resource that does not fit': [
        selecting({ scopeName: 'PriorityClass', operator: 'Exists' }, { secrets: 1 }),
        `${SELECTOR}: FieldValueInvalid`,
      ],
      contradicting: [
        quota({
          scopeSelector: {
            matchExpressions: [
              { scopeName: 'BestEffort', operator: 'Exists' },
              { scopeName: 'NotBestEffort', operator: 'Exists' },
            ],
          },
        }),
        `${SELECTOR}: FieldValueInvalid`,
      ],
    },
  },
  'valid-quota-scope-operator': {
    valid: {
      'classes by name': selecting({ scopeName: 'PriorityClass', operator: 'In', values: ['a b'] }),
      'no class': selecting({ scopeName: 'PriorityClass', operator: 'DoesNotExist' }),
    },
    invalid: {
      'no values': [
        selecting({ scopeName: 'PriorityClass', operator: 'NotIn' }),
        `${SELECTOR}.values: FieldValueRequired`,
      ],
      'values to no purpose': [
        selecting({ scopeName: 'PriorityClass', operator: 'Exists', values: ['x'] }),
        `${SELECTOR}.values: FieldValueInvalid`,
      ],
      'a scope that is or is not': [
        selecting({ scopeName: 'Terminating', operator: 'DoesNotExist' }),
        `${SELECTOR}.operator: FieldValueInvalid`,
      ],
      'another case': [
        selecting({ scopeName: 'PriorityClass', operator: 'exists' }),
        `${SELECTOR}.operator: FieldValueInvalid`,
      ],
    },
  },
});

const POD_SCOPES = 'Terminating, NotTerminating, BestEffort, NotBestEffort, PriorityClass, CrossNamespacePodAffinity';

test.each<[string, string[], string, string]>([
  ['a misspelt scope', ['terminating'], '1.36', 'Did you mean Terminating?'],
  ['an unknown scope', ['Pods'], '1.36', `Write one of ${POD_SCOPES}, VolumeAttributesClass.`],
  ['a scope that is not known yet', ['VolumeAttributesClass'], '1.32', `Write one of ${POD_SCOPES}.`],
  ['scopes in conflict', ['BestEffort', 'NotBestEffort'], '1.36', 'Make a quota for each of the two scopes.'],
])('the remedy for %s', (_name, scopes, kubeVersion, fix) => {
  expect(validate([scoped(scopes)], { kubeVersion })[0]?.fix).toBe(fix);
});
