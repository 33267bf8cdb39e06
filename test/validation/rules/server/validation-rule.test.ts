import { validationRuleRules } from '../../../../lib/validation/rules/server/validation-rule';
import { testRules } from '../test-rules';
import { schemaOf } from './custom-resource';

const checked = (rule: object) =>
  schemaOf({ properties: { a: { type: 'string' } }, 'x-kubernetes-validations': [{ rule: 'true', ...rule }] });
const RULE = 'spec.validation.openAPIV3Schema.x-kubernetes-validations[0]';

testRules(validationRuleRules, {
  'require-validation-rule': {
    valid: { 'a rule': checked({}) },
    invalid: { 'a blank one': [checked({ rule: ' ' }), `${RULE}.rule: FieldValueRequired`] },
  },
  'valid-validation-message': {
    valid: { 'a message': checked({ rule: 'true ||\nfalse', message: 'no' }) },
    invalid: {
      blank: [checked({ message: ' ' }), `${RULE}.message: FieldValueInvalid`],
      'two lines': [checked({ message: 'a\nb' }), `${RULE}.message: FieldValueInvalid`],
      'none for two lines': [checked({ rule: 'true ||\nfalse' }), `${RULE}.message: FieldValueRequired`],
      'a blank expression': [checked({ messageExpression: ' ' }), `${RULE}.messageExpression: FieldValueRequired`],
    },
  },
  'valid-validation-reason': {
    valid: { 'a reason': checked({ reason: 'FieldValueForbidden' }) },
    invalid: { 'another word': [checked({ reason: 'Forbidden' }), `${RULE}.reason: FieldValueNotSupported`] },
  },
  'valid-validation-field-path': {
    valid: { 'a field': checked({ fieldPath: '.a' }) },
    invalid: {
      blank: [checked({ fieldPath: ' ' }), `${RULE}.fieldPath: FieldValueInvalid`],
      'two lines': [checked({ fieldPath: '.a\n' }), `${RULE}.fieldPath: FieldValueInvalid`],
      'no dot': [checked({ fieldPath: 'a' }), `${RULE}.fieldPath: FieldValueInvalid`],
      'no such field': [checked({ fieldPath: '.b' }), `${RULE}.fieldPath: FieldValueInvalid`],
    },
  },
});
