import { runtimeClassAdmissionRules } from '../../../../lib/validation/rules/server/runtime-class-admission';
import { validate } from '../../../../lib/validation/validate';
import { deployment, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

testRules(runtimeClassAdmissionRules, {
  'no-overhead-without-runtime-class': {
    valid: {
      'a class, which may have that overhead': pod({ runtimeClassName: 'gvisor', overhead: { cpu: '100m' } }),
      'a template': deployment({ template: podTemplate({ overhead: { cpu: '100m' } }) }),
      'a Pod that does not get that far': pod({ overhead: { cpu: '100m' }, hostname: 'Web_1' }),
    },
    invalid: {
      'no class': [pod({ overhead: { cpu: '100m' } }), 'spec.overhead: FieldValueForbidden'],
      'no class and an empty overhead': [pod({ overhead: {} }), 'spec.overhead: FieldValueForbidden'],
    },
  },
});

test('what validation finds hides what admission would find', () => {
  const found = validate([pod({ overhead: { cpu: '100m' }, hostname: 'Web_1' })]);
  expect(found.map(({ field }) => field)).toEqual(['spec.hostname']);
});
