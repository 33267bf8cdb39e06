import type { FieldPath } from '../../field-path';
import { forbidden, notSupported, required, tooLong, tooMany } from '../../finding';
import type { ContainerContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const POLICIES = ['Always', 'Never', 'OnFailure'];
const OPERATORS = ['In', 'NotIn'];
const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;
/** The first minors with the action RestartAllContainers, rules for sidecars, and the reason "too many". */
const LATEST_FORM_SINCE = 36;

/** When a container is restarted, other than its pod says. */
export const containerRestartPolicyRules = defineRules([
  {
    id: 'no-app-container-restart-policy',
    summary: 'Before Kubernetes 1.34, only init containers have a restartPolicy of their own.',
    why: 'The containers of a pod are restarted as the pod says.',
    fix: 'Remove restartPolicy from the container, or set that of the pod.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainers',
    until: 33,
    example: { bad: 'restartPolicy: Always', good: 'name: app' },
    visit: {
      container({ restartPolicy }, at, report, { role }) {
        if (role === 'app' && restartPolicy !== undefined)
          report(forbidden(at.child('restartPolicy'), 'may not be set for non-init containers'));
      },
    },
  },
  {
    id: 'valid-sidecar-restart-policy',
    summary: 'Before Kubernetes 1.34, the only restartPolicy of an init container is Always.',
    why: 'Always makes it a sidecar; without it, it is restarted as the pod says.',
    fix: 'Write restartPolicy: Always for a sidecar, or leave it out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateInitContainerRestartPolicy',
    since: 29,
    until: 33,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], initContainers: [{ name: init, image: b, restartPolicy: OnFailure }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], initContainers: [{ name: init, image: b, restartPolicy: Always }] }',
    },
    visit: {
      container({ restartPolicy }, at, report, { role }) {
        if (role === 'init' && restartPolicy !== undefined)
          report(notSupported(at.child('restartPolicy'), restartPolicy, ['Always']));
      },
    },
  },
  {
    id: 'valid-container-restart-policy',
    summary: 'The restartPolicy of a container is Always, Never or OnFailure.',
    why: 'The kubelet knows no other way of dealing with a container that ended.',
    fix: 'Write one of the three, or leave restartPolicy out for that of the pod.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerRestartPolicy',
    since: 35,
    example: { bad: 'restartPolicy: unless-stopped', good: 'restartPolicy: Always' },
    visit: {
      container({ restartPolicy }, at, report, { role }) {
        if (role !== 'ephemeral' && restartPolicy !== undefined && !POLICIES.includes(restartPolicy))
          report(notSupported(at.child('restartPolicy'), restartPolicy, POLICIES, didYouMean(restartPolicy, POLICIES)));
      },
    },
  },
  {
    id: 'require-restart-policy-for-rules',
    summary: 'A container with restartPolicyRules has a restartPolicy as well.',
    why: 'The policy decides where no rule applies.',
    fix: 'Write restartPolicy: Never, or another, beside the rules.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerRestartPolicy',
    since: 35,
    example: {
      bad: 'restartPolicyRules: [{ action: Restart, exitCodes: { operator: In, values: [42] } }]',
      good: 'restartPolicy: Never\nrestartPolicyRules: [{ action: Restart, exitCodes: { operator: In, values: [42] } }]',
    },
    visit: {
      container({ restartPolicy, restartPolicyRules }, at, report, { role }) {
        if (role !== 'ephemeral' && restartPolicyRules?.length && restartPolicy === undefined)
          report(required(at.child('restartPolicy'), 'must be set beside restartPolicyRules'));
      },
    },
  },
  {
    id: 'valid-container-restart-rule',
    summary:
      'A container has at most 20 restart rules, each with a known action and at most 255 exit codes that are In or NotIn.',
    why: 'The kubelet compares the exit code of the container with the codes of the rule, and then acts.',
    fix: 'Write action: Restart, exitCodes.operator In or NotIn, and up to 255 values; 20 rules at most.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerRestartPolicy',
    since: 35,
    example: {
      bad: 'restartPolicy: Never\nrestartPolicyRules: [{ action: Retry, exitCodes: { operator: In, values: [42] } }]',
      good: 'restartPolicy: Never\nrestartPolicyRules: [{ action: Restart, exitCodes: { operator: In, values: [42] } }]',
    },
    visit: { container: validRules },
  },
]);

function validRules(
  { restartPolicy, restartPolicyRules: rules }: ContainerContext['container'],
  at: FieldPath,
  report: Report,
  { role, minor }: ContainerContext,
): void {
  if (!rules?.length || role === 'ephemeral' || (role === 'init' && restartPolicy === undefined)) return;
  const field = at.child('restartPolicyRules');
  if (role === 'sidecar' && minor < LATEST_FORM_SINCE) {
    report(forbidden(field, 'may not be set for a sidecar container'));
    return;
  }
  const actions = minor >= LATEST_FORM_SINCE ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  const excess = (list: FieldPath, actual: number, limit: number) =>
    report(minor >= LATEST_FORM_SINCE ? tooMany(list, actual, limit) : tooLong(list, limit));
  if (rules.length > MOST_RULES) excess(field, rules.length, MOST_RULES);
  rules.forEach(({ action = '', exitCodes }, index) => {
    const ruleAt = field.index(index);
    const codesAt = ruleAt.child('exitCodes');
    const { operator = '', values = [] } = exitCodes ?? {};
    if (!actions.includes(action))
      report(notSupported(ruleAt.child('action'), action, actions, didYouMean(action, actions)));
    if (exitCodes === undefined) report(required(codesAt));
    else if (!OPERATORS.includes(operator))
      report(notSupported(codesAt.child('operator'), operator, OPERATORS, didYouMean(operator, OPERATORS)));
    if (values.length > MOST_EXIT_CODES) excess(codesAt.child('values'), values.length, MOST_EXIT_CODES);
  });
}
