import { celExpressionRules } from '../../../../lib/validation/rules/server/cel-expression';
import { object } from '../../manifests';
import { testRules } from '../test-rules';
import { schemaOf } from './custom-resource';

const matched = (expression: string) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
    webhooks: [{ matchConditions: [{ name: 'a', expression }] }],
  });
const matchedByPolicy = (expression: string, spec: object = {}) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', {
    spec: { matchConditions: [{ name: 'a', expression }], ...spec },
  });
const properties = {
  a: { type: 'integer' },
  b: { type: 'object', properties: { c: { type: 'string' } } },
  d: { type: 'object', additionalProperties: { type: 'string' } },
  e: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, properties: { f: { type: 'string' } } },
  i: { 'x-kubernetes-preserve-unknown-fields': true },
  j: { type: 'array', items: { 'x-kubernetes-preserve-unknown-fields': true } },
  k: { 'x-kubernetes-int-or-string': true },
  l: { type: 'object', 'x-kubernetes-embedded-resource': true, properties: { spec: { type: 'object' } } },
  m: { type: 'object', additionalProperties: { type: 'object', properties: { n: { type: 'string' } } } },
  namespace: { type: 'string' },
  'f-g': { type: 'string' },
};
const ruled = (rule: string) => schemaOf({ properties, 'x-kubernetes-validations': [{ rule }] });
const CONDITION = 'webhooks[0].matchConditions[0].expression';
const RULE = 'spec.validation.openAPIV3Schema.x-kubernetes-validations[0].rule';

testRules(celExpressionRules, {
  'valid-admission-expression': {
    valid: {
      'a group that is left out': matched("!(request.resource.group in ['coordination.k8s.io'])"),
      'the types of values': matched(
        "type(object.metadata.name) == string && !('system:nodes' in request.userInfo.groups)",
      ),
      'a variable of a macro': matched('object.spec.containers.all(c, c.image != "")'),
      'a function in the minor after the one that brought it': {
        manifest: matched('isIP(object.spec.clusterIP)'),
        kubeVersion: '1.31',
      },
      'parameters of a policy': matchedByPolicy('params.data.a == "x"', {
        paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      }),
    },
    invalid: {
      'a function before': [
        { manifest: matched('isIP(object.spec.clusterIP)'), kubeVersion: '1.30' },
        `${CONDITION}: FieldValueInvalid`,
      ],
      'an open bracket': [matched('request.('), `${CONDITION}: FieldValueInvalid`],
      'a name that nobody knows': [matched('pod.name == "x"'), `${CONDITION}: FieldValueInvalid`],
      'parameters of a webhook': [matched('params.data.a == "x"'), `${CONDITION}: FieldValueInvalid`],
      'parameters of no kind': [
        matchedByPolicy('params.data.a == "x"'),
        'spec.matchConditions[0].expression: FieldValueInvalid',
      ],
      'variables of a policy, which come after': [
        matchedByPolicy('variables.a', { variables: [{ name: 'a', expression: 'true' }] }),
        'spec.matchConditions[0].expression: FieldValueInvalid',
      ],
      'a variable outside of its macro': [
        matched('object.a.all(c, c == 1) && c == 1'),
        `${CONDITION}: FieldValueInvalid`,
      ],
    },
  },
  'valid-validation-expression': {
    valid: {
      fields: ruled('self.a > 0 && has(self.b.c)'),
      'entries of a map': ruled("has(self.d.x) || self.d['y'] == 'z'"),
      'names that are escaped': ruled('self.__namespace__ == self.f__dash__g'),
      'a declared field beside those that are kept': ruled("self.e.f == 'a'"),
      'a number or a text': ruled('self.k == 1'),
      'fields of the entries of a map': ruled("self.m.x.n == 'a'"),
      'an object inside': ruled("self.l.metadata.name == '' && self.l.kind == 'Pod' && has(self.l.spec)"),
      'what every object has': ruled("self.metadata.name == 'a' && self.kind != ''"),
      'a function in the minor after the one that brought it': {
        manifest: ruled('isQuantity(self.b.c)'),
        kubeVersion: '1.29',
      },
      'any text of a schema without structure': schemaOf({
        properties: { a: {} },
        'x-kubernetes-validations': [{ rule: 'self.' }],
      }),
    },
    invalid: {
      'a function before': [
        { manifest: ruled('isQuantity(self.b.c)'), kubeVersion: '1.28' },
        `${RULE}: FieldValueInvalid`,
      ],
      'an optional field before there were any': [
        { manifest: ruled('self.?a.orValue(1) > 0'), kubeVersion: '1.28' },
        `${RULE}: FieldValueInvalid`,
      ],
      'no end': [ruled('self.a >'), `${RULE}: FieldValueInvalid`],
      'a message of an unknown field': [
        schemaOf({
          properties,
          'x-kubernetes-validations': [{ rule: 'self.a > 0', messageExpression: "'not ' + string(self.x)" }],
        }),
        `${RULE.replace(/rule$/, 'messageExpression')}: FieldValueInvalid`,
      ],
      'no such field': [ruled('self.x > 0'), `${RULE}: FieldValueInvalid`],
      'no such field further down': [ruled("self.a > 0 && self.b.x == ''"), `${RULE}: FieldValueInvalid`],
      'a field that is merely kept': [ruled("self.e.x == 'a'"), `${RULE}: FieldValueInvalid`],
      'a field of any type': [ruled('has(self.i)'), `${RULE}: FieldValueInvalid`],
      'a list of any type': [ruled('self.j.size() > 0'), `${RULE}: FieldValueInvalid`],
      'labels, of which expressions know nothing': [
        ruled('has(self.metadata.labels) && self.a > 0'),
        `${RULE}: FieldValueInvalid`,
      ],
      'no such field of the entries of a map': [ruled("self.m.x.o == 'a'"), `${RULE}: FieldValueInvalid`],
      'a word of the language': [ruled("self.namespace == ''"), `${RULE}: FieldValueInvalid`],
      'a variable of admission': [ruled('object.a > 0'), `${RULE}: FieldValueInvalid`],
    },
  },
});
