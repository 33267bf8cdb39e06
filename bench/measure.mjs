import { spawnSync } from 'node:child_process';

/** Runs each command once to warm up, then all of them in turn, `runs` times; gives the median wall time of each in ms. */
export function alternate(commands, runs) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const [name, { args, cwd }] of Object.entries(commands)) {
      const start = process.hrtime.bigint();
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
      const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
      if (status !== 0) throw new Error(`${name} failed:\n${stdout}${stderr}`);
      if (run >= 0) times[name].push(elapsed);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Prints the medians and the ratio of the first to the second. */
export function printRatio(title, medians, goal) {
  const [[ours, a], [peer, b]] = Object.entries(medians);
  console.log(
    `${title}: ${ours} ${a.toFixed(0)} ms, ${peer} ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(2)} (goal: at most ${goal})`,
  );
}
