import { jobRules } from '../../../../lib/validation/rules/server/job';
import { cronJob, job, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const indexed = (spec: Body, metadata: Body = {}) => job({ completionMode: 'Indexed', ...spec }, metadata);
const restarting = (restartPolicy: string | undefined, spec: Body = {}) =>
  job({ template: podTemplate({ restartPolicy }), ...spec });
const POLICY = 'spec.template.spec.restartPolicy';

testRules(jobRules, {
  'valid-managed-by': {
    valid: {
      'a controller': job({ managedBy: 'example.com/controller' }),
      'a longer path': job({ managedBy: 'example.com/a/b' }),
      '63 characters': job({ managedBy: `example.com/${'a'.repeat(51)}` }),
      'a Job of 1.31, which drops it': { manifest: job({ managedBy: '/c' }), kubeVersion: '1.31' },
    },
    invalid: {
      empty: [job({ managedBy: '' }), 'spec.managedBy: FieldValueRequired'],
      'no path': [job({ managedBy: 'example.com/' }), 'spec.managedBy: FieldValueInvalid'],
      'no domain': [job({ managedBy: '/c' }), 'spec.managedBy: FieldValueInvalid'],
      'a space': [job({ managedBy: 'example.com/a b' }), 'spec.managedBy: FieldValueInvalid'],
      '64 characters': [job({ managedBy: `example.com/${'a'.repeat(52)}` }), 'spec.managedBy: FieldValueTooLong'],
      'a CronJob of 1.30, which keeps it': [
        { manifest: cronJob({}, { managedBy: '/c' }), kubeVersion: '1.30' },
        'spec.jobTemplate.spec.managedBy: FieldValueInvalid',
      ],
    },
  },
  'valid-completion-mode': {
    valid: { none: job(), Indexed: indexed({}) },
    invalid: {
      'another case': [job({ completionMode: 'indexed' }), 'spec.completionMode: FieldValueNotSupported'],
      empty: [cronJob({}, { completionMode: '' }), 'spec.jobTemplate.spec.completionMode: FieldValueNotSupported'],
    },
  },
  'require-completions': {
    valid: { 'both absent': indexed({}), 'not Indexed': job({ parallelism: 2 }) },
    invalid: {
      'parallelism alone': [indexed({ parallelism: 2 }), 'spec.completions: FieldValueRequired'],
      'both absent in a CronJob': [
        cronJob({}, { completionMode: 'Indexed' }),
        'spec.jobTemplate.spec.completions: FieldValueRequired',
      ],
    },
  },
  'valid-indexed-parallelism': {
    valid: {
      'the most': indexed({ completions: 1, parallelism: 100_000 }),
      'any in a plain Job': job({ parallelism: 100_001 }),
      'the most of many': indexed({
        completions: 100_001,
        parallelism: 10_000,
        backoffLimitPerIndex: 1,
        maxFailedIndexes: 1,
      }),
    },
    invalid: {
      'one more': [indexed({ completions: 1, parallelism: 100_001 }), 'spec.parallelism: FieldValueInvalid'],
      'one more of many': [
        indexed({ completions: 100_001, parallelism: 10_001, backoffLimitPerIndex: 1, maxFailedIndexes: 1 }),
        'spec.parallelism: FieldValueInvalid',
      ],
    },
  },
  'valid-backoff-limit-per-index': {
    valid: {
      Indexed: indexed({ completions: 2, backoffLimitPerIndex: 0 }),
      'a Job of 1.28, which drops it': { manifest: job({ backoffLimitPerIndex: 1 }), kubeVersion: '1.28' },
    },
    invalid: {
      'not Indexed': [job({ backoffLimitPerIndex: 1 }), 'spec.backoffLimitPerIndex: FieldValueInvalid'],
      'maxFailedIndexes alone': [
        indexed({ completions: 2, maxFailedIndexes: 1 }),
        'spec.backoffLimitPerIndex: FieldValueRequired',
      ],
      'a CronJob of 1.28, which keeps it': [
        { manifest: cronJob({}, { backoffLimitPerIndex: 1 }), kubeVersion: '1.28' },
        'spec.jobTemplate.spec.backoffLimitPerIndex: FieldValueInvalid',
      ],
    },
  },
  'valid-max-failed-indexes': {
    valid: {
      'as many as completions': indexed({ completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 2 }),
      'the most of many': indexed({ completions: 100_001, backoffLimitPerIndex: 1, maxFailedIndexes: 10_000 }),
      'none of few': indexed({ completions: 100_000, backoffLimitPerIndex: 1 }),
    },
    invalid: {
      'more than completions': [
        indexed({ completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 3 }),
        'spec.maxFailedIndexes: FieldValueInvalid',
      ],
      'none of many': [
        indexed({ completions: 100_001, backoffLimitPerIndex: 1 }),
        'spec.maxFailedIndexes: FieldValueRequired',
      ],
      'too many of many': [
        indexed({ completions: 100_001, backoffLimitPerIndex: 1, maxFailedIndexes: 10_001 }),
        'spec.maxFailedIndexes: FieldValueInvalid',
      ],
      'not Indexed': [job({ maxFailedIndexes: 1 }), 'spec.maxFailedIndexes: FieldValueInvalid'],
    },
  },
  'valid-pod-replacement-policy': {
    valid: {
      either: job({ podReplacementPolicy: 'TerminatingOrFailed' }),
      'Failed with a failure policy': job({ podFailurePolicy: {}, podReplacementPolicy: 'Failed' }),
      'a Job of 1.28, which drops it': { manifest: job({ podReplacementPolicy: 'x' }), kubeVersion: '1.28' },
    },
    invalid: {
      empty: [job({ podReplacementPolicy: '' }), 'spec.podReplacementPolicy: FieldValueNotSupported'],
      'either with a failure policy': [
        job({ podFailurePolicy: {}, podReplacementPolicy: 'TerminatingOrFailed' }),
        'spec.podReplacementPolicy: FieldValueNotSupported',
      ],
    },
  },
  'valid-job-restart-policy': {
    valid: { Never: restarting('Never'), OnFailure: restarting('OnFailure') },
    invalid: {
      none: [restarting(undefined), `${POLICY}: FieldValueRequired`],
      Always: [restarting('Always'), `${POLICY}: FieldValueRequired`],
      'another word': [restarting('never'), `${POLICY}: FieldValueNotSupported`],
      'OnFailure with a failure policy': [
        restarting('OnFailure', { podFailurePolicy: {} }),
        `${POLICY}: FieldValueInvalid`,
      ],
      'a CronJob': [
        cronJob({}, { template: podTemplate() }),
        'spec.jobTemplate.spec.template.spec.restartPolicy: FieldValueRequired',
      ],
    },
  },
  'valid-indexed-job-name': {
    valid: {
      '61 characters and one digit': indexed({ completions: 10 }, { name: 'a'.repeat(61) }),
      'dots in a plain Job': job({}, { name: 'web.v1' }),
      'nothing to complete': indexed({ completions: 0 }, { name: 'web.v1' }),
      'a prefix of 56': indexed({}, { name: undefined, generateName: 'a'.repeat(56) }),
    },
    invalid: {
      dots: [indexed({ completions: 1 }, { name: 'web.v1' }), 'metadata.name: FieldValueInvalid'],
      '61 characters and two digits': [
        indexed({ completions: 11 }, { name: 'a'.repeat(61) }),
        'metadata.name: FieldValueInvalid',
      ],
      'a prefix of 57': [
        indexed({}, { name: undefined, generateName: 'a'.repeat(57) }),
        'metadata.name: FieldValueInvalid',
      ],
    },
  },
});
