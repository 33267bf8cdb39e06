import { priorityClassRules } from '../../../../lib/validation/rules/server/priority-class';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const priorityClass = (body: Body, name = 'web') => ({
  ...object('scheduling.k8s.io/v1', 'PriorityClass', body),
  metadata: { name },
});

testRules(priorityClassRules, {
  'valid-priority-class-name': {
    valid: {
      'no dash': priorityClass({ value: 1 }, 'systematic'),
      'a class of the system': priorityClass({ value: 2_000_000_000 }, 'system-cluster-critical'),
    },
    invalid: {
      reserved: [priorityClass({ value: 1 }, 'system-web'), 'metadata.name: FieldValueForbidden'],
      'another value': [priorityClass({ value: 1 }, 'system-node-critical'), 'metadata.name: FieldValueForbidden'],
      'as the default of all': [
        priorityClass({ value: 2_000_001_000, globalDefault: true }, 'system-node-critical'),
        'metadata.name: FieldValueForbidden',
      ],
    },
  },
  'valid-priority-value': {
    valid: {
      none: priorityClass({}),
      negative: priorityClass({ value: -1 }),
      most: priorityClass({ value: 1_000_000_000 }),
    },
    invalid: { 'one more': [priorityClass({ value: 1_000_000_001 }), 'value: FieldValueForbidden'] },
  },
  'valid-preemption-policy': {
    valid: { none: priorityClass({}), Never: priorityClass({ preemptionPolicy: 'Never' }) },
    invalid: {
      empty: [priorityClass({ preemptionPolicy: '' }), 'preemptionPolicy: FieldValueRequired'],
      'another case': [priorityClass({ preemptionPolicy: 'never' }), 'preemptionPolicy: FieldValueNotSupported'],
    },
  },
});
