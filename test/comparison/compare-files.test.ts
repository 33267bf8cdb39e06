import { compareFiles, type ManifestText } from '../../lib/comparison/compare-files';

const config = (value: string, name = 'a') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  x: "${value}"\n`;
const files = (contents: Record<string, string>, side: string): ManifestText[] =>
  Object.entries(contents).map(([path, content]) => ({ path, name: `${side}/${path}`, content }));
const compare = (before: Record<string, string>, after: Record<string, string>) =>
  compareFiles(files(before, 'old'), files(after, 'new'));

test.each<[string, Record<string, string>, Record<string, string>, string[], string[]]>([
  ['nothing', { 'a.yaml': config('1') }, { 'a.yaml': config('1') }, [], []],
  ['a file that is new', {}, { 'a.yaml': config('1') }, ['a.yaml added'], ['added']],
  ['a file that is gone', { 'a.yaml': config('1') }, {}, ['a.yaml removed'], ['removed']],
  ['a file that changes', { 'a.yaml': config('1') }, { 'a.yaml': config('2') }, ['a.yaml changed'], ['changed']],
  [
    'quotes and comments',
    { 'a.yaml': config('a') },
    { 'a.yaml': `# x\n${config('a').replaceAll('"', '')}` },
    ['a.yaml formatting'],
    [],
  ],
  [
    'the order of documents',
    { 'a.yaml': `${config('1')}---\n${config('2', 'b')}` },
    { 'a.yaml': `${config('2', 'b')}---\n${config('1')}` },
    ['a.yaml formatting'],
    [],
  ],
  [
    'an object that moves',
    { 'a.yaml': config('1') },
    { 'b.yaml': config('1') },
    ['a.yaml removed', 'b.yaml added'],
    [],
  ],
  [
    'one of two files',
    { 'a.yaml': config('1'), 'b.yaml': config('1', 'b') },
    { 'a.yaml': `${config('1')}\n`, 'b.yaml': config('2', 'b') },
    ['a.yaml formatting', 'b.yaml changed'],
    ['changed'],
  ],
  [
    'what is no manifest',
    { 'kustomization.yaml': 'resources: [a.yaml]' },
    { 'kustomization.yaml': 'resources: [b.yaml]' },
    ['kustomization.yaml changed'],
    [],
  ],
])('finds %s', (_name, before, after, states, changes) => {
  const { files: found, objects } = compare(before, after);
  expect(found.map(({ path, state }) => `${path} ${state}`)).toEqual(states);
  expect(objects.map(({ change }) => change)).toEqual(changes);
});

test('a file with the marks of a merge is not compared, and the first mistake says why', () => {
  const broken = `<<<<<<< HEAD\n${config('1')}=======\n${config('2')}>>>>>>> other\n`;
  const { files: found, objects } = compare({ 'a.yaml': broken }, { 'a.yaml': config('1') });
  expect(found).toEqual([
    {
      path: 'a.yaml',
      name: 'new/a.yaml',
      state: 'malformed',
      problem: {
        file: 'old/a.yaml',
        line: expect.any(Number),
        column: expect.any(Number),
        message: expect.any(String),
      },
    },
  ]);
  expect(objects).toEqual([]);
});
