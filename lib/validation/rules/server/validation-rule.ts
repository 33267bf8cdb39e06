import type { ValidationRule } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { isConvertible, type SchemaNode, visitSchemas } from './schema-node';
import { followSchemaPath } from './schema-path';

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];
const LINE_BREAK = /[\n\r]/;
const SOURCE =
  'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceDefinitionOpenAPISchema';

/** The rules in CEL of a custom resource, as far as they are not about the expression itself. */
export const validationRuleRules = defineRules([
  {
    id: 'require-validation-rule',
    summary: 'An item of x-kubernetes-validations has a rule.',
    why: 'The rule is the expression that must be true.',
    fix: 'Write a CEL expression, such as self.minReplicas <= self.maxReplicas.',
    source: SOURCE,
    example: {
      bad: schemaExample('x-kubernetes-validations: [{ message: no }]'),
      good: schemaExample("x-kubernetes-validations: [{ rule: 'true' }]"),
    },
    visit: {
      CustomResourceDefinition: visitRules(({ rule = '' }, at, report) => {
        if (rule.trim() === '') report(required(at.child('rule'), 'rule is not specified'));
      }),
    },
  },
  {
    id: 'valid-validation-message',
    summary: 'The message of a validation rule is one line; a rule of several lines has one.',
    why: 'Clients are shown the message, or the rule itself where there is none.',
    fix: 'Write the message on one line.',
    source: SOURCE,
    example: {
      bad: schemaExample('x-kubernetes-validations: [{ rule: "true ||\\n false" }]'),
      good: schemaExample('x-kubernetes-validations: [{ rule: "true ||\\n false", message: must be }]'),
    },
    visit: {
      CustomResourceDefinition: visitRules(({ rule = '', message = '', messageExpression = '' }, at, report) => {
        const field = at.child('message');
        const [trimmedRule, trimmed] = [rule.trim(), message.trim()];
        if (trimmedRule !== '') {
          if (message !== '' && trimmed === '') report(invalid(field, message, 'must be non-empty if specified'));
          else if (LINE_BREAK.test(trimmed)) report(invalid(field, message, 'must not contain line breaks'));
          else if (LINE_BREAK.test(trimmedRule) && trimmed === '')
            report(required(field, 'must be specified if rule contains line breaks'));
        }
        if (messageExpression !== '' && messageExpression.trim() === '')
          report(required(at.child('messageExpression'), 'must be non-empty if specified'));
      }),
    },
  },
  {
    id: 'valid-validation-reason',
    summary: `The reason of a validation rule is one of ${REASONS.join(', ')}.`,
    why: 'Clients are told the reason beside the message.',
    fix: 'Leave reason out for FieldValueInvalid.',
    source: SOURCE,
    example: {
      bad: schemaExample("x-kubernetes-validations: [{ rule: 'true', reason: Invalid }]"),
      good: schemaExample("x-kubernetes-validations: [{ rule: 'true', reason: FieldValueInvalid }]"),
    },
    visit: {
      CustomResourceDefinition: visitRules(({ reason }, at, report) => {
        if (reason !== undefined && !REASONS.includes(reason))
          report(notSupported(at.child('reason'), reason, REASONS, didYouMean(reason, REASONS)));
      }),
    },
  },
  {
    id: 'valid-validation-field-path',
    summary: 'The fieldPath of a validation rule leads to a field of the schema.',
    why: 'Clients are told that the value at this path is wrong.',
    fix: 'Write a path such as .spec.replicas.',
    source: SOURCE,
    example: {
      bad: schemaExample("x-kubernetes-validations: [{ rule: 'true', fieldPath: ' ' }]"),
      good: schemaExample(
        "properties: { a: { type: string } }, x-kubernetes-validations: [{ rule: 'true', fieldPath: .a }]",
      ),
    },
    visit: {
      CustomResourceDefinition: visitRules(({ fieldPath = '' }, at, report, node) => {
        const field = at.child('fieldPath');
        if (fieldPath === '') return;
        if (fieldPath.trim() === '') report(invalid(field, fieldPath, 'must be non-empty if specified'));
        else if (LINE_BREAK.test(fieldPath)) report(invalid(field, fieldPath, 'must not contain line breaks'));
        else if (isConvertible(node)) {
          const followed = followSchemaPath(fieldPath, node.schema);
          if ('fault' in followed) report(invalid(field, fieldPath, followed.fault));
        }
      }),
    },
  },
]);

function schemaExample(schema: string): string {
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { type: object, ${schema} } } }] }`;
}

type Check = (rule: ValidationRule, at: FieldPath, report: Report, node: SchemaNode) => void;

function visitRules(check: Check) {
  return visitSchemas((node, report) => {
    node.schema['x-kubernetes-validations']?.forEach((rule, index) => {
      check(rule, node.at.child('x-kubernetes-validations').index(index), report, node);
    });
  });
}
