import { successPolicyRules } from '../../../../lib/validation/rules/server/success-policy';
import { cronJob, job } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const succeeding = (...rules: Body[]) => job({ completionMode: 'Indexed', completions: 5, successPolicy: { rules } });
const RULES = 'spec.successPolicy.rules';
const INDEXES = `${RULES}[0].succeededIndexes: FieldValueInvalid`;
const COUNT = `${RULES}[0].succeededCount: FieldValueInvalid`;

testRules(successPolicyRules, {
  'no-success-policy': {
    valid: {
      Indexed: succeeding({ succeededCount: 1 }),
      'a Job of 1.30, which drops it': { manifest: job({ successPolicy: {} }), kubeVersion: '1.30' },
    },
    invalid: {
      'not Indexed': [
        job({ successPolicy: { rules: [{ succeededCount: 1 }] } }),
        'spec.successPolicy: FieldValueInvalid',
      ],
      'a CronJob of 1.30, which keeps it': [
        { manifest: cronJob({}, { successPolicy: {} }), kubeVersion: '1.30' },
        'spec.jobTemplate.spec.successPolicy: FieldValueInvalid',
      ],
    },
  },
  'require-success-rule': {
    valid: { '20 rules': succeeding(...Array(20).fill({ succeededCount: 1 })) },
    invalid: {
      none: [succeeding(), `${RULES}: FieldValueRequired`],
      '21 rules': [succeeding(...Array(21).fill({ succeededCount: 1 })), `${RULES}: FieldValueTooMany`],
      'an empty one': [succeeding({ succeededCount: 1 }, {}), `${RULES}[1]: FieldValueRequired`],
    },
  },
  'valid-succeeded-indexes': {
    valid: {
      empty: succeeding({ succeededIndexes: '' }),
      'a list': succeeding({ succeededIndexes: '0,2-4' }),
      'completions are missing': job({
        completionMode: 'Indexed',
        parallelism: 1,
        successPolicy: { rules: [{ succeededIndexes: '9' }] },
      }),
    },
    invalid: {
      'too large': [succeeding({ succeededIndexes: '5' }), INDEXES],
      unordered: [succeeding({ succeededIndexes: '2,1' }), INDEXES],
      'too long': [
        succeeding({ succeededIndexes: `${'0'.repeat(65_536)}1` }),
        `${RULES}[0].succeededIndexes: FieldValueTooLong`,
      ],
    },
  },
  'valid-succeeded-count': {
    valid: {
      all: succeeding({ succeededCount: 5 }),
      'all that are listed': succeeding({ succeededCount: 2, succeededIndexes: '0-1' }),
    },
    invalid: {
      'more than there are': [succeeding({ succeededCount: 6 }), COUNT],
      negative: [succeeding({ succeededCount: -1 }), COUNT],
      'more than are listed': [succeeding({ succeededCount: 3, succeededIndexes: '0-1' }), COUNT],
      'a list that cannot be read counts nothing': [succeeding({ succeededCount: 1, succeededIndexes: 'x' }), COUNT],
    },
  },
});
