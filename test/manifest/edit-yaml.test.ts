import { type DocumentEdit, editYaml } from '../../lib/manifest/edit-yaml';

const edit = (path: string, value?: unknown, document = 0): DocumentEdit => ({
  document,
  path: path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  value,
});
const edited = (text: string, ...edits: DocumentEdit[]) => editYaml(text, edits);

test.each<[string, string, DocumentEdit[], string]>([
  ['sets a value and leaves its comment', 'a: 1  # one\nb: 2\n', [edit('a', 3)], 'a: 3  # one\nb: 2\n'],
  ['sets a quoted value', "a: 'x'\n", [edit('a', 'yes')], 'a: "yes"\n'],
  [
    'adds a field after the others, before the comments of what follows',
    'm:\n    a: 1 # one\n\n# about n\nn: 2\n',
    [edit('m.b', true)],
    'm:\n    a: 1 # one\n    b: true\n\n# about n\nn: 2\n',
  ],
  [
    'adds a field after a nested one',
    'm:\n  a:\n    - x\n    - y\nn: 2\n',
    [edit('m.b', 1)],
    'm:\n  a:\n    - x\n    - y\n  b: 1\nn: 2\n',
  ],
  [
    'adds a field after a block text',
    'm:\n  a: |\n    x\n    y\nn: 2\n',
    [edit('m.b', 1)],
    'm:\n  a: |\n    x\n    y\n  b: 1\nn: 2\n',
  ],
  [
    'adds a field to an item of a list',
    'l:\n- name: x\n- name: y\n  z: 1\n',
    [edit('l.0.b', 1), edit('l.1.b', 2)],
    'l:\n- name: x\n  b: 1\n- name: y\n  z: 1\n  b: 2\n',
  ],
  [
    'adds maps on the way, once',
    'a: 1\n',
    [edit('s.x', 1), edit('s.w.z', 'no')],
    'a: 1\ns:\n  x: 1\n  w:\n    z: "no"\n',
  ],
  [
    'adds to a map in one line',
    'a: { b: 1 }\nc: {}\n',
    [edit('a.d', 'x'), edit('c.e.f', ['ALL'])],
    'a: { b: 1, d: x }\nc: { e: { f: [ALL] } }\n',
  ],
  ['adds at the end of a text without a last line break', 'a: 1', [edit('b', 2)], 'a: 1\nb: 2\n'],
  ['removes a field with its lines', 'a: 1\nb:\n  c: 2\n  d: 3 # gone\ne: 4\n', [edit('b')], 'a: 1\ne: 4\n'],
  [
    'removes one field and adds another',
    'm:\n  old: x\n  keep: 1\n',
    [edit('m.old'), edit('m.new', 'x')],
    'm:\n  keep: 1\n  new: x\n',
  ],
  ['changes the document that is meant', 'a: 1\n---\na: 1\n', [edit('a', 2, 1)], 'a: 1\n---\na: 2\n'],
  ['keeps the line breaks of Windows', 'a: 1\r\n', [edit('b', 2)], 'a: 1\r\nb: 2\r\n'],
])('%s', (_name, text, edits, expected) => {
  expect(edited(text, ...edits)).toEqual({ text: expected, done: edits.map(() => true) });
});

test.each<[string, string, DocumentEdit]>([
  ['what an alias shares', 'a: &x { b: 1 }\nc: *x\n', edit('c.b', 2)],
  ['an item that is not there', 'l: []\n', edit('l.0.b', 1)],
  ['a list that is not there', 'a: 1\n', edit('l.0.b', 1)],
  ['a text of several lines', 'a: |\n  x\n', edit('a', 'y')],
  ['the only field of a map', 'a:\n  b: 1\n', edit('a.b')],
  ['the first field of an item', 'l:\n  - a: 1\n    b: 2\n', edit('l.0.a')],
  ['a field of a map in one line', 'a: { b: 1, c: 2 }\n', edit('a.b')],
  ['a document that is not there', 'a: 1\n', edit('a', 2, 1)],
  ['a field that is not there', 'a: 1\n', edit('b')],
])('leaves %s', (_name, text, one) => {
  expect(edited(text, one)).toEqual({ text, done: [false] });
});
