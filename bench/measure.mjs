import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TIME = '/usr/bin/time';

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

/**
 * Runs tools once to warm up, then in turn: median wall and CPU seconds and peak memory in MB of each. A tool may have
 * functions `before` and `after` each run.
 */
export function measureInTurn(tools, runs) {
  const results = new Map(tools.map(({ name }) => [name, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const tool of tools) {
      tool.before?.();
      const result = measure(tool);
      tool.after?.();
      if (run >= 0) results.get(tool.name).push(result);
    }
  }
  return [...results].map(([name, list]) => ({
    name,
    wall: median(list.map(({ wall }) => wall)),
    cpu: median(list.map(({ cpu }) => cpu)),
    memory: median(list.map(({ memory }) => memory)),
  }));
}

/** One run; CPU and memory are the kernel's own accounting, where GNU time is installed. */
function measure({ command, args, cwd }) {
  if (!existsSync(TIME)) throw new Error(`${TIME} is needed: apt-get install time`);
  const folder = mkdtempSync(join(tmpdir(), 'podwright-time-'));
  const log = join(folder, 'time');
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(TIME, ['-f', '%U %S %M', '-o', log, command, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  const [user, system, kilobytes] = readFileSync(log, 'utf8').split(/\s+/).map(Number);
  rmSync(folder, { recursive: true });
  return { wall, cpu: user + system, memory: kilobytes / 1024 };
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
