import type { JSONSchemaProps } from '../../../lib/kubernetes/generated/decoded';
import { findings } from './widgets';

const embedded = {
  type: 'object',
  'x-kubernetes-embedded-resource': true,
  'x-kubernetes-preserve-unknown-fields': true,
};
const schema: JSONSchemaProps = {
  properties: {
    spec: {
      type: 'object',
      properties: {
        one: embedded,
        list: { type: 'array', items: embedded },
        map: { type: 'object', additionalProperties: embedded },
      },
    },
  },
};
const good = { apiVersion: 'apps/v1', kind: 'Deployment' };

const cases: [name: string, spec: unknown, expected: string[]][] = [
  ['a good one', { one: good, list: [good], map: { x: good } }, []],
  ['one with metadata', { one: { ...good, metadata: { name: 'Any:Name', labels: { a: 'b' } } } }, []],
  ['one with any other fields', { one: { ...good, spec: { x: 1 } } }, []],
  ['no apiVersion', { one: { kind: 'Pod' } }, ['spec.one.apiVersion: FieldValueRequired']],
  ['empty kind', { list: [{ apiVersion: 'v1', kind: '' }] }, ['spec.list[0].kind: FieldValueInvalid']],
  [
    'namespace that is no label',
    { one: { ...good, metadata: { namespace: 'A' } } },
    ['spec.one.metadata.namespace: FieldValueInvalid'],
  ],
  [
    'prefix of names with a slash',
    { one: { ...good, metadata: { generateName: 'a/' } } },
    ['spec.one.metadata.generateName: FieldValueInvalid'],
  ],
  ['apiVersion of two slashes', { one: { ...good, apiVersion: 'a/b/c' } }, ['spec.one.apiVersion: FieldValueInvalid']],
  ['kind with spaces', { map: { x: { ...good, kind: 'a b' } } }, ['spec.map[x].kind: FieldValueInvalid']],
  ['kind that is no text', { one: { ...good, kind: 1 } }, ['spec.one.kind: FieldValueInvalid']],
  ['metadata that is no object', { one: { ...good, metadata: 'x' } }, ['spec.one.metadata: Malformed']],
  ['metadata of the wrong type', { one: { ...good, metadata: { name: 1 } } }, ['spec.one.metadata.name: Malformed']],
  ['unknown metadata', { one: { ...good, metadata: { nane: 'x' } } }, ['spec.one.metadata.nane: UnknownField']],
  [
    'a name with a slash',
    { one: { ...good, metadata: { name: 'a/b' } } },
    ['spec.one.metadata.name: FieldValueInvalid'],
  ],
  [
    'a wrong label',
    { one: { ...good, metadata: { labels: { a: 'b c' } } } },
    ['spec.one.metadata.labels: FieldValueInvalid'],
  ],
  [
    'a wrong annotation',
    { one: { ...good, metadata: { annotations: { 'a b': '' } } } },
    ['spec.one.metadata.annotations: FieldValueInvalid'],
  ],
];

test.each(cases)('%s', (_name, spec, expected) => {
  expect(findings(schema, spec)).toEqual(expected);
});
