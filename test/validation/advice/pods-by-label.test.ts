import { PodsByLabel } from '../../../lib/validation/advice/pods-by-label';

function index(): PodsByLabel<string> {
  const pods = new PodsByLabel<string>();
  pods.add('shop', { app: 'web', tier: 'front' }, 'web');
  pods.add('shop', { app: 'web', tier: 'back' }, 'worker');
  pods.add('shop', {}, 'bare');
  pods.add('blog', { app: 'web' }, 'blog');
  return pods;
}

test.each([
  ['one label', 'shop', { matchLabels: { app: 'web' } }, ['web', 'worker']],
  ['two labels', 'shop', { matchLabels: { app: 'web', tier: 'back' } }, ['worker']],
  ['a value that nobody has', 'shop', { matchLabels: { app: 'shop' } }, []],
  ['no labels, which is everything', 'shop', {}, ['web', 'worker', 'bare']],
  [
    'an expression',
    'shop',
    { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['back'] }] },
    ['web', 'bare'],
  ],
  [
    'a label and an expression',
    'shop',
    { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'In', values: ['back'] }] },
    ['worker'],
  ],
  ['another namespace', 'blog', { matchLabels: { app: 'web' } }, ['blog']],
  ['a namespace without pods', 'none', {}, []],
  ['no selector', 'shop', undefined, []],
  ['a name of Object.prototype', 'shop', { matchLabels: { constructor: 'a' } }, []],
])('selects by %s', (_name, namespace, selector, expected) => {
  expect(index().select(namespace, selector)).toEqual(expected);
});

test('ten thousand selectors look at what they select, not at all pods', () => {
  const pods = new PodsByLabel<number>();
  const looked = { at: 0 };
  for (let number = 0; number < 10_000; number += 1) {
    const labels = {
      team: 'shop',
      get app() {
        looked.at += 1;
        return `web-${number}`;
      },
    };
    pods.add('shop', labels, number);
  }
  for (let number = 0; number < 10_000; number += 1)
    expect(pods.select('shop', { matchLabels: { team: 'shop', app: `web-${number}` } })).toEqual([number]);
  expect(looked.at).toBeLessThan(10 * 10_000);
});
