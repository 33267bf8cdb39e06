import fc from 'fast-check';
import type { JsonObject } from '../../lib/comparison/json';
import { annotatedYaml } from '../../lib/explanation/annotated-yaml';
import { leavesOf } from '../../lib/explanation/explained-value';
import { readManifests } from '../../lib/manifest/read-manifests';

const named = (spec: unknown): JsonObject => ({ apiVersion: 'v1', kind: 'Test', metadata: { name: 'x' }, spec });
const remarked = (object: JsonObject) =>
  annotatedYaml(
    object,
    leavesOf(object).map(({ path }) => ({ path, text: path.join('.') })),
  );

test('remarks stand beside their values, one below the other', () => {
  expect(
    remarked(named({ replicas: 3, list: ['a', { b: 1 }], text: 'one\ntwo', empty: {} })),
  ).toBe(`apiVersion: v1  # apiVersion
kind: Test      # kind
metadata:
  name: x       # metadata.name
spec:
  replicas: 3   # spec.replicas
  list:
    - a         # spec.list.0
    - b: 1      # spec.list.1.b
  text: |-      # spec.text
    one
    two
  empty: {}     # spec.empty
`);
});

test('a long line does not push the others aside', () => {
  const lines = remarked(named({ short: 1, long: 'x'.repeat(100) })).split('\n');
  expect(lines.find((line) => line.includes('short'))).toBe('  short: 1      # spec.short');
  expect(lines.find((line) => line.includes('long:'))).toBe(`  long: ${'x'.repeat(100)}  # spec.long`);
});

test('it reads as the same object, with every remark in it', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('a', ' ', '\n', '"', "'", '#', ':', '\t', '-', '|') }),
  );
  const value = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, text, fc.integer(), fc.boolean(), tie('list'), tie('map')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    map: fc.dictionary(fc.stringMatching(/^[a-z][a-z./]{0,6}$/), tie('value'), { maxKeys: 3 }),
  })).value;
  fc.assert(
    fc.property(value, (spec) => {
      const object = named(spec);
      const yaml = annotatedYaml(
        object,
        leavesOf(object).map(({ path }) => ({ path, text: 'REMARK' })),
      );
      expect(readManifests(yaml, { file: 'x.yaml' }).documents[0]?.object).toEqual(object);
      expect(yaml.match(/# REMARK$/gm)).toHaveLength(leavesOf(object).length);
    }),
    { numRuns: 200 },
  );
});
