import { celExpressionRules } from '../../../../lib/validation/rules/server/cel-expression';
import { object } from '../../manifests';
import { testRules } from '../test-rules';
import { schemaOf } from './custom-resource';

const matched = (expression: string) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
    webhooks: [{ matchConditions: [{ name: 'a', expression }] }],
  });
/** A policy whose parts may use `params` and, in their order, `variables.a` and `variables.b`. */
const policy = (spec: object) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', {
    spec: {
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      matchConstraints: {
        resourceRules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
      },
      variables: [
        { name: 'a', expression: "object.metadata.name + namespaceObject.metadata.name + params.data['a']" },
        { name: 'b', expression: "variables.a + 'b'" },
      ],
      validations: [{ expression: 'true' }],
      ...spec,
    },
  });
const VARIABLE = 'spec.variables[1].expression';
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
      'what a policy declares': policy({
        matchConditions: [{ name: 'a', expression: "params.data['a'] == object.metadata.name" }],
        validations: [
          { expression: "variables.b != params.data['x']", messageExpression: "'not ' + variables.a" },
          { expression: "authorizer.group('').resource('pods').check('get').allowed()" },
        ],
        auditAnnotations: [{ key: 'a', valueExpression: 'variables.a' }],
      }),
    },
    invalid: {
      'a function before': [
        { manifest: matched('isIP(object.spec.clusterIP)'), kubeVersion: '1.30' },
        `${CONDITION}: FieldValueInvalid`,
      ],
      'parameters of a webhook': [matched('params.a == 1'), `${CONDITION}: FieldValueInvalid`],
      'parameters that are not declared': [
        policy({ paramKind: undefined, variables: [], validations: [{ expression: 'params.a == 1' }] }),
        'spec.validations[0].expression: FieldValueInvalid',
      ],
      'a validation without end': [
        policy({ validations: [{ expression: 'object.' }] }),
        'spec.validations[0].expression: FieldValueInvalid',
      ],
      'a message about who asks': [
        policy({ validations: [{ expression: 'true', messageExpression: 'string(authorizer)' }] }),
        'spec.validations[0].messageExpression: FieldValueInvalid',
      ],
      'an annotation of self': [
        policy({ auditAnnotations: [{ key: 'a', valueExpression: 'self.a' }] }),
        'spec.auditAnnotations[0].valueExpression: FieldValueInvalid',
      ],
      'a variable that is declared later': [
        policy({
          variables: [
            { name: 'a', expression: '1' },
            { name: 'b', expression: 'variables.c' },
            { name: 'c', expression: '1' },
          ],
        }),
        `${VARIABLE}: FieldValueInvalid`,
      ],
      'variables in a match condition': [
        policy({ matchConditions: [{ name: 'a', expression: 'variables.a' }] }),
        'spec.matchConditions[0].expression: FieldValueInvalid',
      ],
      'a patch that is none': [
        object('admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicy', {
          spec: {
            matchConstraints: {
              resourceRules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
            },
            reinvocationPolicy: 'Never',
            mutations: [
              { patchType: 'JSONPatch', jsonPatch: { expression: '[JSONPatch{op: "test"' } },
              { patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{spec: spec}' } },
            ],
          },
        }),
        'spec.mutations[0].jsonPatch.expression: FieldValueInvalid',
        'spec.mutations[1].applyConfiguration.expression: FieldValueInvalid',
      ],
      'an open bracket': [matched('request.('), `${CONDITION}: FieldValueInvalid`],
      'a name that nobody knows': [matched('pod.name == "x"'), `${CONDITION}: FieldValueInvalid`],
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
