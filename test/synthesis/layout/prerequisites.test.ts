import type { IConstruct } from 'constructs';
import type { App } from '../../../lib/synthesis/app';
import { numbering, prerequisitesOf } from '../../../lib/synthesis/layout/prerequisites';
import { appOf } from './app-of';

const find = (app: App, path: string) =>
  path.split('/').reduce<IConstruct>((scope, id) => scope.node.findChild(id), app);

/** What each object waits for, by path. */
const waits = (app: App) =>
  Object.fromEntries(
    [...prerequisitesOf(app.node.findAll())].map(([object, lists]) => [
      object.node.path,
      lists.flat().map((needed) => needed.node.path),
    ]),
  );

test.each([
  ['an object', 'a/Pod-x', 'a/Pod-y', { 'a/Pod-x': ['a/Pod-y'] }],
  ['an object, for a chart', 'a/Pod-x', 'b', { 'a/Pod-x': ['b/Pod-z', 'b/Pod-w'] }],
  ['a chart, for an object', 'a', 'b/Pod-z', { 'a/Pod-x': ['b/Pod-z'], 'a/Pod-y': ['b/Pod-z'] }],
  ['an object, for the chart that it is in', 'a/Pod-x', 'a', { 'a/Pod-x': ['a/Pod-y'] }],
  ['nothing, for itself', 'a/Pod-x', 'a/Pod-x', {}],
  ['the rest of a chart, for an object in it', 'a', 'a/Pod-x', { 'a/Pod-y': ['a/Pod-x'] }],
])('%s waits', (_name, source, target, expected) => {
  const app = appOf({ a: ['Pod/x', 'Pod/y'], b: ['Pod/z', 'Pod/w'] });
  find(app, source).node.addDependency(find(app, target));
  expect(waits(app)).toEqual(expected);
});

test('numbers are made of the highest number before them', () => {
  const app = appOf({ a: ['Pod/x', 'Pod/y', 'Pod/z'] }, { 'Pod/z': ['Pod/y', 'Pod/x'], 'Pod/y': ['Pod/x'] });
  const depth = numbering(prerequisitesOf(app.node.findAll()), (_object, highest = -1) => highest + 1);
  expect(['Pod-x', 'Pod-y', 'Pod-z'].map((id) => depth(find(app, `a/${id}`) as Parameters<typeof depth>[0]))).toEqual([
    0, 1, 2,
  ]);
});

test('looking leaves the constructs as they are', () => {
  const app = appOf({ a: ['Pod/x', 'Pod/y'], b: ['Pod/z'] });
  find(app, 'a').node.addDependency(find(app, 'b'));
  prerequisitesOf(app.node.findAll());
  expect(find(app, 'a/Pod-x').node.dependencies).toEqual([]);
});
