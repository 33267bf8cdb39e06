import { defaultedSpec } from './defaulted';

const names = { plural: 'gadgets', kind: 'Gadget' };
const filled = { names: { ...names, singular: 'gadget', listKind: 'GadgetList' }, conversion: { strategy: 'None' } };
const webhook = (service: object) => ({
  strategy: 'Webhook',
  webhook: { clientConfig: { service }, conversionReviewVersions: ['v1'] },
});

describe('defaultCustomResourceDefinition', () => {
  test.each<[string, object, object]>([
    ['derives names from its kind', { names }, {}],
    [
      'keeps its names',
      { names: { ...names, singular: 'g', listKind: 'Gs' } },
      { names: { ...names, singular: 'g', listKind: 'Gs' } },
    ],
    ['derives no list of nothing', { names: { plural: 'gadgets' } }, { names: { plural: 'gadgets', singular: '' } }],
    [
      'converts over HTTPS',
      { names, conversion: webhook({ namespace: 'n', name: 's' }) },
      { conversion: webhook({ namespace: 'n', name: 's', port: 443 }) },
    ],
  ])('%s', (_, spec, expected) => {
    const definition = defaultedSpec('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { ...spec });
    expect(definition).toEqual({ ...filled, ...expected });
  });
});
