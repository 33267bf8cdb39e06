import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf, makeFolder, PODWRIGHT, removeFolder } from './faulty-folder';

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => removeFolder(folder));

/** Runs shell commands where mounts are the process's own; undefined where the machine does not allow that. */
function withMounts(script: string): string | undefined {
  const shell = (text: string) =>
    spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', text], { cwd: folder, encoding: 'utf8' });
  if (shell('mount -t tmpfs -o size=64k tmpfs .').status !== 0) {
    console.warn('skipped: this machine does not let a test mount file systems');
    return undefined;
  }
  const { stdout, stderr } = shell(script);
  return stdout + stderr;
}

const synth = (variant: string) => `VARIANT=${variant} '${process.execPath}' '${PODWRIGHT}' synth`;

test('a full disk is a clear error that changes no file and leaves none behind', () => {
  mkdirSync(join(folder, 'dist'));
  mkdirSync(join(folder, 'copy'));
  const output = withMounts(`
    mount -t tmpfs -o size=900k tmpfs dist
    ${synth('old')} 2>&1 || exit 1
    cp -R dist/. copy
    dd if=/dev/zero of=dist/ballast bs=1k 2>/dev/null
    ${synth('new')}; echo "exit code $?"
    rm dist/ballast
    diff -r copy dist && echo 'nothing changed'
    ${synth('new')}; echo "exit code $?"
  `);
  if (output === undefined) return;
  expect(output).toContain('cannot write to dist: no space is left on the device\n');
  expect(output.match(/exit code \d|nothing changed|differ$|Only in.*$/gm)).toEqual([
    'exit code 2',
    'nothing changed',
    'exit code 0',
  ]);
});

test('a read-only file system is a clear error; a run with nothing to change, and a check, need no more than that', () => {
  mkdirSync(join(folder, 'dist'));
  const output = withMounts(`
    ${synth('old')} 2>/dev/null
    mount --bind dist dist && mount -o remount,bind,ro dist
    ${synth('new')}; echo "exit code $?"
    ${synth('old')}; echo "exit code $?"
    ${synth('old')} --check; echo "exit code $?"
  `);
  if (output === undefined) return;
  expect(output).toContain('cannot write to dist: the file system is read-only\n');
  expect(output.match(/exit code \d/g)).toEqual(['exit code 2', 'exit code 0', 'exit code 0']);
});

test('two runs at once both finish, and the last one decides', async () => {
  const output = spawnSync('sh', ['-c', `${synth('old')} & ${synth('new')}; wait; ${synth('new')}`], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([output.status, output.stderr.includes('podwright:')]).toEqual([0, false]);
  const paths = [...contentsOf(join(folder, 'dist')).keys()];
  expect(paths.filter((path) => /only|tmp/.test(path))).toEqual(['ConfigMap.only-new.k8s.yaml']);
});

test("people's own files stand every run", () => {
  mkdirSync(join(folder, 'dist/own'), { recursive: true });
  writeFileSync(join(folder, 'dist/own/mine.yaml'), 'kind: mine\n');
  for (const variant of ['old', 'new']) spawnSync('sh', ['-c', synth(variant)], { cwd: folder });
  expect(contentsOf(join(folder, 'dist')).get('own/mine.yaml')).toBe('kind: mine\n');
});
