import { FieldPath } from '../../lib/validation/field-path';

const root = FieldPath.root;

test.each<[FieldPath, string, (string | number)[]]>([
  [root, '', []],
  [root.child('spec'), 'spec', ['spec']],
  [
    root.down('spec', 'containers').index(0).child('name'),
    'spec.containers[0].name',
    ['spec', 'containers', 0, 'name'],
  ],
  [
    root.down('metadata', 'annotations').key('example.com/a'),
    'metadata.annotations[example.com/a]',
    ['metadata', 'annotations', 'example.com/a'],
  ],
  [root.child('items').index(3).index(4), 'items[3][4]', ['items', 3, 4]],
])('%s', (path, text, segments) => {
  expect([path.toString(), path.segments()]).toEqual([text, segments]);
});

test('a path does not change when another is made from it', () => {
  const spec = root.child('spec');
  spec.child('a').index(1);
  expect(spec.toString()).toBe('spec');
});
