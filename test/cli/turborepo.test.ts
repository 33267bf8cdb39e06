import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const ENV = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1', CI: '' };

const isInstalled = spawnSync('turbo', ['--version'], { env: ENV }).status === 0;
if (!isInstalled) console.info('turbo is not on the PATH: its example is not run');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-'));
  cpSync(join(ROOT, 'examples/turborepo'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(ROOT, join(folder, 'node_modules/podwright'));
  const bin = join(folder, 'node_modules/.bin/podwright');
  writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${ROOT}/build/lib/cli/main.js" "$@"\n`, { mode: 0o755 });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** How many apps came from the cache, as turbo sums it up. */
function synth(): string | undefined {
  const { stdout, stderr, status } = spawnSync('turbo', ['run', 'synth', '--no-color', '--ui=stream'], {
    cwd: folder,
    env: ENV,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`turbo failed:\n${stdout}${stderr}`);
  return /Cached: +(.*)/.exec(stdout)?.[1];
}

const manifest = (app: string) => join(folder, `apps/${app}/dist/${app}.k8s.yaml`);

(isInstalled ? test : test.skip)(
  'a second run comes from the cache, and a changed app is synthesized alone',
  () => {
    expect(synth()).toBe('0 cached, 3 total');
    const before = readFileSync(manifest('api'), 'utf8');
    rmSync(join(folder, 'apps/api/dist'), { recursive: true });
    expect(synth()).toBe('3 cached, 3 total');
    expect(readFileSync(manifest('api'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'apps/api/dist/.podwright'))).toBe(true);

    const main = join(folder, 'apps/web/main.ts');
    writeFileSync(main, readFileSync(main, 'utf8').replace(':1.0', ':1.1'));
    expect(synth()).toBe('2 cached, 3 total');
    expect(readFileSync(manifest('web'), 'utf8')).toContain('image: registry.example/web:1.1');
  },
  120_000,
);

test('every app of the example has the task that turbo.json declares', () => {
  for (const app of ['api', 'web', 'worker']) {
    const { scripts } = JSON.parse(readFileSync(join(folder, `apps/${app}/package.json`), 'utf8'));
    expect([app, scripts]).toEqual([app, { synth: 'podwright synth' }]);
  }
});
