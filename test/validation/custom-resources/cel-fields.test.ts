import { celFieldName, celFields } from '../../../lib/validation/custom-resources/cel-fields';

test.each([
  ['size', 'size'],
  ['namespace', '__namespace__'],
  ['in', '__in__'],
  ['a-b', 'a__dash__b'],
  ['a.b/c', 'a__dot__b__slash__c'],
  ['a__b', 'a__underscores__b'],
  ['-a', '__dash__a'],
  ['1a', undefined],
  ['a b', undefined],
  ['$ref', undefined],
])('the field %s is %s in expressions', (field, name) => {
  expect(celFieldName(field)).toBe(name);
});

test('the fields of a schema are found by their names in expressions', () => {
  const text = { type: 'string' };
  const fields = celFields({ properties: { 'a-b': text, constructor: text, $ref: text } });
  expect([...fields]).toEqual([
    ['a__dash__b', 'a-b'],
    ['constructor', 'constructor'],
  ]);
});
