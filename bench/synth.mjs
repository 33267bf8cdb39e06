// The same N Deployments with two probes, made by each tool as a whole process: wall time, CPU, peak memory.
// `node synth.mjs [N ...]`; everything of ours is validated, of the peers only what says so.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { peers } from './peers.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const sizes = process.argv.slice(2).map(Number);
const RUNS = { 10: 7, 1000: 5, 10000: 3, 100000: 1 };
const TIME = '/usr/bin/time';

/** Wall and CPU seconds and peak memory in MB of one run; the kernel's own accounting where GNU time is installed. */
function measure({ command, args, cwd }) {
  const start = process.hrtime.bigint();
  const measured = existsSync(TIME)
    ? [TIME, ['-f', '%U %S %M', '-o', join(cwd, '.time'), command, ...args]]
    : [command, args];
  const { status, stderr } = spawnSync(measured[0], measured[1], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  if (!existsSync(TIME)) return { wall, cpu: Number.NaN, memory: Number.NaN };
  const [user, system, kilobytes] = execFileSync('cat', [join(cwd, '.time')], { encoding: 'utf8' })
    .split(/\s+/)
    .map(Number);
  return { wall, cpu: user + system, memory: kilobytes / 1024 };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function compare(size) {
  const root = mkdtempSync(join(tmpdir(), 'podwright-bench-'));
  try {
    const tools = peers(size, here, (name, files) => {
      const folder = join(root, name);
      mkdirSync(folder);
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return folder;
    });
    const results = new Map(tools.map(({ name }) => [name, []]));
    for (let run = -1; run < (RUNS[size] ?? 1); run += 1) {
      for (const tool of tools) {
        const result = measure(tool);
        if (run >= 0 || RUNS[size] === undefined) results.get(tool.name).push(result);
      }
    }
    return [...results].map(([name, list]) => ({
      name,
      wall: median(list.map((r) => r.wall)),
      cpu: median(list.map((r) => r.cpu)),
      memory: median(list.map((r) => r.memory)),
    }));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

console.log(
  `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
);
for (const size of sizes.length > 0 ? sizes : [10, 1000, 10000]) {
  const rows = compare(size);
  console.log(`\n| ${size} Deployments | wall s | CPU s | peak MB | ratio to podwright |\n|---|---|---|---|---|`);
  for (const { name, wall, cpu, memory } of rows) {
    console.log(
      `| ${name} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${memory.toFixed(0)} | ${(wall / rows[0].wall).toFixed(2)} |`,
    );
  }
}
