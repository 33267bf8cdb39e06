import { type PodSelection, podLabels, podSelector } from '../../lib/constructs/pod-selector';

const app = { matchLabels: { app: 'web' } };
const given = { matchLabels: { tier: 'front' }, matchExpressions: [{ key: 'x', operator: 'Exists' }] } as const;

test.each<[string, PodSelection, unknown, unknown]>([
  ['nothing given: the name', {}, app, { app: 'web' }],
  [
    'labels of the pods beside it',
    { template: { metadata: { labels: { version: '2' } } } },
    app,
    { app: 'web', version: '2' },
  ],
  [
    'another owner label on the pods',
    { template: { metadata: { labels: { app: 'shop' } } } },
    { matchLabels: { app: 'shop' } },
    { app: 'shop' },
  ],
  ['a selector given: its labels go on the pods', { selector: given }, given, { tier: 'front' }],
  [
    'both given: the labels as they were said',
    { selector: given, template: { metadata: { labels: { tier: 'back', version: '2' } } } },
    given,
    { tier: 'back', version: '2' },
  ],
])('%s', (_, selection, selector, labels) => {
  expect(podSelector('web', selection)).toEqual(selector);
  expect(podLabels('web', selection)).toEqual(labels);
});
