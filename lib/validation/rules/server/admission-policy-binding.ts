import { dnsSubdomain, pathSegmentName } from '../../../kubernetes/formats';
import type {
  MutatingAdmissionPolicyBinding,
  ValidatingAdmissionPolicyBinding,
} from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

type Binding = ValidatingAdmissionPolicyBinding | MutatingAdmissionPolicyBinding;

const ACTIONS = ['Audit', 'Deny', 'Warn'];
const NOT_FOUND_ACTIONS = ['Allow', 'Deny'];
const SOURCE = 'kubernetes pkg/apis/admissionregistration/validation/validation.go';
const HEAD =
  'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicyBinding\nmetadata: { name: check }\n';

/** What puts an admission policy into force. */
export const admissionPolicyBindingRules = defineRules([
  {
    id: 'require-policy-name',
    summary: 'The binding of an admission policy names the policy.',
    why: 'The policy of that name is put into force.',
    fix: 'Write the name of the policy.',
    source: `${SOURCE} validateValidatingAdmissionPolicyBindingSpec`,
    example: {
      bad: `${HEAD}spec: { validationActions: [Deny] }`,
      good: `${HEAD}spec: { policyName: check, validationActions: [Deny] }`,
    },
    visit: { ValidatingAdmissionPolicyBinding: checkPolicyName, MutatingAdmissionPolicyBinding: checkPolicyName },
  },
  {
    id: 'valid-param-ref',
    summary: 'paramRef finds parameters by name or by selector, not by both.',
    why: 'The one names a single object, the other selects several.',
    fix: 'Write name or selector.',
    source: `${SOURCE} validateParamRef`,
    example: {
      bad: `${HEAD}spec: { policyName: check, validationActions: [Deny], paramRef: {} }`,
      good: `${HEAD}spec: { policyName: check, validationActions: [Deny], paramRef: { name: settings } }`,
    },
    visit: { ValidatingAdmissionPolicyBinding: checkParamRef, MutatingAdmissionPolicyBinding: checkParamRef },
  },
  {
    id: 'valid-validation-actions',
    summary: 'validationActions lists Deny, Warn and Audit, each once, and not both Deny and Warn.',
    why: 'A client that is refused needs no warning about the same.',
    fix: 'Write validationActions: [Deny], or [Warn, Audit].',
    source: `${SOURCE} validateValidationActions`,
    example: {
      bad: `${HEAD}spec: { policyName: check, validationActions: [Deny, Warn] }`,
      good: `${HEAD}spec: { policyName: check, validationActions: [Deny, Audit] }`,
    },
    visit: {
      ValidatingAdmissionPolicyBinding({ spec }, at, report) {
        const actions = spec?.validationActions ?? [];
        const field = at.down('spec', 'validationActions');
        if (actions.length === 0) report(required(field, 'at least one validation action is required'));
        actions.forEach((action, index) => {
          if (!ACTIONS.includes(action))
            report(notSupported(field.index(index), action, ACTIONS, didYouMean(action, ACTIONS)));
          if (actions.indexOf(action) < index) report(duplicate(field.index(index), action));
        });
        if (actions.includes('Deny') && actions.includes('Warn'))
          report(invalid(field, actions, 'must not contain both Deny and Warn'));
      },
    },
  },
]);

function checkPolicyName({ spec }: Binding, at: FieldPath, report: Report): void {
  const name = spec?.policyName;
  const field = at.down('spec', 'policyName');
  if (!name) report(required(field));
  else for (const reason of dnsSubdomain(name)) report(invalid(field, name, reason));
}

function checkParamRef({ spec }: Binding, at: FieldPath, report: Report): void {
  if (spec?.paramRef === undefined) return;
  const { name, selector, parameterNotFoundAction: action } = spec.paramRef;
  const field = at.down('spec', 'paramRef');
  if (name) {
    for (const reason of pathSegmentName(name)) report(invalid(field.child('name'), name, reason));
    if (selector !== undefined) {
      report(forbidden(field.child('name'), 'name and selector are mutually exclusive'));
      report(forbidden(field.child('selector'), 'name and selector are mutually exclusive'));
    }
  } else if (selector === undefined) {
    report(required(field, 'one of name or selector must be specified'));
  }
  if (!action) report(required(field.child('parameterNotFoundAction')));
  else if (!NOT_FOUND_ACTIONS.includes(action))
    report(
      notSupported(
        field.child('parameterNotFoundAction'),
        action,
        NOT_FOUND_ACTIONS,
        didYouMean(action, NOT_FOUND_ACTIONS),
      ),
    );
}
