import { fitRun } from './fit';
import { readRecordings } from './recording';

/**
 * Prints for each recorded scenario whether the simulator reproduces all its runs, or the first difference, and in the
 * end how many it does. Arguments are parts of the ids to look at; KUBELET_TIMELINES names other recordings.
 */
function main(parts: readonly string[]): void {
  const recordings = readRecordings(process.env.KUBELET_TIMELINES ?? 'test/data/kubelet/timelines.json.gz');
  const chosen = recordings.filter(({ id }) => parts.length === 0 || parts.some((part) => id.includes(part)));
  let [scenarios, runs, all] = [0, 0, 0];
  for (const recording of chosen) {
    const fits = recording.runs.map((_, run) => fitRun(recording, run));
    const failed = fits.filter(({ first }) => first);
    runs += fits.length - failed.length;
    all += fits.length;
    if (failed.length === 0) scenarios++;
    const tried = fits.reduce((sum, fit) => sum + fit.tried, 0);
    const outcome = fits.map(({ first }, run) => (first ? `\n  run ${run}: ${first.text}` : '')).join('');
    console.log(`${recording.id}: ${failed.length === 0 ? 'ok' : 'differs'} (${tried} tried)${outcome}`);
  }
  console.log(`${scenarios} of ${chosen.length} scenarios, ${runs} of ${all} runs reproduced`);
}

main(process.argv.slice(2));
