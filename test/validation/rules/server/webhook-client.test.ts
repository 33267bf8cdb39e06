import { webhookClientRules } from '../../../../lib/validation/rules/server/webhook-client';
import { validate } from '../../../../lib/validation/validate';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const called = (clientConfig: object) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', { webhooks: [{ clientConfig }] });
const at = (url: string) => called({ url });
const served = (service: object) => called({ service: { name: 'check', namespace: 'default', ...service } });
const converted = (clientConfig: object, strategy = 'Webhook') =>
  object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
    spec: { conversion: { strategy, webhook: { clientConfig, conversionReviewVersions: ['v1'] } } },
  });
const CLIENT = 'webhooks[0].clientConfig';

testRules(webhookClientRules, {
  'require-webhook-client': {
    valid: { 'a url': at('https://a'), 'a service': served({}), 'none without a webhook': converted({}, 'None') },
    invalid: {
      neither: [called({}), `${CLIENT}: FieldValueRequired`],
      both: [called({ url: 'https://a', service: { name: 'a', namespace: 'b' } }), `${CLIENT}: FieldValueRequired`],
      'of a conversion': [converted({}), 'spec.conversion.webhookClientConfig: FieldValueRequired'],
    },
  },
  'valid-webhook-url': {
    valid: { 'a host': at('https://check.example.com'), 'a port and a path': at('https://10.9.8.7:8443/a/b') },
    invalid: {
      'no scheme, no host': [at('check'), `${CLIENT}.url: FieldValueInvalid`, `${CLIENT}.url: FieldValueInvalid`],
      http: [at('http://a'), `${CLIENT}.url: FieldValueInvalid`],
      'no host': [at('https:///a'), `${CLIENT}.url: FieldValueInvalid`],
      'a user, a query and a fragment': [
        at('https://u:p@a/?b#c'),
        ...new Array<string>(3).fill(`${CLIENT}.url: FieldValueInvalid`),
      ],
      'what Go cannot read': [at('https://a:b'), `${CLIENT}.url: FieldValueRequired`],
      'of a conversion': [converted({ url: 'http://a' }), 'spec.conversion.webhookClientConfig.url: FieldValueInvalid'],
    },
  },
  'valid-webhook-service': {
    valid: { 'name and namespace': served({}), 'a path': served({ path: '/a/b.c/', port: 65535 }) },
    invalid: {
      'no namespace, which the server misnames': [
        served({ namespace: '' }),
        `${CLIENT}.service.name: FieldValueRequired`,
      ],
      'no name, which the server misnames': [served({ name: '' }), `${CLIENT}.service.namespace: FieldValueRequired`],
      'port zero': [served({ port: 0 }), `${CLIENT}.service.port: FieldValueInvalid`],
      'a relative path': [served({ path: 'check' }), `${CLIENT}.service.path: FieldValueInvalid`],
      'an empty segment': [served({ path: '/a//b' }), `${CLIENT}.service.path: FieldValueInvalid`],
      'an underscore': [served({ path: '/a_b' }), `${CLIENT}.service.path: FieldValueInvalid`],
      'of a conversion': [
        converted({ service: { name: 'a', namespace: 'b', port: 0 } }),
        'spec.conversion.webhookClientConfig.service.port: FieldValueInvalid',
      ],
    },
  },
});

test('shows where the client of a conversion stands', () => {
  const found = validate([converted({ url: 'http://a' })]).find(({ rule }) => rule === 'valid-webhook-url');
  expect(found?.path).toEqual(['spec', 'conversion', 'webhook', 'clientConfig', 'url']);
});

test('does not show the user of a URL', () => {
  const found = validate([at('https://ann:secret@a')]);
  expect(found.map(({ message }) => message).join()).not.toContain('secret');
});
