import { followSchemaPath } from '../../../../lib/validation/rules/server/schema-path';

const schema = {
  type: 'object',
  properties: {
    a: { type: 'string' },
    'x.y': { type: 'integer' },
    map: { type: 'object', additionalProperties: { type: 'boolean' } },
    any: { type: 'object', additionalProperties: true },
    spec: { type: 'object', properties: { "it's": { type: 'number' } } },
  },
};

test.each<[string, string | undefined]>([
  ['.a', 'string'],
  ["['a']", 'string'],
  ["['x.y']", 'integer'],
  [".spec['it\\'s']", 'number'],
  [".map['k']", 'boolean'],
  ['.map.k', 'boolean'],
  ['.any.k', undefined],
])('%s leads to a field of type %s', (path, type) => {
  expect(followSchemaPath(path, schema)).toMatchObject({ schema: type === undefined ? undefined : { type } });
});

test.each([
  'a',
  '.',
  '.b',
  '.a.b',
  '.a.',
  '..a',
  ' .a',
  '.x.y',
  '.spec.',
  "['b']",
  '["a"]',
  '[a]',
  "['a'",
  "['a",
  '.a[0]',
  ".['a']",
])('%s leads nowhere', (path) => {
  expect(followSchemaPath(path, schema)).toHaveProperty('fault');
});

test('brackets may not be allowed', () => {
  expect(followSchemaPath("['a']", schema, false)).toHaveProperty('fault');
  expect(followSchemaPath('.a', schema, false)).toMatchObject({ names: ['a'] });
});
