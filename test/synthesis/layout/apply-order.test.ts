import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { Chart } from '../../../lib/constructs/chart';
import { applyTier } from '../../../lib/synthesis/layout/apply-tier';
import { renderApp } from '../../../lib/synthesis/render';
import { appOf, type Dependencies, orderOf } from './app-of';

test.each<[string, string[], Dependencies, string[]]>([
  [
    'kinds in the order in which they are needed',
    ['Deployment/web', 'ConfigMap/a', 'Namespace/shop'],
    {},
    ['Namespace/shop', 'ConfigMap/a', 'Deployment/web'],
  ],
  ['one kind as constructed', ['Pod/b', 'Pod/a', 'Pod/c'], {}, ['Pod/b', 'Pod/a', 'Pod/c']],
  [
    'kinds that do not need each other as constructed',
    ['Secret/b', 'ConfigMap/a', 'Secret/c'],
    {},
    ['Secret/b', 'ConfigMap/a', 'Secret/c'],
  ],
  [
    'what an object depends on before it',
    ['Deployment/web', 'Job/migrate'],
    { 'Deployment/web': ['Job/migrate'] },
    ['Job/migrate', 'Deployment/web'],
  ],
  [
    'an object that waits for one of a later tier behind it, and only that one',
    ['ConfigMap/a', 'ConfigMap/b', 'Pod/x', 'Pod/y'],
    { 'ConfigMap/a': ['Pod/y'] },
    ['ConfigMap/b', 'Pod/y', 'ConfigMap/a', 'Pod/x'],
  ],
  ['chains', ['Pod/c', 'Pod/b', 'Pod/a'], { 'Pod/c': ['Pod/b'], 'Pod/b': ['Pod/a'] }, ['Pod/a', 'Pod/b', 'Pod/c']],
])('%s', (_name, objects, dependencies, order) => {
  expect(orderOf(appOf({ shop: objects }, dependencies))).toEqual(order);
});

test('orders the objects of all charts, as they may go into one file', () => {
  expect(orderOf(appOf({ web: ['Deployment/web'], base: ['Namespace/shop'] }))).toEqual([
    'Namespace/shop',
    'Deployment/web',
  ]);
});

test('a chart that depends on another comes after its objects', () => {
  const app = appOf({ web: ['ConfigMap/web'], base: ['Deployment/operator'] });
  (app.node.findChild('web') as Chart).addDependency(app.node.findChild('base') as Chart);
  expect(orderOf(app)).toEqual(['Deployment/operator', 'ConfigMap/web']);
});

test('that one chart contains another means nothing for their objects', () => {
  const app = appOf({ base: ['Namespace/shop'] });
  new Chart(app.node.findChild('base') as Chart, 'inner');
  const before = orderOf(app);
  expect(before).toEqual(orderOf(app));
  expect(before).toEqual(['Namespace/shop']);
});

test('a circle names its constructs', () => {
  const app = appOf({ web: ['Pod/a', 'Pod/b'] }, { 'Pod/a': ['Pod/b'], 'Pod/b': ['Pod/a'] });
  expect(() => orderOf(app)).toThrow(
    expect.objectContaining({
      code: 'ERR_DEPENDENCY_CYCLE',
      message: expect.stringContaining('web/Pod-a -> web/Pod-b -> web/Pod-a'),
    }),
  );
});

const NAMES = [
  'Namespace/n',
  'ConfigMap/a',
  'ConfigMap/b',
  'Deployment/d',
  'Job/j',
  'Pod/p',
  'Pod/q',
  'Service/s',
  'Widget/w',
];
const nameAt = (index: number) => NAMES[index] as string;
const links = array(record({ from: integer({ min: 0, max: 8 }), to: integer({ min: 0, max: 8 }) }), { maxLength: 8 });

test('every object stands once, behind all that it depends on, and nothing is moved without need', () => {
  assert(
    property(links, constantFrom(1, 3), (edges, charts) => {
      const dependencies: Record<string, string[]> = {};
      for (const { from, to } of edges)
        if (from > to) dependencies[nameAt(from)] = [...(dependencies[nameAt(from)] ?? []), nameAt(to)];
      const shuffled = NAMES.toReversed();
      const app = appOf(
        Object.fromEntries(
          Array.from({ length: charts }, (_, chart) => [
            `c${chart}`,
            shuffled.filter((_name, at) => at % charts === chart),
          ]),
        ),
        dependencies,
      );
      const order = orderOf(app);
      expect([...order].sort()).toEqual([...NAMES].sort());
      for (const [dependent, needed] of Object.entries(dependencies))
        for (const name of needed) expect(order.indexOf(name)).toBeLessThan(order.indexOf(dependent));
      const free = renderApp(app)
        .objects.filter(({ json }) => !dependencies[`${json.kind}/${(json.metadata as { name: string }).name}`])
        .map(({ json }) => applyTier(json));
      expect(free).toEqual([...free].sort((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});
