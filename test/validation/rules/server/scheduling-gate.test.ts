import { schedulingGateRules } from '../../../../lib/validation/rules/server/scheduling-gate';
import { deployment, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const gated = (...names: string[]) => ({ schedulingGates: names.map((name) => ({ name })) });

testRules(schedulingGateRules, {
  'valid-scheduling-gate': {
    valid: { 'with and without a prefix': pod(gated('example.com/quota', 'budget')) },
    invalid: {
      'a space': [pod(gated('my gate')), 'spec.schedulingGates[0]: FieldValueInvalid'],
      'empty, which breaks two rules of names': [
        pod(gated('')),
        'spec.schedulingGates[0]: FieldValueInvalid',
        'spec.schedulingGates[0]: FieldValueInvalid',
      ],
    },
  },
  'unique-scheduling-gate': {
    valid: { two: pod(gated('a', 'b')) },
    invalid: { 'one twice': [pod(gated('a', 'b', 'a')), 'spec.schedulingGates[2]: FieldValueDuplicate'] },
  },
  'no-node-name-with-scheduling-gate': {
    valid: {
      'a node alone': pod({ nodeName: 'node-1', schedulingGates: [] }),
      'a template': deployment({ template: podTemplate({ nodeName: 'node-1', ...gated('a') }) }),
    },
    invalid: { both: [pod({ nodeName: 'node-1', ...gated('a') }), 'spec.nodeName: FieldValueForbidden'] },
  },
  'valid-readiness-gate': {
    valid: { 'one twice': pod({ readinessGates: [{ conditionType: 'a.io/b' }, { conditionType: 'a.io/b' }] }) },
    invalid: {
      'a space': [
        pod({ readinessGates: [{ conditionType: 'is ready' }] }),
        'spec.readinessGates[0].conditionType: FieldValueInvalid',
      ],
    },
  },
});
