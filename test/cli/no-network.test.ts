import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PODWRIGHT = join(ROOT, 'build/lib/cli/main.js');

const MAIN = `import { App, Chart, Deployment } from '${join(ROOT, 'build/lib')}';
const app = new App();
new Deployment(new Chart(app, 'web'), 'web', { containers: { app: { image: 'nginx:1.29' } } });
app.synth();
`;

/** Loaded before the program: whatever asks for a connection or a name ends the process with a code of its own. */
const FORBID = `const refuse = (what) => () => { console.error('network: ' + what); process.exit(99); };
const net = require('node:net');
net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
const dns = require('node:dns');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) { dns[name] = refuse(name); dns.promises[name] = refuse(name); }
require('node:dgram').createSocket = refuse('createSocket');
globalThis.fetch = refuse('fetch');
`;

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-network-')));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'main.ts'), MAIN);
  writeFileSync(join(folder, 'forbid.js'), FORBID);
  execFileSync(process.execPath, [PODWRIGHT, 'synth'], { cwd: folder, stdio: 'ignore' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMMANDS = [
  ['--version'],
  ['synth'],
  ['synth', '--check'],
  ['validate', 'dist', '--kube-version', '1.28..1.36'],
  ['diff', 'dist', 'dist'],
  ['simulate', 'Deployment/web', '--scenario', 'hang=60s'],
  ['explain', 'valid-probe-success-threshold'],
];

test.each(COMMANDS.map((args) => [args.join(' '), args] as const))('podwright %s asks for no connection', (_, args) => {
  const { status, stderr } = spawnSync(process.execPath, ['--require', './forbid.js', PODWRIGHT, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stderr.includes('network:')]).toEqual([0, false]);
});

test('what forbids connections sees them', () => {
  for (const code of ["require('node:http').get('http://192.0.2.1')", "fetch('http://192.0.2.1')"]) {
    const { status } = spawnSync(process.execPath, ['--require', './forbid.js', '-e', code], { cwd: folder });
    expect(status).toBe(99);
  }
});

test('a whole run, with all processes that it starts, opens no socket but those between its own processes', () => {
  const log = join(folder, 'calls');
  const strace = (...command: string[]) =>
    spawnSync('strace', ['-f', '-qq', '-e', 'trace=socket,connect', '-o', log, ...command], { cwd: folder });
  if (strace('true').status !== 0) {
    console.warn('skipped: strace is not installed, or may not trace here');
    return;
  }
  const sockets = () =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /\b(socket|connect)\(/.test(line) && !line.includes('AF_UNIX'));
  expect(strace(process.execPath, PODWRIGHT, 'synth').status).toBe(0);
  expect(sockets()).toEqual([]);
  strace(process.execPath, '-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})");
  expect(sockets().length).toBeGreaterThan(0);
});
