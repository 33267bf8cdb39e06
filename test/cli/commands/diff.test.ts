import { execFileSync } from 'node:child_process';
import { useWorkspace } from '../workspace';

const workspace = useWorkspace();

const deployment = (replicas: number) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: app, image: 'nginx:1.29' }]
`;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.io', ...args], { stdio: 'pipe' });

function commitManifests(): void {
  git('init', '--quiet', '--initial-branch', 'main');
  workspace.write('dist/sub/web.yaml', deployment(3));
  workspace.write('dist/notes.txt', 'no manifest');
  git('add', 'dist');
  git('commit', '--quiet', '-m', 'a');
  workspace.write('dist/sub/web.yaml', deployment(2));
}

const EFFECTS = ['  lowers availability: 2 pods instead of 3', '  scales: from 3 to 2'];

test.each([
  ['folders', ['old', 'new']],
  ['files of different names', ['old/a.yaml', 'new/a.yaml']],
])('compares %s', async (_name, operands) => {
  workspace.write('old/a.yaml', deployment(3));
  workspace.write('new/a.yaml', deployment(2));
  const { code, out, err } = await workspace.run('diff', ...operands);
  expect([code, out]).toEqual([0, '']);
  expect(err.split('\n').slice(0, 5)).toEqual(['new/a.yaml  changed', '', 'Deployment/web  new/a.yaml:1', ...EFFECTS]);
});

test.each([
  ['a revision with the working tree', ['main:dist'], 'dist/sub/web.yaml'],
  ['a revision with a folder', ['HEAD:dist', './dist'], 'dist/sub/web.yaml'],
  ['a file of a revision with a file', ['main:dist/sub/web.yaml', 'dist/sub/web.yaml'], 'dist/sub/web.yaml'],
])('compares %s', async (_name, operands, file) => {
  commitManifests();
  const { code, err } = await workspace.run('diff', ...operands);
  expect(code).toBe(0);
  expect(err.split('\n').slice(0, 5)).toEqual([`${file}  changed`, '', `Deployment/web  ${file}:1`, ...EFFECTS]);
});

test('compares two revisions', async () => {
  commitManifests();
  git('commit', '--quiet', '--all', '-m', 'b');
  const { out } = await workspace.run('diff', 'HEAD~1:dist', 'HEAD:dist', '--format', 'json');
  expect(JSON.parse(out).files).toEqual([{ path: 'sub/web.yaml', name: 'HEAD:dist/sub/web.yaml', state: 'changed' }]);
});

test('a folder that a revision does not have yet is all new', async () => {
  commitManifests();
  workspace.write('more/a.yaml', deployment(1));
  const { out } = await workspace.run('diff', 'main:more', '--format', 'json');
  expect(JSON.parse(out).files).toEqual([{ path: 'a.yaml', name: 'more/a.yaml', state: 'added' }]);
});

test('compares with standard input', async () => {
  workspace.write('old.yaml', deployment(3));
  workspace.input = deployment(3);
  expect(await workspace.run('diff', 'old.yaml', '-')).toEqual({ code: 0, out: '', err: 'no differences\n' });
});

test('prints Markdown for a comment on standard output', async () => {
  workspace.write('old/a.yaml', deployment(3));
  workspace.write('new/a.yaml', deployment(2));
  const { out, err } = await workspace.run('diff', 'old', 'new', '--format', 'markdown');
  expect([out.split('\n')[0], err]).toEqual(['### Kubernetes manifests: 1 file, 1 object differ', '']);
});

test.each([
  ['any', 1],
  ['scales', 1],
  ['re-creates,lowers-availability', 1],
  ['re-creates', 0],
])('--fail-on %s gives exit code %d', async (effects, code) => {
  workspace.write('old/a.yaml', deployment(3));
  workspace.write('new/a.yaml', deployment(2));
  expect(await workspace.run('diff', 'old', 'new', '--fail-on', effects)).toMatchObject({ code });
});

test('a file that cannot be read fails, whatever is asked for', async () => {
  workspace.write('old/a.yaml', deployment(3));
  workspace.write('new/a.yaml', `<<<<<<< HEAD\n${deployment(3)}`);
  const { code, err } = await workspace.run('diff', 'old', 'new');
  expect(code).toBe(1);
  expect(err).toContain('new/a.yaml  not readable: new/a.yaml:1:');
});

test.each([
  [[], 'name what to compare: two files or folders, or a git revision such as main:dist.'],
  [['old'], 'name what to compare old with.'],
  [['old', 'none'], 'none does not exist.'],
  [['none:old', 'old'], 'git ls-tree failed: fatal: Not a valid object name none'],
  [['--', '-x:old', 'old'], '-x is no git revision.'],
  [['main:none', 'main:nothing'], 'main:none and main:nothing hold no YAML or JSON file.'],
  [['old', 'old', '--fail-on', 'restart'], '--fail-on restart is not known; give one or more of any, '],
])('wrong use %j is answered with what is right', async (args, message) => {
  commitManifests();
  workspace.write('old/a.yaml', deployment(3));
  const { code, err } = await workspace.run('diff', ...args);
  expect([code, err.startsWith(`podwright: ${message}`)]).toEqual([2, true]);
});
