import fc from 'fast-check';
import { isObject, type JsonObject } from '../../lib/comparison/json';
import { partialChanges } from '../../lib/testing/partial-match';
import { plainDeployment } from './web';

/** Whether to keep a field or an item, for each that comes. */
const choices = fc.infiniteStream(fc.boolean());

/** A part of a value: some of its fields, and of lists with keys some of the items, which keep their keys. */
function partOf(value: unknown, keep: () => boolean): unknown {
  if (Array.isArray(value) && value.every(isObject)) return value.filter(keep).map((item) => partOf(item, keep));
  if (!isObject(value)) return value;
  const names = Object.keys(value).filter((name) => ['name', 'containerPort'].includes(name) || keep());
  return Object.fromEntries(names.map((name) => [name, partOf(value[name], keep)]));
}

const parts = choices.map((stream) => partOf(plainDeployment, () => stream.next().value === true) as JsonObject);

/** The paths of all single values. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy with another value at a path. */
function changed(value: unknown, [step, ...path]: readonly (string | number)[]): unknown {
  if (step === undefined) return 'another';
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? changed(item, path) : item));
  return { ...(value as object), [step]: changed((value as Record<string, unknown>)[step], path) };
}

test('an object matches every part of itself, as written and with defaults', () => {
  fc.assert(
    fc.property(parts, fc.boolean(), (part, defaults) => {
      expect(partialChanges(part, plainDeployment, { defaults })).toEqual([]);
    }),
  );
});

test('an object matches no part of itself in which a value is another', () => {
  fc.assert(
    fc.property(parts, fc.nat(), fc.boolean(), (part, number, defaults) => {
      const places = leaves(part).filter((path) => !['apiVersion', 'kind'].includes(String(path[0])));
      const place = places[number % places.length];
      fc.pre(place !== undefined);
      expect(partialChanges(changed(part, place ?? []) as JsonObject, plainDeployment, { defaults })).not.toEqual([]);
    }),
  );
});

test.each<[string, JsonObject]>([
  ['a value', { spec: { replicas: expect.any(Number) } }],
  ['an object', { spec: { selector: expect.objectContaining({ matchLabels: { app: 'web' } }) } }],
  ['what is not there', { metadata: { namespace: expect.not.stringContaining('shop') } }],
  [
    'a list',
    {
      spec: { template: { spec: { containers: expect.arrayContaining([expect.objectContaining({ name: 'app' })]) } } },
    },
  ],
  [
    'an item of a list without keys',
    { spec: { template: { spec: { containers: [{ name: 'app', args: ['--level', expect.any(String)] }] } } } },
  ],
])('a matcher may stand for %s', (_, part) => {
  expect(partialChanges(part, plainDeployment, { defaults: true })).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['stringMatching', expect.stringMatching(/^api/), 'StringMatching /^api/'],
  ['any', expect.any(Number), 'Any<Number>'],
  ['objectContaining', expect.objectContaining({ a: expect.any(String) }), 'ObjectContaining {"a":"Any<String>"}'],
])('%s that does not match is shown as Jest shows it', (_, matcher, text) => {
  expect(partialChanges({ metadata: { name: matcher } }, plainDeployment)).toEqual([
    expect.objectContaining({ field: 'metadata.name', before: text, after: 'web' }),
  ]);
});
