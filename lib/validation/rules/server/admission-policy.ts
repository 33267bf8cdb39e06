import { byteLength, cIdentifier, dns1035Label, dnsSubdomain, qualifiedName } from '../../../kubernetes/formats';
import { duplicate, invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const MOST_ANNOTATIONS = 20;
const LONGEST_VALUE_EXPRESSION = 5 * 1024;
/** The words that no name in an expression may be. */
const RESERVED = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(
    ' ',
  ),
);
const REASONS = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];
const SOURCE = 'kubernetes pkg/apis/admissionregistration/validation/validation.go';
const HEAD =
  'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: check }\n';
const MATCH =
  "matchConstraints: { resourceRules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }] }";
const GOOD = `${HEAD}spec: { ${MATCH}, validations: [{ expression: 'true' }] }`;

/** A policy that admits requests by expressions. */
export const admissionPolicyRules = defineRules([
  {
    id: 'valid-param-kind',
    summary: 'paramKind names an apiVersion and a kind.',
    why: 'The parameters of the policy are objects of that kind.',
    fix: 'Write apiVersion and kind as they stand in such an object.',
    source: `${SOURCE} validateParamKind`,
    example: {
      bad: `${HEAD}spec: { paramKind: { kind: ConfigMap }, ${MATCH}, validations: [{ expression: 'true' }] }`,
      good: `${HEAD}spec: { paramKind: { apiVersion: v1, kind: ConfigMap }, ${MATCH}, validations: [{ expression: 'true' }] }`,
    },
    visit: {
      admissionPolicySpec({ paramKind }, at, report) {
        if (paramKind === undefined) return;
        const { apiVersion, kind } = paramKind;
        const field = at.down('paramKind', 'apiVersion');
        if (!apiVersion) report(required(field));
        else for (const reason of groupVersionFaults(apiVersion)) report(invalid(field, apiVersion, reason));
        if (!kind) report(required(at.down('paramKind', 'kind')));
        else
          for (const reason of dns1035Label(kind.toLowerCase()))
            report(invalid(at.down('paramKind', 'kind'), kind, reason));
      },
    },
  },
  {
    id: 'require-match-constraints',
    summary: 'An admission policy says in matchConstraints.resourceRules which resources it is about.',
    why: 'The types of these resources are what its expressions are checked with.',
    fix: 'Add a resource rule.',
    source: `${SOURCE} validateValidatingAdmissionPolicySpec`,
    example: { bad: `${HEAD}spec: { validations: [{ expression: 'true' }] }`, good: GOOD },
    visit: {
      admissionPolicySpec({ matchConstraints }, at, report) {
        const field = at.child('matchConstraints');
        if (matchConstraints === undefined) report(required(field));
        else if (!matchConstraints.resourceRules?.length) report(required(field.child('resourceRules')));
      },
    },
  },
  {
    id: 'require-admission-validation',
    summary: 'A ValidatingAdmissionPolicy has validations or auditAnnotations.',
    why: 'It has no effect without.',
    fix: 'Add a validation with an expression.',
    source: `${SOURCE} validateValidatingAdmissionPolicySpec`,
    example: { bad: `${HEAD}spec: { ${MATCH} }`, good: GOOD },
    visit: {
      ValidatingAdmissionPolicy({ spec = {} }, at, report) {
        if (spec.validations?.length || spec.auditAnnotations?.length) return;
        const detail = 'validations or auditAnnotations must contain at least one item';
        report(required(at.down('spec', 'validations'), detail));
        report(required(at.down('spec', 'auditAnnotations'), detail));
      },
    },
  },
  {
    id: 'valid-admission-validation',
    summary: 'A validation has an expression, a message of one line and one of three reasons.',
    why: 'The expression decides; message and reason are what the client is told.',
    fix: 'Write the expression; leave message out, or write it on one line.',
    source: `${SOURCE} validateValidation`,
    example: {
      bad: `${HEAD}spec: { ${MATCH}, validations: [{ expression: 'true', reason: Wrong }] }`,
      good: GOOD,
    },
    visit: {
      ValidatingAdmissionPolicy({ spec }, at, report) {
        spec?.validations?.forEach(({ expression = '', message = '', messageExpression = '', reason }, index) => {
          const field = at.down('spec', 'validations').index(index);
          if (expression.trim() === '') report(required(field.child('expression'), 'expression is not specified'));
          if (messageExpression !== '' && messageExpression.trim() === '')
            report(invalid(field.child('messageExpression'), messageExpression, 'must be non-empty if specified'));
          if (message !== '' && message.trim() === '')
            report(invalid(field.child('message'), message, 'must be non-empty if specified'));
          else if (/[\n\r]/.test(message.trim()))
            report(invalid(field.child('message'), message, 'must not contain line breaks'));
          if (reason !== undefined && !REASONS.includes(reason))
            report(notSupported(field.child('reason'), reason, REASONS, didYouMean(reason, REASONS)));
        });
      },
    },
  },
  {
    id: 'valid-admission-variable',
    summary: 'A variable of an admission policy has an identifier as its name, and an expression.',
    why: 'Expressions refer to it as variables.name.',
    fix: 'Write a name of letters, digits and _, and an expression.',
    source: `${SOURCE} validateVariable`,
    example: {
      bad: `${HEAD}spec: { ${MATCH}, variables: [{ name: a-b, expression: '1' }], validations: [{ expression: 'true' }] }`,
      good: `${HEAD}spec: { ${MATCH}, variables: [{ name: a, expression: '1' }], validations: [{ expression: 'true' }] }`,
    },
    visit: {
      admissionPolicySpec({ variables }, at, report) {
        variables?.forEach(({ name = '', expression = '' }, index) => {
          const field = at.child('variables').index(index);
          if (name.trim() === '') report(required(field.child('name'), 'name is not specified'));
          else if (RESERVED.has(name)) report(invalid(field.child('name'), name, 'is a reserved word'));
          else for (const reason of cIdentifier(name)) report(invalid(field.child('name'), name, reason));
          if (expression.trim() === '') report(required(field.child('expression'), 'expression is not specified'));
        });
      },
    },
  },
  {
    id: 'valid-audit-annotation',
    summary: `An admission policy has at most ${MOST_ANNOTATIONS} auditAnnotations, each with a key of its own and a valueExpression.`,
    why: 'They become annotations of the audit event: the name of the policy, a slash and the key.',
    fix: 'Write a key of letters, digits, -, _ and ., and a valueExpression.',
    source: `${SOURCE} validateAuditAnnotation`,
    example: {
      bad: `${HEAD}spec: { ${MATCH}, auditAnnotations: [{ key: a b, valueExpression: '"x"' }] }`,
      good: `${HEAD}spec: { ${MATCH}, auditAnnotations: [{ key: a, valueExpression: '"x"' }] }`,
    },
    visit: {
      ValidatingAdmissionPolicy({ metadata, spec }, at, report) {
        const annotations = spec?.auditAnnotations;
        if (annotations === undefined) return;
        const list = at.down('spec', 'auditAnnotations');
        if (annotations.length > MOST_ANNOTATIONS)
          report(invalid(list, annotations, `must not have more than ${MOST_ANNOTATIONS} auditAnnotations`));
        annotations.forEach(({ key = '', valueExpression = '' }, index) => {
          const field = list.index(index);
          for (const reason of qualifiedName(metadata?.name ? `${metadata.name}/${key}` : key))
            report(invalid(field.child('key'), key, reason));
          const length = byteLength(valueExpression.trim());
          if (length === 0 || length > LONGEST_VALUE_EXPRESSION)
            report(required(field.child('valueExpression'), `must have 1 to ${LONGEST_VALUE_EXPRESSION} bytes`));
          if (annotations.findIndex((other) => (other.key ?? '') === key) < index)
            report(duplicate(field.child('key'), key));
        });
      },
    },
  },
]);

/** The reasons why a text is not the API version of a kind. Follows validateParamKind. */
function groupVersionFaults(apiVersion: string): string[] {
  const parts = apiVersion.split('/');
  if (parts.length > 2) return ['must be a version, or a group, a slash and a version'];
  const version = parts[parts.length - 1] ?? '';
  const group = parts.length === 2 ? (parts[0] ?? '') : '';
  const reasons = group === '' ? [] : dnsSubdomain(group);
  return [...reasons, ...(version === '' ? ['version must be specified'] : dns1035Label(version))];
}
