import { podFailurePolicyRules } from '../../../../lib/validation/rules/server/pod-failure-policy';
import { cronJob, job, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const failing = (rule: Body, spec: Body = {}) => job({ podFailurePolicy: { rules: [rule] }, ...spec });
const onExitCodes = (requirement: Body) =>
  failing({ action: 'FailJob', onExitCodes: { operator: 'In', values: [1], ...requirement } });
const pattern = { type: 'DisruptionTarget' };
const onPodConditions = (...patterns: Body[]) => failing({ action: 'Ignore', onPodConditions: patterns });
const RULES = 'spec.podFailurePolicy.rules';
const many = (count: number) =>
  job({ podFailurePolicy: { rules: Array(count).fill({ action: 'Count', onPodConditions: [pattern] }) } });

testRules(podFailurePolicyRules, {
  'valid-pod-failure-rule-count': {
    valid: {
      '20 rules': many(20),
      none: job({ podFailurePolicy: {} }),
      '20 conditions': onPodConditions(...Array(20).fill(pattern)),
    },
    invalid: {
      '21 rules': [many(21), `${RULES}: FieldValueTooMany`],
      '21 conditions': [onPodConditions(...Array(21).fill(pattern)), `${RULES}[0].onPodConditions: FieldValueTooMany`],
    },
  },
  'valid-pod-failure-action': {
    valid: {
      Count: failing({ action: 'Count', onPodConditions: [pattern] }),
      FailIndex: failing(
        { action: 'FailIndex', onPodConditions: [pattern] },
        { completionMode: 'Indexed', backoffLimitPerIndex: 1 },
      ),
      'FailIndex in a Job of 1.28, which drops the rule': {
        manifest: failing({ action: 'FailIndex', onPodConditions: [pattern] }),
        kubeVersion: '1.28',
      },
    },
    invalid: {
      none: [failing({ onPodConditions: [pattern] }), `${RULES}[0].action: FieldValueRequired`],
      'another case': [
        failing({ action: 'failJob', onPodConditions: [pattern] }),
        `${RULES}[0].action: FieldValueNotSupported`,
      ],
      'FailIndex without a limit for each': [
        failing({ action: 'FailIndex', onPodConditions: [pattern] }, { completionMode: 'Indexed' }),
        `${RULES}[0].action: FieldValueInvalid`,
      ],
    },
  },
  'valid-pod-failure-requirement': {
    valid: { 'exit codes': onExitCodes({}), conditions: onPodConditions(pattern) },
    invalid: {
      neither: [failing({ action: 'FailJob' }), `${RULES}[0]: FieldValueInvalid`],
      'an empty list': [onPodConditions(), `${RULES}[0]: FieldValueInvalid`],
      both: [
        failing({ action: 'FailJob', onPodConditions: [pattern], onExitCodes: { operator: 'In', values: [1] } }),
        `${RULES}[0]: FieldValueInvalid`,
      ],
    },
  },
  'valid-exit-code-operator': {
    valid: { NotIn: onExitCodes({ operator: 'NotIn' }) },
    invalid: {
      none: [onExitCodes({ operator: undefined }), `${RULES}[0].onExitCodes.operator: FieldValueRequired`],
      'another word': [onExitCodes({ operator: 'Exists' }), `${RULES}[0].onExitCodes.operator: FieldValueNotSupported`],
    },
  },
  'valid-exit-codes': {
    valid: {
      '0 with NotIn': onExitCodes({ operator: 'NotIn', values: [0] }),
      'no range': onExitCodes({ values: [-1, 300] }),
      '255 of them': onExitCodes({ values: Array.from({ length: 255 }, (_, index) => index + 1) }),
    },
    invalid: {
      none: [onExitCodes({ values: [] }), `${RULES}[0].onExitCodes.values: FieldValueInvalid`],
      '0 with In': [onExitCodes({ values: [0, 1] }), `${RULES}[0].onExitCodes.values[0]: FieldValueInvalid`],
      twice: [onExitCodes({ values: [1, 1] }), `${RULES}[0].onExitCodes.values[1]: FieldValueDuplicate`],
      descending: [onExitCodes({ values: [2, 1] }), `${RULES}[0].onExitCodes.values: FieldValueInvalid`],
      '256 of them': [
        onExitCodes({ values: Array.from({ length: 256 }, (_, index) => index + 1) }),
        `${RULES}[0].onExitCodes.values: FieldValueTooMany`,
      ],
    },
  },
  'valid-exit-code-container': {
    valid: {
      none: onExitCodes({}),
      'a container': onExitCodes({ containerName: 'app' }),
      'an init container': failing(
        { action: 'FailJob', onExitCodes: { containerName: 'init', operator: 'In', values: [1] } },
        {
          template: podTemplate({
            restartPolicy: 'Never',
            initContainers: [{ name: 'init', image: 'example.com/init' }],
          }),
        },
      ),
    },
    invalid: {
      'no such container': [
        onExitCodes({ containerName: 'main' }),
        `${RULES}[0].onExitCodes.containerName: FieldValueInvalid`,
      ],
      empty: [onExitCodes({ containerName: '' }), `${RULES}[0].onExitCodes.containerName: FieldValueInvalid`],
    },
  },
  'valid-pod-condition-pattern': {
    valid: {
      'a prefix': onPodConditions({ type: 'example.com/Ready', status: 'Unknown' }),
      'an empty status': onPodConditions({ ...pattern, status: '' }),
    },
    invalid: {
      'another status': [
        onPodConditions({ ...pattern, status: 'true' }),
        `${RULES}[0].onPodConditions[0].status: FieldValueNotSupported`,
      ],
      'no type in a CronJob': [
        cronJob({}, { podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'a b' }] }] } }),
        'spec.jobTemplate.spec.podFailurePolicy.rules[0].onPodConditions[0].type: FieldValueInvalid',
      ],
    },
  },
});
