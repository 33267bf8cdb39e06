import { admissionPolicyRules } from '../../../../lib/validation/rules/server/admission-policy';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const matchConstraints = {
  resourceRules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
};
const policy = (spec: object) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', {
    spec: { matchConstraints, validations: [{ expression: 'true' }], ...spec },
  });
const validated = (validation: object) => policy({ validations: [{ expression: 'true', ...validation }] });
const annotated = (...auditAnnotations: object[]) => policy({ auditAnnotations });
const params = (apiVersion: string, kind: string) => policy({ paramKind: { apiVersion, kind } });

testRules(admissionPolicyRules, {
  'valid-param-kind': {
    valid: { none: policy({}), 'a core kind': params('v1', 'ConfigMap'), 'a group': params('example.com/v1', 'A') },
    invalid: {
      nothing: [
        policy({ paramKind: {} }),
        'spec.paramKind.apiVersion: FieldValueRequired',
        'spec.paramKind.kind: FieldValueRequired',
      ],
      'two slashes': [params('a/b/c', 'A'), 'spec.paramKind.apiVersion: FieldValueInvalid'],
      'a digit first': [
        params('1', '1A'),
        'spec.paramKind.apiVersion: FieldValueInvalid',
        'spec.paramKind.kind: FieldValueInvalid',
      ],
    },
  },
  'require-match-constraints': {
    valid: { 'a rule': policy({}) },
    invalid: {
      none: [policy({ matchConstraints: undefined }), 'spec.matchConstraints: FieldValueRequired'],
      'no rules': [policy({ matchConstraints: {} }), 'spec.matchConstraints.resourceRules: FieldValueRequired'],
    },
  },
  'require-admission-validation': {
    valid: {
      'an annotation alone': policy({ validations: [], auditAnnotations: [{ key: 'a', valueExpression: '"b"' }] }),
    },
    invalid: {
      neither: [
        policy({ validations: [] }),
        'spec.validations: FieldValueRequired',
        'spec.auditAnnotations: FieldValueRequired',
      ],
    },
  },
  'valid-admission-validation': {
    valid: { 'a message and a reason': validated({ message: 'no', reason: 'Forbidden' }) },
    invalid: {
      'no expression': [validated({ expression: ' ' }), 'spec.validations[0].expression: FieldValueRequired'],
      'two lines': [validated({ message: 'a\nb' }), 'spec.validations[0].message: FieldValueInvalid'],
      blanks: [
        validated({ message: ' ', messageExpression: ' ' }),
        'spec.validations[0].message: FieldValueInvalid',
        'spec.validations[0].messageExpression: FieldValueInvalid',
      ],
      'another reason': [validated({ reason: 'NotFound' }), 'spec.validations[0].reason: FieldValueNotSupported'],
    },
  },
  'valid-admission-variable': {
    valid: { 'an identifier': policy({ variables: [{ name: 'a_1', expression: '1' }] }) },
    invalid: {
      nothing: [
        policy({ variables: [{}] }),
        'spec.variables[0].name: FieldValueRequired',
        'spec.variables[0].expression: FieldValueRequired',
      ],
      'a dash': [
        policy({ variables: [{ name: 'a-b', expression: '1' }] }),
        'spec.variables[0].name: FieldValueInvalid',
      ],
      'a reserved word': [
        policy({ variables: [{ name: 'namespace', expression: '1' }] }),
        'spec.variables[0].name: FieldValueInvalid',
      ],
    },
  },
  'valid-audit-annotation': {
    valid: { 'a key': annotated({ key: 'a', valueExpression: '"b"' }) },
    invalid: {
      'no expression': [annotated({ key: 'a' }), 'spec.auditAnnotations[0].valueExpression: FieldValueRequired'],
      'a key with a space': [
        annotated({ key: 'a b', valueExpression: '"b"' }),
        'spec.auditAnnotations[0].key: FieldValueInvalid',
      ],
      'the same key': [
        annotated({ key: 'a', valueExpression: '"b"' }, { key: 'a', valueExpression: '"b"' }),
        'spec.auditAnnotations[1].key: FieldValueDuplicate',
      ],
      'twenty-one': [
        annotated(...Array.from({ length: 21 }, (_, index) => ({ key: `a${index}`, valueExpression: '"b"' }))),
        'spec.auditAnnotations: FieldValueInvalid',
      ],
    },
  },
});
