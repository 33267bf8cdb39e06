import { FieldPath } from '../../lib/validation/field-path';

const volume = FieldPath.root.down('spec', 'volumes').index(0);

test.each([
  ['the root', FieldPath.root, '', []],
  ['fields', FieldPath.root.down('spec', 'template'), 'spec.template', ['spec', 'template']],
  ['items', volume.child('name'), 'spec.volumes[0].name', ['spec', 'volumes', 0, 'name']],
  ['entries', FieldPath.root.child('limits').key('a.b/c'), 'limits[a.b/c]', ['limits', 'a.b/c']],
])('%s', (_, path, text, segments) => {
  expect(path.toString()).toBe(text);
  expect(path.segments()).toEqual(segments);
});

describe('a field that the server names otherwise', () => {
  test('by another name', () => {
    const path = volume.child('gcePersistentDisk').misnamed('persistentDisk').child('pdName');
    expect(path.toString()).toBe('spec.volumes[0].persistentDisk.pdName');
    expect(path.segments()).toEqual(['spec', 'volumes', 0, 'gcePersistentDisk', 'pdName']);
  });

  test('by its list alone', () => {
    const path = volume.down('downwardAPI', 'items').index(1).shortenedBy(2).child('path');
    expect(path.toString()).toBe('spec.volumes[0].downwardAPI.path');
    expect(path.segments()).toEqual(['spec', 'volumes', 0, 'downwardAPI', 'items', 1, 'path']);
  });

  test('by a place where something else was put in its stead', () => {
    const path = volume.standingAt(FieldPath.root.child('claims').index(2)).child('name');
    expect(path.toString()).toBe('spec.volumes[0].name');
    expect(path.segments()).toEqual(['claims', 2, 'name']);
  });

  test('by nothing, when there are fewer steps', () => {
    expect(FieldPath.root.child('spec').shortenedBy(5).toString()).toBe('');
  });
});
