import { celExpressionRules } from '../../../../lib/validation/rules/server/cel-expression';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const matched = (expression: string) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
    webhooks: [{ matchConditions: [{ name: 'a', expression }] }],
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
    },
    invalid: {
      'an open bracket': [matched('request.('), `${CONDITION}: FieldValueInvalid`],
      'a name that nobody knows': [matched('pod.name == "x"'), `${CONDITION}: FieldValueInvalid`],
      'a variable outside of its macro': [
        matched('object.a.all(c, c == 1) && c == 1'),
        `${CONDITION}: FieldValueInvalid`,
      ],
    },
  },
});
