import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Fit, fitRun } from './fit';
import { readRecordings } from './recording';

/** The choices that reproduce the recorded runs, by scenario: where a search begins. */
export const CHOICES = 'test/data/kubelet/choices.json.gz';

/** Reads the stored choices. */
export function readChoices(file: string): Record<string, number[][]> {
  return existsSync(file) ? JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) : {};
}

/**
 * Prints for each recorded scenario whether the simulator reproduces all its runs, or the first difference, and in the
 * end how many it does. Arguments are parts of the ids to look at; `--write` stores the choices that were found;
 * KUBELET_TIMELINES names other recordings.
 */
function main(args: readonly string[]): void {
  const parts = args.filter((arg) => !arg.startsWith('--'));
  const recordings = readRecordings(process.env.KUBELET_TIMELINES ?? 'test/data/kubelet/timelines.json.gz');
  const chosen = recordings.filter(({ id }) => parts.length === 0 || parts.some((part) => id.includes(part)));
  const stored = readChoices(CHOICES);
  let scenarios = 0;
  const all: Fit[] = [];
  for (const recording of chosen) {
    const fits = recording.runs.map((_, run) => fitRun(recording, run, stored[recording.id]?.[run]));
    all.push(...fits);
    stored[recording.id] = fits.map(({ choices }) => choices.map((choice) => Math.round(choice * 1e4) / 1e4));
    const failed = fits.some(({ first }) => first);
    if (!failed) scenarios++;
    const tried = fits.reduce((sum, fit) => sum + fit.tried, 0);
    const outcome = fits.map(({ first }, run) => (first ? `\n  run ${run}: ${first.text}` : '')).join('');
    console.log(`${recording.id}: ${failed ? 'differs' : 'ok'} (${tried} tried)${outcome}`);
  }
  const reproduced = all.filter(({ first }) => !first);
  const close = reproduced.filter(({ within }) => within === 'second').length;
  console.log(
    `${scenarios} of ${chosen.length} scenarios, ${reproduced.length} of ${all.length} runs, ${close} within 1 s`,
  );
  if (args.includes('--write')) writeFileSync(CHOICES, gzipSync(JSON.stringify(stored), { level: 9 }));
}

if (require.main === module) main(process.argv.slice(2));
