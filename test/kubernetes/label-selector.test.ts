import fc from 'fast-check';
import type { LabelSelector } from '../../lib/kubernetes/generated/decoded';
import { isBuildable, isEmptySelector, selects } from '../../lib/kubernetes/label-selector';

const expression = (operator: string, values?: string[], key = 'app') => ({
  matchExpressions: [{ key, operator, ...(values && { values }) }],
});

describe('isBuildable', () => {
  test.each<LabelSelector>([
    {},
    { matchLabels: { 'example.com/app': '' } },
    expression('In', ['web']),
    expression('NotIn', ['']),
    expression('Exists'),
    expression('DoesNotExist', []),
  ])('%j can be built', (selector) => {
    expect(isBuildable(selector)).toBe(true);
  });

  test.each<LabelSelector>([
    { matchLabels: { 'a b': 'x' } },
    { matchLabels: { app: 'a b' } },
    expression('In'),
    expression('Exists', ['web']),
    expression('exists'),
    expression('In', ['a b']),
    expression('Exists', undefined, ''),
    { matchExpressions: [{}] },
  ])('%j cannot', (selector) => {
    expect(isBuildable(selector)).toBe(false);
  });
});

describe('selects', () => {
  const labels = { app: 'web' };

  test('nothing without a selector, everything with an empty one', () => {
    expect([selects(undefined, labels), selects({}, labels), selects({}, {})]).toEqual([false, true, true]);
  });

  test.each<LabelSelector>([
    { matchLabels: { app: 'web' } },
    expression('In', ['api', 'web']),
    expression('NotIn', ['api']),
    expression('NotIn', ['api'], 'tier'),
    expression('Exists'),
    expression('DoesNotExist', undefined, 'tier'),
  ])('%j selects app: web', (selector) => {
    expect(selects(selector, labels)).toBe(true);
  });

  test.each<LabelSelector>([
    { matchLabels: { app: 'Web' } },
    { matchLabels: { app: 'web', tier: 'front' } },
    { matchLabels: { constructor: 'x' } },
    expression('In', ['api']),
    expression('In', ['web'], 'tier'),
    expression('NotIn', ['web']),
    expression('Exists', undefined, 'toString'),
    expression('DoesNotExist'),
    { matchLabels: { app: 'web' }, ...expression('DoesNotExist') },
  ])('%j does not', (selector) => {
    expect(selects(selector, labels)).toBe(false);
  });

  test('labels satisfy the selector that is made of them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (matchLabels) => selects({ matchLabels }, matchLabels)),
    );
  });
});

test('a selector is empty without labels and expressions', () => {
  expect([{}, { matchLabels: {} }, { matchExpressions: [] }].map((selector) => isEmptySelector(selector))).toEqual([
    true,
    true,
    true,
  ]);
  expect([{ matchLabels: { app: 'web' } }, expression('Exists')].map((selector) => isEmptySelector(selector))).toEqual([
    false,
    false,
  ]);
});
