import { readComments } from '../../lib/manifest/read-comments';

/** A text, and its comments as `document path place: text`. */
const texts: [name: string, text: string, comments: string[]][] = [
  ['none', 'a: 1\n', []],
  ['one above a field', '# x\na: 1\n', ['0 a before: x']],
  ['one behind a value', 'a:\n  b: 1 # x\n  c: 2\n', ['0 a.b before: x']],
  ['one behind a key', 'a: # x\n  b: 1\n', ['0 a before: x']],
  [
    'one above an item, and in it',
    'a:\n  # x\n  - b: 1\n    # y\n    c: 2\n',
    ['0 a.0 before: x', '0 a.0.c before: y'],
  ],
  ['one below the last item', 'a:\n  - b: 1\n  # x\nc: 2\n', ['0 a.0 after: x']],
  ['one below an inner field', 'a:\n  b:\n    c: 1\n    # x\n  # y\nd: 2\n', ['0 a.b.c after: x', '0 a.b after: y']],
  ['one at the end', 'a:\n  b: 1\n# x\n', ['0 a after: x']],
  ['a row of them', '#x\n##  y\n#\na: 1\n', ['0 a before: x', '0 a before:  y', '0 a before: ']],
  ['no # in texts', 'a: "# x"\nb: |\n  # y\nc: z#\n# w\nd: \'#\'\n', ['0 d before: w']],
  ['one in each document', '# x\na: 1\n---\n# y\nb: 1\n', ['0 a before: x', '1 b before: y']],
  ['one of a document of comments', '# x\n---\na: 1\n---\n# y\n', ['0  before: x', '0  after: y']],
  ['one in a flow', 'a: [\n  1, # x\n  2 ]\n', ['0 a.0 before: x']],
  ['JSON', '{"a": "#"}', []],
];

test.each(texts)('%s', (_name, text, comments) => {
  const found = readComments(text).map(
    ({ document, path, place, text: comment }) => `${document} ${path.join('.')} ${place}: ${comment}`,
  );
  expect(found).toEqual(comments);
});
