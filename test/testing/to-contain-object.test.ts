import '../../lib/testing';
import { failureOf } from './failure-of';
import { webChart } from './web';

test.each([
  { kind: 'Deployment', name: 'web' },
  { kind: 'Deployment' },
  { name: 'web' },
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { kind: 'Service', name: 'web', namespace: 'default' },
])('holds for %j', (reference) => {
  expect(webChart()).toContainObject(reference);
});

test.each([
  { kind: 'Deployment', name: 'api' },
  { kind: 'ConfigMap' },
  { apiVersion: 'v1', kind: 'Deployment' },
  { kind: 'Service', name: 'web', namespace: 'shop' },
])('does not hold for %j', (reference) => {
  expect(webChart()).not.toContainObject(reference);
});

test('an object without a namespace of its kind is in none', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  expect(namespace).toContainObject({ kind: 'Namespace' });
  expect(namespace).not.toContainObject({ kind: 'Namespace', namespace: 'default' });
});

test('fails with what there is', () => {
  expect(failureOf(() => expect(webChart()).toContainObject({ kind: 'Deployment', name: 'wbe' }))).toBe(
    'expected the chart web to contain Deployment/wbe\n\ndid you mean Deployment/web? the chart web holds Service/web, Deployment/web.',
  );
  expect(failureOf(() => expect([]).toContainObject({ kind: 'ConfigMap', namespace: 'shop' }))).toBe(
    'expected an empty list to contain an object of kind ConfigMap in the namespace shop\n\nan empty list holds no objects.',
  );
});

test('.not fails with the object', () => {
  expect(failureOf(() => expect(webChart()).not.toContainObject({ name: 'web' }))).toBe(
    'expected the chart web not to contain an object named web\n\nIt contains Service/web, Deployment/web.',
  );
});
