import { FieldPath } from '../../lib/validation/field-path';
import { said } from '../../lib/validation/said';

const given = { spec: { replicas: 0, paused: null, list: [{ a: 1 }], toString: 'x' } };

test.each([
  ['a value', FieldPath.root.down('spec', 'replicas'), 0],
  ['null, which says nothing', FieldPath.root.down('spec', 'paused'), undefined],
  ['nothing', FieldPath.root.down('spec', 'strategy', 'type'), undefined],
  ['an item', FieldPath.root.down('spec', 'list').index(0).child('a'), 1],
  ['an item that is not there', FieldPath.root.down('spec', 'list').index(1).child('a'), undefined],
  ['a name that every object has', FieldPath.root.child('hasOwnProperty'), undefined],
])('%s', (_name, at, value) => {
  expect(said(given, at)).toBe(value);
});
