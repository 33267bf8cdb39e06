import fc from 'fast-check';
import { compareManifests } from '../../lib/comparison/compare-manifests';
import { type JsonPath, valueAt } from '../../lib/comparison/json';
import type { ComparedObject, FieldChange } from '../../lib/comparison/object-change';
import { readManifests } from '../../lib/manifest/read-manifests';
import { writeManifests } from '../../lib/manifest/write-manifests';
import { changeBetween, deployment, object } from './versions';

type Json = Record<string, unknown>;

const shown = ({ field, change, before, after, defaulted, effects }: FieldChange) =>
  JSON.stringify([field, change, before, after, defaulted, effects]);

test.each<[string, Json | undefined, Json | undefined, string]>([
  ['an object that is new', undefined, object('ConfigMap'), 'added: creates'],
  ['an object that is gone', object('ConfigMap'), undefined, 'removed: removes'],
  ['an object that changes', object('ConfigMap'), object('ConfigMap', { data: { a: '1' } }), 'changed: in-place'],
  ['an object in another order', { b: 1, a: 1 }, { a: 1, b: 1 }, 'formatting: none'],
  [
    'secret data moved to stringData',
    object('Secret', { data: { a: 'MQ==' } }),
    object('Secret', { stringData: { a: '1' } }),
    'formatting: none',
  ],
  [
    'an object in another namespace',
    object('ConfigMap', { data: { a: '1' } }),
    object('ConfigMap', { data: { a: '1' } }, { namespace: 'b' }),
    'renamed: re-creates',
  ],
])('%s', (_name, before, after, expected) => {
  const { change, effects } = changeBetween(before, after);
  expect(`${change}: ${effects.map(({ kind }) => kind).join()}`).toBe(expected);
});

test.each<[string, Json, Json, unknown[][]]>([
  [
    'a value',
    deployment({ replicas: 3 }),
    deployment({ replicas: 5 }),
    [['spec.replicas', 'changed', 3, 5, null, ['scales']]],
  ],
  [
    'a value that gives way to a default',
    deployment({ replicas: 3 }),
    deployment(),
    [['spec.replicas', 'changed', 3, 1, 'after', ['lowers-availability', 'scales']]],
  ],
  [
    'a default that is written out',
    deployment(),
    deployment({ replicas: 1 }),
    [['spec.replicas', 'changed', 1, 1, 'before', ['none']]],
  ],
  [
    'what is left of a struct that goes',
    deployment({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } }),
    deployment(),
    [['spec.strategy.rollingUpdate.maxSurge', 'changed', 1, '25%', 'after', ['in-place']]],
  ],
  [
    'a secret value',
    deployment({}, { env: [{ name: 'TOKEN', value: 'a' }] }),
    deployment({}, { env: [{ name: 'TOKEN', value: 'b' }] }),
    [
      [
        'spec.template.spec.containers[name=app].env[name=TOKEN].value',
        'changed',
        '<hidden>',
        '<hidden>',
        null,
        ['restarts-pods'],
      ],
    ],
  ],
  [
    'another order of variables',
    deployment({}, { env: [{ name: 'A' }, { name: 'B' }] }),
    deployment({}, { env: [{ name: 'B' }, { name: 'A' }] }),
    [
      [
        'spec.template.spec.containers[name=app].env',
        'reordered',
        ['name=A', 'name=B'],
        ['name=B', 'name=A'],
        null,
        ['restarts-pods'],
      ],
    ],
  ],
])('shows %s', (_name, before, after, expected) => {
  expect(changeBetween(before, after).fields.map(shown)).toEqual(expected.map((row) => JSON.stringify(row)));
});

