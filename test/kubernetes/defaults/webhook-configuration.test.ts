import { defaulted } from './defaulted';

const filled = {
  name: 'a.example.com',
  failurePolicy: 'Fail',
  matchPolicy: 'Equivalent',
  namespaceSelector: {},
  objectSelector: {},
  timeoutSeconds: 10,
};

describe.each<[string, object]>([
  ['ValidatingWebhookConfiguration', {}],
  ['MutatingWebhookConfiguration', { reinvocationPolicy: 'Never' }],
])('%s', (kind, own) => {
  test.each<[string, object, object]>([
    ['fills in a webhook', {}, {}],
    [
      'keeps what is given',
      { failurePolicy: 'Ignore', timeoutSeconds: 0 },
      { failurePolicy: 'Ignore', timeoutSeconds: 0 },
    ],
    [
      'watches all scopes',
      { rules: [{ operations: ['*'] }, { scope: 'Cluster' }] },
      { rules: [{ operations: ['*'], scope: '*' }, { scope: 'Cluster' }] },
    ],
    [
      'calls its Service over HTTPS',
      { clientConfig: { service: { namespace: 'n', name: 's' } } },
      { clientConfig: { service: { namespace: 'n', name: 's', port: 443 } } },
    ],
  ])('%s', (_, webhook, expected) => {
    const webhooks = [{ name: 'a.example.com', ...webhook }];
    const configuration = defaulted({ apiVersion: 'admissionregistration.k8s.io/v1', kind, webhooks });
    expect(configuration.webhooks).toEqual([{ ...filled, ...own, ...expected }]);
  });
});
