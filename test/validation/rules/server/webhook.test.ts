import { webhookRules } from '../../../../lib/validation/rules/server/webhook';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const good = {
  name: 'check.example.com',
  clientConfig: { url: 'https://check.example.com' },
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
};
const validating = (...webhooks: object[]) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
    webhooks: webhooks.map((webhook) => ({ ...good, ...webhook })),
  });
const mutating = (webhook: object) =>
  object('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', { webhooks: [{ ...good, ...webhook }] });
const policy = (spec: object) => object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', { spec });

testRules(webhookRules, {
  'valid-webhook-name': {
    valid: { 'three parts': validating({}), 'no webhooks': validating() },
    invalid: {
      none: [validating({ name: '' }), 'webhooks[0].name: FieldValueRequired'],
      'two parts': [mutating({ name: 'example.com' }), 'webhooks[0].name: FieldValueInvalid'],
      'upper case, two parts': [validating({ name: 'Example.com' }), 'webhooks[0].name: FieldValueInvalid'],
    },
  },
  'unique-webhook-name': {
    valid: { 'two names': validating({ name: 'a.b.c' }, { name: 'a.b.d' }) },
    invalid: { 'the same twice': [validating({}, {}), 'webhooks[1].name: FieldValueDuplicate'] },
  },
  'valid-failure-policy': {
    valid: {
      none: validating({}),
      Ignore: mutating({ failurePolicy: 'Ignore' }),
      'of a policy': policy({ failurePolicy: 'Fail' }),
    },
    invalid: {
      'an empty one': [validating({ failurePolicy: '' }), 'webhooks[0].failurePolicy: FieldValueNotSupported'],
      'of a policy': [policy({ failurePolicy: 'fail' }), 'spec.failurePolicy: FieldValueNotSupported'],
    },
  },
  'valid-match-policy': {
    valid: { none: validating({}), Exact: validating({ matchPolicy: 'Exact' }) },
    invalid: {
      'another word': [validating({ matchPolicy: 'Prefix' }), 'webhooks[0].matchPolicy: FieldValueNotSupported'],
      'of a policy': [
        policy({ matchConstraints: { matchPolicy: 'exact' } }),
        'spec.matchConstraints.matchPolicy: FieldValueNotSupported',
      ],
    },
  },
  'valid-side-effects': {
    valid: { None: validating({}), NoneOnDryRun: validating({ sideEffects: 'NoneOnDryRun' }) },
    invalid: {
      none: [validating({ sideEffects: undefined }), 'webhooks[0].sideEffects: FieldValueRequired'],
      Some: [validating({}, { sideEffects: 'Some' }), 'webhooks[1].sideEffects: FieldValueNotSupported'],
    },
  },
  'valid-webhook-timeout': {
    valid: { one: validating({ timeoutSeconds: 1 }), thirty: validating({ timeoutSeconds: 30 }) },
    invalid: {
      zero: [validating({ timeoutSeconds: 0 }), 'webhooks[0].timeoutSeconds: FieldValueInvalid'],
      'thirty-one': [validating({ timeoutSeconds: 31 }), 'webhooks[0].timeoutSeconds: FieldValueInvalid'],
    },
  },
  'valid-reinvocation-policy': {
    valid: { none: mutating({}), IfNeeded: mutating({ reinvocationPolicy: 'IfNeeded' }) },
    invalid: {
      Always: [mutating({ reinvocationPolicy: 'Always' }), 'webhooks[0].reinvocationPolicy: FieldValueNotSupported'],
    },
  },
  'valid-admission-review-versions': {
    valid: { 'an unknown one beside v1': validating({ admissionReviewVersions: ['v2', 'v1'] }) },
    invalid: {
      none: [validating({ admissionReviewVersions: [] }), 'webhooks[0].admissionReviewVersions: FieldValueRequired'],
      'an unknown one': [
        validating({ admissionReviewVersions: ['v2'] }),
        'webhooks[0].admissionReviewVersions: FieldValueInvalid',
      ],
      'the same twice': [
        validating({ admissionReviewVersions: ['v1', 'v1'] }),
        'webhooks[0].admissionReviewVersions[1]: FieldValueInvalid',
      ],
      'a malformed one': [
        validating({ admissionReviewVersions: ['v1', '1.0'] }),
        'webhooks[0].admissionReviewVersions[1]: FieldValueInvalid',
      ],
    },
  },
});
