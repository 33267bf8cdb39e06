import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readRevision, revisionOf } from '../../../lib/cli/files/read-revision';
import { useWorkspace } from '../workspace';

const workspace = useWorkspace();
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.io', ...args], { stdio: 'pipe' });

beforeEach(() => {
  git('init', '--quiet', '--initial-branch', 'main');
  for (const [path, text] of Object.entries({
    'app/dist/a.yaml': 'a: ü\n',
    'app/dist/sub dir/b.json': '{}',
    'app/dist/c.txt': 'no manifest',
    'app/dist/empty.yml': '',
  }))
    workspace.write(path, text);
  git('add', 'app');
  git('commit', '--quiet', '-m', 'a');
});

test.each([
  ['main:dist', { revision: 'main', path: 'dist' }],
  ['HEAD~1:a b', { revision: 'HEAD~1', path: 'a b' }],
  ['main:', { revision: 'main', path: '.' }],
  ['dist', undefined],
  [':dist', undefined],
])('%s', (text, expected) => {
  expect(revisionOf(text)).toEqual(expected);
});

const read = (path: string) =>
  readRevision({ revision: 'main', path }).map((file) => [file.path, file.name, file.content.toString()]);

test.each([
  ['a folder', 'app/dist', ['a.yaml', 'empty.yml', 'sub dir/b.json']],
  ['a folder with a slash', 'app/dist/', ['a.yaml', 'empty.yml', 'sub dir/b.json']],
  ['a folder as shells complete it', './app/dist', ['a.yaml', 'empty.yml', 'sub dir/b.json']],
  ['everything', '.', ['app/dist/a.yaml', 'app/dist/empty.yml', 'app/dist/sub dir/b.json']],
  ['one file', 'app/dist/a.yaml', ['']],
  ['nothing', 'none', []],
])('reads the manifests of %s', (_name, path, expected) => {
  expect(read(path).map(([name]) => name)).toEqual(expected);
});

test('gives the bytes of each file, named after the revision', () => {
  expect(read('app/dist')).toEqual([
    ['a.yaml', 'main:app/dist/a.yaml', 'a: ü\n'],
    ['empty.yml', 'main:app/dist/empty.yml', ''],
    ['sub dir/b.json', 'main:app/dist/sub dir/b.json', '{}'],
  ]);
});

test('paths are relative to the working directory', () => {
  process.chdir('app');
  expect(read('dist').map(([name]) => name)).toEqual(['a.yaml', 'empty.yml', 'sub dir/b.json']);
  mkdirSync('below');
  process.chdir('below');
  expect(read('../dist').map(([name]) => name)).toEqual(['a.yaml', 'empty.yml', 'sub dir/b.json']);
});
