import { admissionExpressionRules } from '../../../../lib/validation/rules/server/admission-expression';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const policy = (spec: object, kind = 'ValidatingAdmissionPolicy') =>
  object('admissionregistration.k8s.io/v1', kind, { spec });
const validating = (expression: string, rest: object = {}) => policy({ validations: [{ expression }], ...rest });
const paramKind = { apiVersion: 'v1', kind: 'ConfigMap' };
const variables = [
  { name: 'containers', expression: 'object.spec.containers' },
  { name: 'images', expression: 'variables.containers.map(c, c.image)' },
];
const EXPRESSION = 'spec.validations[0].expression: FieldValueInvalid';

testRules(admissionExpressionRules, {
  'valid-policy-expression': {
    valid: {
      'what every policy has': validating(
        "request.operation == 'CREATE' || object.metadata.name != oldObject.metadata.name",
      ),
      parameters: validating('params.data.most == string(1)', { paramKind }),
      'an authorizer': validating("authorizer.group('apps').resource('deployments').check('list').allowed()"),
      variables: validating("variables.images.all(i, i.startsWith('a'))", { variables }),
      'a macro': validating('cel.bind(x, object, has(x.spec))'),
      'none, which another rule tells': validating(' '),
      'mutations of variables': policy(
        {
          variables,
          mutations: [
            {
              patchType: 'JSONPatch',
              jsonPatch: { expression: "[JSONPatch{op: 'add', path: '/a', value: variables.images}]" },
            },
            { patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{spec: Object.spec{a: 1}}' } },
          ],
        },
        'MutatingAdmissionPolicy',
      ),
      'a function in the minor after the one that brought it': {
        manifest: validating('isIP(object.spec.clusterIP)'),
        kubeVersion: '1.31',
      },
      'an audit annotation': policy({ auditAnnotations: [{ key: 'a', valueExpression: 'object.metadata.name' }] }),
    },
    invalid: {
      'no expression at all': [validating('object.spec ||'), EXPRESSION],
      'a function before': [{ manifest: validating('isIP(object.spec.clusterIP)'), kubeVersion: '1.30' }, EXPRESSION],
      'mutations that are none': [
        policy(
          {
            mutations: [
              { patchType: 'JSONPatch', jsonPatch: { expression: '[JSONPatch{op: "test"' } },
              { patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{spec: spec}' } },
            ],
          },
          'MutatingAdmissionPolicy',
        ),
        'spec.mutations[0].jsonPatch.expression: FieldValueInvalid',
        'spec.mutations[1].applyConfiguration.expression: FieldValueInvalid',
      ],
      'an unknown name': [validating('self.spec'), EXPRESSION],
      'parameters of no kind': [validating('params.data.most'), EXPRESSION],
      'a variable that there is not': [validating('variables.image', { variables }), EXPRESSION],
      'a variable after its use': [
        policy({ validations: [{ expression: 'true' }], variables: [variables[1], variables[0]] }),
        'spec.variables[0].expression: FieldValueInvalid',
      ],
      'a variable of a policy that changes': [
        policy({ variables: [{ name: 'a', expression: 'self' }] }, 'MutatingAdmissionPolicy'),
        'spec.variables[0].expression: FieldValueInvalid',
      ],
      'an authorizer in a message': [
        policy({ validations: [{ expression: 'true', messageExpression: 'string(authorizer)' }] }),
        'spec.validations[0].messageExpression: FieldValueInvalid',
      ],
      'an audit annotation': [
        policy({ auditAnnotations: [{ key: 'a', valueExpression: 'self' }] }),
        'spec.auditAnnotations[0].valueExpression: FieldValueInvalid',
      ],
    },
  },
});