test('says where each side has the field and the object', () => {
  const read = (file: string, text: string): ComparedObject[] =>
    readManifests(text, { file }).documents.map((document) => ({ ...document, file }));
  const secret = 'kind: Secret\napiVersion: v1\nmetadata: {name: a}\n';
  const [change] = compareManifests(
    read('old.yaml', `${secret}data:\n  x: MQ==\n`),
    read('new.yaml', `# comment\n${secret}stringData:\n  w: a\n  x: b\n`),
  );
  expect(change?.yaml).toEqual({
    before: { file: 'old.yaml', line: 1, column: 1 },
    after: { file: 'new.yaml', line: 2, column: 1 },
  });
  expect(change?.fields.find(({ field }) => field === 'data[x]')?.yaml).toEqual({
    before: { file: 'old.yaml', line: 5, column: 3 },
    after: { file: 'new.yaml', line: 7, column: 3 },
  });
});

test('tells a changed object by its new name and its old one', () => {
  const [before, after] = [
    deployment({ replicas: 2 }),
    JSON.parse(JSON.stringify(deployment({ replicas: 2 })).replaceAll('web', 'shop')),
  ];
  const { object: now, renamedFrom } = changeBetween(before, after as Json);
  expect([renamedFrom?.name, now.name]).toEqual(['web', 'shop']);
});

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const custom = fc.dictionary(fc.constantFrom('spec', 'a', 'b', '__proto__', 'x y'), json).map(
  (fields): Json => ({
    apiVersion: 'a.io/v1',
    kind: 'A',
    metadata: { name: 'x' },
    ...fields,
  }),
);
const env = fc.uniqueArray(fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D'), value: fc.constantFrom('1', '2') }), {
  selector: ({ name }) => name,
});
const built = fc
  .record({ replicas: fc.option(fc.nat(3), { nil: undefined }), env, image: fc.constantFrom('a', 'b') })
  .map(({ replicas, ...container }) => deployment(replicas === undefined ? {} : { replicas }, container));
const anyObject = fc.oneof(custom, built);
const sides = (before: Json, after: Json) => compareManifests([{ object: before }], [{ object: after }]);

test('an object compared with itself is the same', () => {
  fc.assert(fc.property(anyObject, (one) => sides(one, structuredClone(one)).length === 0));
});

test('an object whose fields are shuffled is formatted differently', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, reversed(item)]),
    );
  };
  fc.assert(
    fc.property(anyObject, (one) => {
      expect(sides(one, reversed(one) as Json).map(({ change }) => change)).toEqual(['formatting']);
    }),
  );
});

test('two objects that differ have changes, and in the other direction the same ones', () => {
  const opposite = { added: 'removed', removed: 'added', changed: 'changed', reordered: 'reordered' };
  fc.assert(
    fc.property(built, built, (one, other) => {
      const [there] = sides(one, other);
      const [back] = sides(other, one);
      expect(there === undefined).toBe(JSON.stringify(one) === JSON.stringify(other));
      const expected = (there?.fields ?? []).map(({ field, change }) => `${field} ${opposite[change]}`).sort();
      expect((back?.fields ?? []).map(({ field, change }) => `${field} ${change}`).sort()).toEqual(expected);
    }),
  );
});

test('the values of a change are those of the objects', () => {
  const path = (field: string): JsonPath => field.split('.');
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(3)),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(3)),
      (one, other) => {
        const type = { apiVersion: 'a.io/v1', kind: 'A', metadata: { name: 'x' } };
        const [before, after] = [
          { ...type, spec: one },
          { ...type, spec: other },
        ];
        const patched: Record<string, unknown> = { ...one };
        for (const change of sides(before, after).flatMap(({ fields }) => fields)) {
          expect(change.before).toEqual(valueAt(before, path(change.field)));
          const [, name = ''] = change.field.split('.');
          if (change.after === undefined) delete patched[name];
          else patched[name] = change.after;
        }
        expect(patched).toEqual(other);
      },
    ),
  );
});

test('what is written and read back is the same', () => {
  fc.assert(
    fc.property(built, (one) => {
      const { documents } = readManifests(writeManifests([one]), { file: 'a.yaml' });
      expect(compareManifests([{ object: one }], documents)).toEqual([]);
    }),
  );
});
