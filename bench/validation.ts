// How many objects a second and core full validation does, after start.

import { validate } from '../lib/validation/validate';
import { readCases } from '../scripts/conformance/cases';
import { deployment } from './deployments';

function objectsPerSecond(objects: readonly unknown[]): number {
  let best = 0;
  for (let round = 0; round < 5; round += 1) {
    const start = process.cpuUsage();
    const found = validate(objects).filter(({ severity }) => severity === 'error').length;
    const { user, system } = process.cpuUsage(start);
    if (found > 0) throw new Error(`${found} errors in objects that servers accept`);
    best = Math.max(best, objects.length / ((user + system) / 1e6));
  }
  return Math.round(best);
}

const accepted = readCases([])
  .filter((row) => row.verdicts.get('1.36')?.accepted && row.area !== 'mutants')
  .map((row) => row.manifest);
const mixed = Array.from({ length: 10 }, () => accepted).flat();
console.log(
  `Deployments with two probes: ${objectsPerSecond(Array.from({ length: 20_000 }, (_, index) => deployment(index)))} a second and core (goal: at least 20000)`,
);
console.log(`mixed manifests: ${objectsPerSecond(mixed)} a second and core (goal: at least 10000)`);
