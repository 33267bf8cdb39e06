import { compareCluster } from './controllers/compare-cluster';
import { readRecordedClusters } from './controllers/recorded-cluster';

/** How many differences of each sort are printed. */
const SHOWN = 4;

/**
 * Prints for each recorded scenario whether the simulator reproduces it and encloses all its runs, or what differs, and
 * in the end how many it does. Arguments are parts of the ids to look at; CONTROLLER_TIMELINES names other recordings.
 */
function main(parts: readonly string[]): void {
  const recordings = readRecordedClusters(
    process.env.CONTROLLER_TIMELINES ?? 'test/data/controllers/timelines.json.gz',
  );
  const chosen = recordings.filter(({ id }) => parts.length === 0 || parts.some((part) => id.includes(part)));
  let [reproduced, enclosed] = [0, 0];
  for (const recording of chosen) {
    const { differences, outside, tried } = compareCluster(recording);
    if (differences.length === 0) reproduced++;
    if (outside.length === 0) enclosed++;
    const verdicts = [
      differences.length === 0 ? 'reproduced' : 'differs',
      outside.length === 0 ? 'enclosed' : 'outside',
    ];
    console.log(`${recording.id}: ${verdicts.join(', ')} (${tried} tried)`);
    for (const { at, text } of differences.slice(0, SHOWN)) console.log(`  ${at.toFixed(2)} ${text}`);
    for (const { text } of outside.slice(0, SHOWN)) console.log(`  ${text}`);
  }
  console.log(`${reproduced} of ${chosen.length} scenarios reproduced, ${enclosed} enclosed`);
}

main(process.argv.slice(2));
