import { admissionPolicyBindingRules } from '../../../../lib/validation/rules/server/admission-policy-binding';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const binding = (spec: object) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', {
    spec: { policyName: 'check', validationActions: ['Deny'], ...spec },
  });
const referring = (paramRef: object) => binding({ paramRef });
const acting = (...validationActions: string[]) => binding({ validationActions });

testRules(admissionPolicyBindingRules, {
  'require-policy-name': {
    valid: { 'a name': binding({}) },
    invalid: {
      none: [binding({ policyName: '' }), 'spec.policyName: FieldValueRequired'],
      'of a mutating policy': [
        object('admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicyBinding', { spec: { policyName: 'A' } }),
        'spec.policyName: FieldValueInvalid',
      ],
    },
  },
  'valid-param-ref': {
    valid: { 'a name': referring({ name: 'a' }), 'a selector': referring({ selector: {} }) },
    invalid: {
      neither: [referring({}), 'spec.paramRef: FieldValueRequired'],
      both: [
        referring({ name: 'a', selector: {} }),
        'spec.paramRef.name: FieldValueForbidden',
        'spec.paramRef.selector: FieldValueForbidden',
      ],
      'another action': [
        referring({ name: 'a', parameterNotFoundAction: 'Warn' }),
        'spec.paramRef.parameterNotFoundAction: FieldValueNotSupported',
      ],
    },
  },
  'valid-validation-actions': {
    valid: { two: acting('Deny', 'Audit') },
    invalid: {
      none: [acting(), 'spec.validationActions: FieldValueRequired'],
      'Deny and Warn': [acting('Deny', 'Warn'), 'spec.validationActions: FieldValueInvalid'],
      'the same twice': [acting('Deny', 'Deny'), 'spec.validationActions[1]: FieldValueDuplicate'],
      'lower case': [acting('deny'), 'spec.validationActions[0]: FieldValueNotSupported'],
    },
  },
});
