// What advice costs beside the server's rules: CPU time over 10,000 Deployments, and with a Service for each, in one run.

import { validate } from '../lib/validation/validate';
import type { ValidateOptions } from '../lib/validation/validate-options';
import type { Supervision } from '../lib/validation/validation';
import { deployment, service } from './deployments';

const COUNT = 10_000;
const ROUNDS = 6;
const deployments = Array.from({ length: COUNT }, (_, index) => deployment(index));
const withServices = deployments.flatMap((object, index) => [object, service(index)]);

const SERVER = 'server rules alone';
const PEOPLE = 'recommended advice, told to people';

/** As `podwright synth` asks for it, with what people are told and with what programs are. */
const CASES: Record<string, ValidateOptions & Supervision> = {
  [SERVER]: {},
  [PEOPLE]: { profile: 'recommended', adviceLimit: 3 },
  'recommended advice, told to programs': { profile: 'recommended' },
  'all advice, told to people': { profile: 'all', adviceLimit: 3 },
};

/** The least CPU time of each case, in seconds; the cases take turns. */
function measure(objects: readonly unknown[]): Map<string, number> {
  const seconds = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, options] of Object.entries(CASES)) {
      const start = process.cpuUsage();
      const told = validate(objects, { oneApp: true, ...options }).length;
      const { user, system } = process.cpuUsage(start);
      seconds.set(name, Math.min(seconds.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / 1e6));
      if (options.adviceLimit !== undefined && told > 300) throw new Error(`${told} findings for people to read`);
    }
  }
  return seconds;
}

/** What a case costs on top of the server's rules, as a part of these. */
function extra(seconds: ReadonlyMap<string, number>, name: string): number {
  const server = seconds.get(SERVER) ?? Number.NaN;
  return ((seconds.get(name) ?? Number.NaN) - server) / server;
}

for (const [title, objects] of [
  [`${COUNT} Deployments`, deployments],
  [`${COUNT} Deployments, each with a Service`, withServices],
] as const) {
  const seconds = measure(objects);
  console.log(title);
  for (const [name, time] of seconds)
    console.log(
      `  ${name.padEnd(38)} ${time.toFixed(2)} s, ${extra(seconds, name).toFixed(2)} of the server rules on top`,
    );
  if (objects === deployments && !(extra(seconds, PEOPLE) < 1)) {
    console.log('advice costs more than the server rules do');
    process.exitCode = 1;
  }
}
