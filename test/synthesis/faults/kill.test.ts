import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL } from '../../../lib/synthesis/journal';
import { STAGING } from '../../../lib/synthesis/staging';
import { contentsOf, makeFolder, PODWRIGHT, removeFolder } from './faulty-folder';

/** How many runs are killed; PODWRIGHT_KILLS asks for more. */
const KILLS = Number(process.env.PODWRIGHT_KILLS ?? 300);
/** Every so many kills a run is left to finish, and every so many of those are checked before. */
const FINISHED = 5;
const CHECKED = 5;

type Variant = 'old' | 'new';
type Files = ReadonlyMap<string, string>;

let folder: string;
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => removeFolder(folder));

const environment = (variant: Variant) => ({ cwd: folder, env: { ...process.env, VARIANT: variant } });

/** Runs the program to its end; its exit code, and how many milliseconds it took. */
function run(variant: Variant, ...args: string[]): { readonly code: number | null; readonly duration: number } {
  const start = Date.now();
  const { status } = spawnSync(process.execPath, [PODWRIGHT, ...args], { ...environment(variant), stdio: 'ignore' });
  return { code: status, duration: Date.now() - start };
}

/** Kills a run after so many milliseconds, if it is not over before. */
async function runAndKill(variant: Variant, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [PODWRIGHT, 'synth'], { ...environment(variant), stdio: 'ignore' });
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const [code, signal] = await exit;
  clearTimeout(timer);
  expect(code === 0 || signal === 'SIGKILL').toBe(true);
}

/** What is wrong with the files that a killed run left; each must be whole, and none of the shared ones missing. */
function damage(found: Files, old: Files, latest: Files): string[] {
  const journal = (found.get(JOURNAL) ?? '').split('\n');
  const problems = [...old.keys()].filter((path) => latest.has(path) && !found.has(path));
  for (const [path, content] of found) {
    if (path === JOURNAL || path.startsWith(STAGING)) continue;
    if (content !== old.get(path) && content !== latest.get(path)) problems.push(`${path} is not whole`);
    if (!journal.includes(path)) problems.push(`${path} is not in the journal`);
  }
  return problems;
}

function equal(one: Files, other: Files): boolean {
  return one.size === other.size && [...one].every(([path, content]) => other.get(path) === content);
}

test(
  `after each of ${KILLS} kills every file is whole and none is missing, and the next run finishes`,
  async () => {
    const files = () => {
      const found = contentsOf(join(folder, 'dist'));
      found.delete(OWN);
      return found;
    };
    const render = (variant: Variant) => {
      expect(run(variant, 'synth').code).toBe(0);
      return files();
    };
    const variants = { old: render('old'), new: render('new') };
    writeFileSync(join(folder, 'dist', OWN), OWN_TEXT);
    let { duration } = run('old', 'synth');
    let between = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await runAndKill(kill % 2 === 0 ? 'old' : 'new', Math.random() * duration);
      const found = files();
      expect(damage(found, variants.old, variants.new)).toEqual([]);
      if (!equal(found, variants.old) && !equal(found, variants.new)) between += 1;
      if (kill % FINISHED !== 0) continue;
      const manifests = new Map([...found].filter(([path]) => !path.startsWith(STAGING)));
      if (kill % (FINISHED * CHECKED) === 0)
        expect(run('new', 'synth', '--check').code).toBe(equal(manifests, variants.new) ? 0 : 1);
      const finished = run('new', 'synth');
      expect([finished.code, files()]).toEqual([0, variants.new]);
      duration = finished.duration;
    }
    expect(contentsOf(join(folder, 'dist')).get(OWN)).toBe(OWN_TEXT);
    // Kills that met no run in the act would prove nothing.
    expect(between).toBeGreaterThan(0);
  },
  KILLS * 5000,
);

/** A manifest of people's own, beside those of the app. */
const OWN = 'people-own.yaml';
const OWN_TEXT = 'kind: mine\n';
