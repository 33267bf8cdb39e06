import { matchConditionRules } from '../../../../lib/validation/rules/server/match-condition';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const conditions = (...matchConditions: object[]) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', { webhooks: [{ matchConditions }] });
const ofPolicy = (...matchConditions: object[]) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', { spec: { matchConditions } });
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `a${index}`, expression: 'true' }));
const FIRST = 'webhooks[0].matchConditions[0]';

testRules(matchConditionRules, {
  'valid-match-condition-name': {
    valid: { 'a qualified name': conditions({ name: 'example.com/a', expression: 'true' }) },
    invalid: {
      none: [conditions({ expression: 'true' }), `${FIRST}.name: FieldValueRequired`],
      'a space': [ofPolicy({ name: 'a b', expression: 'true' }), 'spec.matchConditions[0].name: FieldValueInvalid'],
    },
  },
  'require-match-condition-expression': {
    valid: { 'an expression': conditions({ name: 'a', expression: 'true' }) },
    invalid: {
      none: [conditions({ name: 'a' }), `${FIRST}.expression: FieldValueRequired`],
      'a space': [conditions({ name: 'a', expression: ' ' }), `${FIRST}.expression: FieldValueRequired`],
    },
  },
  'unique-match-condition': {
    valid: { 'sixty-four': conditions(...numbered(64)) },
    invalid: {
      'sixty-five': [conditions(...numbered(65)), 'webhooks[0].matchConditions: FieldValueTooMany'],
      'the same name': [ofPolicy(...numbered(1), ...numbered(1)), 'spec.matchConditions[1].name: FieldValueDuplicate'],
    },
  },
});
