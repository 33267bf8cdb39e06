import { readManifests } from '../../lib/manifest/read-manifests';

const read = (text: string | Uint8Array, file = 'web.yaml') => readManifests(text, { file });

describe('documents', () => {
  test('are numbered through the file, empty ones left out', () => {
    const { documents, problems } = read('---\n# nothing\n---\nkind: A\n--- # second\nkind: B\n---\nnull\n');
    expect(documents.map(({ index, object }) => [index, object])).toEqual([
      [0, { kind: 'A' }],
      [1, { kind: 'B' }],
    ]);
    expect(problems).toEqual([]);
  });
});

describe('positions', () => {
  const text = '# a Pod\n---\nkind: Pod\nspec:\n  containers:\n    - name: web\n      "image": nginx\n';
  const document = read(text).documents[0];

  test.each([
    [['kind'], 'key', { line: 3, column: 1, length: 4 }],
    [['kind'], 'value', { line: 3, column: 7, length: 3 }],
    [['spec', 'containers', 0, 'image'], 'key', { line: 7, column: 7, length: 7 }],
    [['spec', 'containers', 0, 'image'], 'value', { line: 7, column: 16, length: 5 }],
    [['spec', 'containers', 0], 'key', { line: 6, column: 7, length: 9 }],
    [['spec', 'containers', 1], 'key', undefined],
    [['kind', 'name'], 'key', undefined],
    [['__proto__'], 'key', undefined],
  ] as const)('of %j, its %s', (path, part, position) => {
    expect(document?.positionOf(path, part)).toEqual(position);
  });

  test('of a missing field is the closest object around it', () => {
    expect(document?.closestPositionOf(['spec', 'containers', 0, 'ports', 0, 'name'])).toEqual({
      line: 6,
      column: 7,
      length: 9,
    });
  });
});
