import { celExpressionRules } from '../../../../lib/validation/rules/server/cel-expression';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const matched = (expression: string) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
    webhooks: [{ matchConditions: [{ name: 'a', expression }] }],
  });
const matchedByPolicy = (expression: string, spec: object = {}) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', {
    spec: { matchConditions: [{ name: 'a', expression }], ...spec },
  });
const CONDITION = 'webhooks[0].matchConditions[0].expression';

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
});
