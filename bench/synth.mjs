// Whole runs of each tool over the same work: wall time, CPU and peak memory, medians of runs in turn.
// `node synth.mjs [N ...]` prints tables of N Deployments; without N it measures everything and writes results.json.
// Everything of ours is validated, of the peers only what says so.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleTools } from './example.mjs';
import { measureInTurn } from './measure.mjs';
import { kustomize, peers } from './peers.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const RUNS = { 10: 7, 1000: 5, 10000: 3, 100000: 1 };
const SIZES = [10, 1000, 10000, 100000];

/** Gives `action` a function that makes folders with files, and removes them afterwards. */
function withWorkspace(action) {
  const top = mkdtempSync(join(tmpdir(), 'podwright-bench-'));
  try {
    return action((name, files = {}, isOurs = false) => {
      const folder = join(top, name);
      mkdirSync(folder);
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      // Where an app of ours is installed, its transpiled modules are kept.
      if (isOurs) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      return folder;
    });
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

/** N Deployments, made by all tools; ours once into an empty folder and once over the same files. */
function measureSize(size) {
  return withWorkspace((workspace) => {
    const [ours, ...others] = peers(size, here, workspace);
    const output = join(ours.cwd, 'dist');
    const fresh = { ...ours, before: () => rmSync(output, { recursive: true, force: true }) };
    let written;
    const again = {
      ...ours,
      name: 'podwright synth, nothing changed',
      before: () => {
        written = statSync(join(output, 'web.k8s.yaml')).mtimeMs;
      },
      after: () => {
        if (statSync(join(output, 'web.k8s.yaml')).mtimeMs !== written) throw new Error('a file was written again');
      },
    };
    return measureInTurn([fresh, again, ...others], RUNS[size] ?? 3);
  });
}

/** What kubectl makes of the kustomization.yaml of an app; it must build, with every object. */
function measureKustomize(size) {
  return withWorkspace((workspace) => {
    const { ours, kubectl } = kustomize(size, here, workspace);
    execFileSync(ours.command, ours.args, { cwd: ours.cwd, stdio: 'ignore' });
    const text = execFileSync(kubectl.command, kubectl.args, { cwd: kubectl.cwd, encoding: 'utf8', maxBuffer: 1e9 });
    const built = text.match(/^kind: Deployment$/gm)?.length;
    if (built !== size) throw new Error(`kubectl kustomize built ${built} of ${size} Deployments`);
    return measureInTurn([ours, kubectl], 7);
  });
}

function print(title, rows) {
  console.log(`\n| ${title} | wall s | CPU s | peak MB | wall, podwright = 1 |\n|---|---|---|---|---|`);
  for (const { name, wall, cpu, memory } of rows)
    console.log(
      `| ${name} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${memory.toFixed(0)} | ${(wall / rows[0].wall).toFixed(2)} |`,
    );
}

const chosen = process.argv.slice(2).map(Number);
if (chosen.length > 0) for (const size of chosen) print(`${size} Deployments`, measureSize(size));
else {
  const sizes = Object.fromEntries(
    SIZES.map((size) => {
      const rows = measureSize(size);
      print(`${size} Deployments`, rows);
      return [size, rows];
    }),
  );
  const example = withWorkspace((workspace) => measureInTurn(exampleTools(root, workspace), 11));
  print('the example app', example);
  const kustomization = measureKustomize(1000);
  print('1000 Deployments in files of their own, with kustomization.yaml', kustomization);
  const helm = peers(10, here, () => '').find(({ name }) => name === 'helm template');
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    versions: {
      node: process.version,
      cdk8s: JSON.parse(readFileSync(join(root, 'node_modules/cdk8s/package.json'), 'utf8')).version,
      helm: existsSync(helm.command)
        ? execFileSync(helm.command, ['version', '--short'], { encoding: 'utf8' }).trim()
        : '',
    },
    sizes,
    example,
    kustomization,
  };
  writeFileSync(join(here, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
}
