import { qualifiedName } from '../../../kubernetes/formats';
import type { Container, JobSpec } from '../../../kubernetes/generated/decoded';
import { duplicate, invalid, notSupported, required, tooMany } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const STATUSES = ['False', 'True', 'Unknown'];
const MOST_RULES = 20;
const MOST_PATTERNS = 20;
const MOST_VALUES = 255;
const SOURCE = 'kubernetes pkg/apis/batch/validation/validation.go';

const job = (rules: string, spec = '') =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { ${spec}podFailurePolicy: { rules: [${rules}] }, template: { spec: { restartPolicy: Never, containers: [{ name: app, image: app }] } } }`;

/** What a Job does about pods that fail, by exit code or by condition. */
export const podFailurePolicyRules = defineRules([
  {
    id: 'valid-pod-failure-rule-count',
    summary: 'A podFailurePolicy has at most 20 rules, and a rule at most 20 conditions.',
    why: 'Every pod that fails is matched against all of them in turn.',
    fix: 'Join rules with the same action; spread conditions over several rules.',
    source: `${SOURCE} validatePodFailurePolicy, validatePodFailurePolicyRuleOnPodConditions`,
    example: {
      bad: job(
        Array(MOST_RULES + 1)
          .fill('{}')
          .join(','),
      ),
      good: job('{ action: Ignore, onPodConditions: [{ type: DisruptionTarget }] }'),
    },
    visit: {
      jobSpec({ podFailurePolicy }, at, report) {
        const rules = podFailurePolicy?.rules;
        if (!rules) return;
        const field = at.down('podFailurePolicy', 'rules');
        if (rules.length > MOST_RULES) report(tooMany(field, rules.length, MOST_RULES));
        rules.forEach(({ onPodConditions = [] }, index) => {
          if (onPodConditions.length > MOST_PATTERNS)
            report(tooMany(field.index(index).child('onPodConditions'), onPodConditions.length, MOST_PATTERNS));
        });
      },
    },
  },
  {
    id: 'valid-pod-failure-action',
    summary: 'The action of a rule is Count, FailIndex, FailJob or Ignore; FailIndex needs backoffLimitPerIndex.',
    why: 'A single index can fail only where failures are counted for each index.',
    fix: 'Write one of these words, and backoffLimitPerIndex beside FailIndex.',
    source: `${SOURCE} validatePodFailurePolicyRule`,
    example: {
      bad: job('{ onExitCodes: { operator: In, values: [1] } }'),
      good: job('{ action: FailJob, onExitCodes: { operator: In, values: [1] } }'),
    },
    visit: {
      jobSpec({ podFailurePolicy, backoffLimitPerIndex }, at, report) {
        podFailurePolicy?.rules?.forEach(({ action = '' }, index) => {
          if (ACTIONS.includes(action) && (action !== 'FailIndex' || backoffLimitPerIndex !== undefined)) return;
          const field = at.down('podFailurePolicy', 'rules').index(index).child('action');
          if (action === '') report(required(field, `valid values: ${ACTIONS.join(', ')}`));
          else if (action === 'FailIndex') report(invalid(field, action, 'requires backoffLimitPerIndex to be set'));
          else report(notSupported(field, action, ACTIONS, didYouMean(action, ACTIONS)));
        });
      },
    },
  },
  {
    id: 'valid-pod-failure-requirement',
    summary: 'A rule looks either at exit codes or at pod conditions.',
    why: 'With both it is not clear which should decide, with neither it would match nothing.',
    fix: 'Write onExitCodes or onPodConditions; make two rules of one that has both.',
    source: `${SOURCE} validatePodFailurePolicyRule`,
    example: {
      bad: job('{ action: FailJob }'),
      good: job('{ action: FailJob, onExitCodes: { operator: In, values: [1] } }'),
    },
    visit: {
      jobSpec({ podFailurePolicy }, at, report) {
        podFailurePolicy?.rules?.forEach((rule, index) => {
          const hasConditions = (rule.onPodConditions ?? []).length > 0;
          if (hasConditions === (rule.onExitCodes === undefined)) return;
          const detail = hasConditions
            ? 'specifying both onExitCodes and onPodConditions is not supported'
            : 'specifying one of onExitCodes and onPodConditions is required';
          report(invalid(at.down('podFailurePolicy', 'rules').index(index), rule, detail));
        });
      },
    },
  },
  {
    id: 'valid-exit-code-operator',
    summary: 'Exit codes are compared with In or NotIn.',
    why: 'There is no other comparison.',
    fix: 'Write In or NotIn, letter for letter.',
    source: `${SOURCE} validatePodFailurePolicyRuleOnExitCodes`,
    example: {
      bad: job('{ action: FailJob, onExitCodes: { operator: Equals, values: [1] } }'),
      good: job('{ action: FailJob, onExitCodes: { operator: In, values: [1] } }'),
    },
    visit: {
      jobSpec({ podFailurePolicy }, at, report) {
        podFailurePolicy?.rules?.forEach(({ onExitCodes }, index) => {
          if (!onExitCodes || OPERATORS.includes(onExitCodes.operator ?? '')) return;
          const field = at.down('podFailurePolicy', 'rules').index(index).down('onExitCodes', 'operator');
          const { operator = '' } = onExitCodes;
          if (operator === '') report(required(field, `valid values: ${OPERATORS.join(', ')}`));
          else report(notSupported(field, operator, OPERATORS, didYouMean(operator, OPERATORS)));
        });
      },
    },
  },
  {
    id: 'valid-exit-codes',
    summary: 'A rule lists 1 to 255 exit codes in ascending order, each once, and not 0 with In.',
    why: 'A container that exits with 0 has not failed.',
    fix: 'List the exit codes that should match in ascending order, each once, and 0 with NotIn only.',
    source: `${SOURCE} validatePodFailurePolicyRuleOnExitCodes`,
    example: {
      bad: job('{ action: FailJob, onExitCodes: { operator: In, values: [42, 1] } }'),
      good: job('{ action: FailJob, onExitCodes: { operator: In, values: [1, 42] } }'),
    },
    visit: {
      jobSpec({ podFailurePolicy }, at, report) {
        podFailurePolicy?.rules?.forEach(({ onExitCodes }, index) => {
          if (!onExitCodes) return;
          const { operator, values = [] } = onExitCodes;
          const field = at.down('podFailurePolicy', 'rules').index(index).down('onExitCodes', 'values');
          if (values.length === 0) report(invalid(field, values, 'at least one value is required'));
          if (values.length > MOST_VALUES) report(tooMany(field, values.length, MOST_VALUES));
          const seen = new Set<number>();
          values.forEach((value, position) => {
            if (operator === 'In' && value === 0)
              report(invalid(field.index(position), value, 'must not be 0 for the In operator'));
            if (seen.has(value)) report(duplicate(field.index(position), value));
            seen.add(value);
          });
          if (values.some((value, position) => position > 0 && Number(values[position - 1]) > value))
            report(invalid(field, values, 'must be ordered'));
        });
      },
    },
  },
  {
    id: 'valid-exit-code-container',
    summary: 'The container whose exit codes a rule looks at is one of the pod template.',
    why: 'The rule could never match otherwise.',
    fix: 'Write the name of a container or an init container, or leave containerName out for all of them.',
    source: `${SOURCE} validatePodFailurePolicyRuleOnExitCodes`,
    example: {
      bad: job('{ action: FailJob, onExitCodes: { containerName: main, operator: In, values: [1] } }'),
      good: job('{ action: FailJob, onExitCodes: { containerName: app, operator: In, values: [1] } }'),
    },
    visit: {
      jobSpec(spec, at, report) {
        spec.podFailurePolicy?.rules?.forEach(({ onExitCodes }, index) => {
          const name = onExitCodes?.containerName;
          if (name === undefined) return;
          const names = containerNames(spec);
          if (names.includes(name)) return;
          const field = at.down('podFailurePolicy', 'rules').index(index).down('onExitCodes', 'containerName');
          const detail = 'must be one of the container or initContainer names in the pod template';
          report(invalid(field, name, detail, didYouMean(name, names)));
        });
      },
    },
  },
  {
    id: 'valid-pod-condition-pattern',
    summary: 'A condition is a qualified name with the status True, False or Unknown.',
    why: 'Conditions of pods have this form.',
    fix: 'Write a type such as DisruptionTarget, and leave status out for True.',
    source: `${SOURCE} validatePodFailurePolicyRuleOnPodConditions`,
    example: {
      bad: job('{ action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: "Yes" }] }'),
      good: job('{ action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: "True" }] }'),
    },
    visit: {
      jobSpec({ podFailurePolicy }, at, report) {
        podFailurePolicy?.rules?.forEach(({ onPodConditions = [] }, index) => {
          onPodConditions.forEach(({ type = '', status = 'True' }, position) => {
            const field = at.down('podFailurePolicy', 'rules').index(index).child('onPodConditions').index(position);
            for (const reason of qualifiedName(type)) report(invalid(field.child('type'), type, reason));
            if (!STATUSES.includes(status))
              report(notSupported(field.child('status'), status, STATUSES, didYouMean(status, STATUSES)));
          });
        });
      },
    },
  },
]);

function containerNames({ template }: JobSpec): string[] {
  const { containers = [], initContainers = [] } = template?.spec ?? {};
  return [...containers, ...initContainers].map(({ name = '' }: Container) => name);
}
