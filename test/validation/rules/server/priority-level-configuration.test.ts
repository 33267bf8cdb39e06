import { priorityLevelConfigurationRules } from '../../../../lib/validation/rules/server/priority-level-configuration';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const level = (spec: object, name = 'web') =>
  object('flowcontrol.apiserver.k8s.io/v1', 'PriorityLevelConfiguration', { metadata: { name }, spec });
const limited = (limitResponse: object) => level({ type: 'Limited', limited: { limitResponse } });
const queued = (queuing: object) => limited({ type: 'Queue', queuing });
const RESPONSE = 'spec.limited.limitResponse';

testRules(priorityLevelConfigurationRules, {
  'valid-priority-level-type': {
    valid: { 'a limit': limited({ type: 'Reject' }), exempt: level({ type: 'Exempt' }, 'exempt') },
    invalid: {
      'no limit': [level({ type: 'Limited' }), 'spec.limited: FieldValueRequired'],
      'exempt of another name': [level({ type: 'Exempt' }), 'spec.type: FieldValueInvalid'],
      'another word': [level({ type: 'limited' }), 'spec.type: FieldValueNotSupported'],
    },
  },
  'valid-concurrency-shares': {
    valid: {
      'no shares': level({
        type: 'Limited',
        limited: { nominalConcurrencyShares: 0, limitResponse: { type: 'Reject' } },
      }),
      'all lent': level({ type: 'Exempt', exempt: { lendablePercent: 100 } }, 'exempt'),
    },
    invalid: {
      negative: [
        level({ type: 'Limited', limited: { nominalConcurrencyShares: -1, borrowingLimitPercent: -1 } }),
        'spec.limited.nominalConcurrencyShares: FieldValueInvalid',
        'spec.limited.borrowingLimitPercent: FieldValueInvalid',
      ],
      'more than all': [
        level({ type: 'Exempt', exempt: { lendablePercent: 101 } }, 'exempt'),
        'spec.exempt.lendablePercent: FieldValueInvalid',
      ],
    },
  },
  'valid-limit-response': {
    valid: { Reject: limited({ type: 'Reject' }), Queue: queued({}) },
    invalid: {
      none: [level({ type: 'Limited', limited: {} }), `${RESPONSE}.type: FieldValueNotSupported`],
      'queues to reject': [limited({ type: 'Reject', queuing: {} }), `${RESPONSE}.queuing: FieldValueForbidden`],
      'no queues': [limited({ type: 'Queue' }), `${RESPONSE}.queuing: FieldValueRequired`],
    },
  },
  'valid-queuing': {
    valid: { 'the defaults': queued({}), 'sixty bits': queued({ queues: 64, handSize: 10 }) },
    invalid: {
      negative: [
        queued({ queues: -1, handSize: -1, queueLengthLimit: -1 }),
        `${RESPONSE}.queuing.queues: FieldValueInvalid`,
        `${RESPONSE}.queuing.handSize: FieldValueInvalid`,
        `${RESPONSE}.queuing.queueLengthLimit: FieldValueInvalid`,
      ],
      'too many': [queued({ queues: 10000001, handSize: 1 }), `${RESPONSE}.queuing.queues: FieldValueInvalid`],
      'a hand above the queues': [
        queued({ queues: 4, handSize: 5 }),
        `${RESPONSE}.queuing.handSize: FieldValueInvalid`,
      ],
      'sixty-six bits': [queued({ queues: 64, handSize: 11 }), `${RESPONSE}.queuing.handSize: FieldValueInvalid`],
    },
  },
});
