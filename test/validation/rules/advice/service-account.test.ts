import { serviceAccountAdvice } from '../../../../lib/validation/rules/advice/service-account';
import { validate } from '../../../../lib/validation/validate';
import { deployment, pod, podTemplate } from '../../manifests';
import { testAdvice } from '../test-advice';

testAdvice(serviceAccountAdvice, {
  'no-default-service-account-token': {
    valid: {
      'no token': pod({ automountServiceAccountToken: false }),
      'an account of its own': pod({ serviceAccountName: 'builder' }),
      'an account of its own under the old name': pod({ serviceAccount: 'builder' }),
    },
    invalid: {
      unsaid: [pod(), 'spec.automountServiceAccountToken: a token of the ServiceAccount default'],
      'the default by name': [pod({ serviceAccountName: 'default' }), 'spec.automountServiceAccountToken: a token'],
    },
  },
  'no-deprecated-service-account': {
    valid: { 'the new name': pod({ serviceAccountName: 'builder' }), none: pod() },
    invalid: {
      'the old name': [pod({ serviceAccount: 'builder' }), 'spec.serviceAccount: it is the old name'],
      'both names': [
        pod({ serviceAccount: 'builder', serviceAccountName: 'builder' }),
        'spec.serviceAccount: it says again',
      ],
      'both names with two accounts': [
        pod({ serviceAccount: 'old', serviceAccountName: 'new' }),
        'spec.serviceAccount: new is used instead',
      ],
      'in a template': [
        deployment({ template: podTemplate({ serviceAccount: 'builder' }) }),
        'spec.template.spec.serviceAccount: it is the old name',
      ],
    },
  },
});

test.each([
  [
    'renames',
    { serviceAccount: 'a' },
    [
      { path: ['spec', 'serviceAccount'], value: undefined },
      { path: ['spec', 'serviceAccountName'], value: 'a' },
    ],
  ],
  [
    'removes what is said twice',
    { serviceAccount: 'a', serviceAccountName: 'a' },
    [{ path: ['spec', 'serviceAccount'], value: undefined }],
  ],
])('a program %s', (_name, spec, edits) => {
  const rules = { 'no-deprecated-service-account': 'warning' } as const;
  const [found] = validate([pod(spec)], { profile: 'none', rules });
  expect(found?.edits).toEqual(edits);
});
