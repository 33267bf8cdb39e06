import { constantChoices, seededChoices } from '../../lib/simulation/choices';
import { comparedEvents, differences, spreadOf } from './controllers/cluster-differences';
import { readRecordedClusters } from './controllers/recorded-cluster';
import { replayCluster } from './controllers/replay-cluster';

const DATA = 'test/data/controllers/timelines.json.gz';
const SEEDS = Number(process.env.SEEDS ?? 60);

function main(parts: readonly string[]): void {
  const recordings = readRecordedClusters(process.env.CONTROLLER_TIMELINES ?? DATA);
  let reproduced = 0,
    enclosed = 0,
    total = 0;
  for (const recording of recordings) {
    if (parts.length > 0 && !parts.some((part) => recording.id.includes(part))) continue;
    total++;
    const runs = recording.runs.map(({ events }) => comparedEvents(events, recording));
    const spread = spreadOf(runs);
    const choices = [
      constantChoices(0.5),
      constantChoices(0),
      constantChoices(1),
      ...Array.from({ length: SEEDS }, (_, seed) => seededChoices(seed + 1)),
    ];
    const simulated = [];
    let best: string[] | undefined;
    let where = '';
    const began = performance.now();
    for (const [index, choice] of choices.entries()) {
      const events = comparedEvents(replayCluster(recording, choice), recording);
      simulated.push(events);
      for (const run of runs) {
        const found = differences(events, run, spread, recording.seconds);
        if (!best || found.length < best.length) {
          best = found;
          where = `choice ${index}`;
        }
      }
    }
    const ms = (performance.now() - began) / choices.length;
    const bounds = spreadOf(simulated);
    const outside = runs.flatMap((run, r) =>
      run
        .filter(({ key, t }) => {
          const b = bounds.get(key);
          return !b || t < b[0] - 0.01 || t > b[1] + 0.01;
        })
        .map(({ key, t }) => `run ${r} ${t} not in ${bounds.get(key)?.map((x) => x.toFixed(2))}: ${key}`),
    );
    if (best?.length === 0) reproduced++;
    if (outside.length === 0) enclosed++;
    console.log(
      `${recording.id}: ${best?.length === 0 ? 'ok' : `differs ${best?.length}`} (${where}) ${outside.length === 0 ? 'enclosed' : `outside ${outside.length}`} ${ms.toFixed(1)}ms`,
    );
    const show = Number(process.env.SHOW ?? 3);
    for (const text of (best ?? []).slice(0, show)) console.log(`    D ${text}`);
    for (const text of outside.slice(0, show)) console.log(`    O ${text}`);
  }
  console.log(`${reproduced} of ${total} reproduced, ${enclosed} enclosed`);
}

main(process.argv.slice(2));
