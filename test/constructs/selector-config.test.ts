import { podSelectorConfig } from '../../lib/constructs/selector-config';

const config = (...args: Parameters<typeof podSelectorConfig>) =>
  podSelectorConfig(...args) as { labelSelector: { isEmpty(): boolean; _toKube(): unknown }; namespaces?: unknown };

test.each([
  [{ matchLabels: { app: 'web' } }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'Exists' } as const] }, false],
  [{}, true],
  [{ matchLabels: {}, matchExpressions: [] }, true],
])('%j is empty: %s', (selector, empty) => {
  const { labelSelector } = config(selector, undefined);
  expect(labelSelector.isEmpty()).toBe(empty);
  expect(labelSelector._toKube()).toBe(selector);
});

test('the namespace is there when it is known', () => {
  expect(config({}, 'shop').namespaces).toEqual({ names: ['shop'] });
  expect(config({}, undefined).namespaces).toBeUndefined();
});
