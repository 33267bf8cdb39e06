import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { STAGING, withStaging } from '../../lib/synthesis/staging';

let outdir: string;
beforeEach(() => {
  outdir = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

/** A process number that no process has. */
const NOBODY = 2 ** 22 + 1;

function leave(owner: string | undefined, secondsAgo = 0): void {
  const staging = join(outdir, STAGING);
  mkdirSync(staging);
  writeFileSync(join(staging, '0'), 'half a fi');
  if (owner !== undefined) writeFileSync(join(staging, 'owner'), owner);
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(staging, then, then);
}

test('gives a folder of its own and removes it, also after an error', () => {
  expect(withStaging(outdir, (staging) => existsSync(staging))).toBe(true);
  expect(() =>
    withStaging(outdir, () => {
      throw new Error('mine');
    }),
  ).toThrow('mine');
  expect(existsSync(join(outdir, STAGING))).toBe(false);
});

test.each([
  ['whose process has ended', `${NOBODY} ${hostname()}`, 0],
  ['that never named an owner', undefined, 2],
  ['of another machine, long ago', `${process.pid} another-machine`, 61],
])('takes over a folder %s', (_, owner, secondsAgo) => {
  leave(owner, secondsAgo);
  expect(withStaging(outdir, (staging) => existsSync(join(staging, '0')))).toBe(false);
  expect(existsSync(join(outdir, STAGING))).toBe(false);
});

test.each([
  [
    'a running process',
    `${process.ppid} ${hostname()}`,
    `another podwright (process ${process.ppid}) is writing there`,
  ],
  ['another machine, just now', `${NOBODY} another-machine`, `another podwright (process ${NOBODY}) is writing there`],
])('waits for %s, and in the end says so and leaves all as it is', (_, owner, message) => {
  leave(owner);
  const start = Date.now();
  expect(() => withStaging(outdir, () => undefined)).toThrow(expect.objectContaining({ name: 'BusyError', message }));
  expect(Date.now() - start).toBeGreaterThan(4000);
  expect(existsSync(join(outdir, STAGING, '0'))).toBe(true);
});
