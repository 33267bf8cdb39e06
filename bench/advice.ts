// What advice costs beside the server's rules: CPU time over 10,000 Deployments with their Services, in one run, in turns.

import { validate } from '../lib/validation/validate';
import type { ValidateOptions } from '../lib/validation/validate-options';
import type { Supervision } from '../lib/validation/validation';
import { deployment, service } from './deployments';

const COUNT = 10_000;
const ROUNDS = 5;
const objects = Array.from({ length: COUNT }, (_, index) => [deployment(index), service(index)]).flat();

/** As `podwright synth` asks for it, with what people are told and with what programs are. */
const CASES: Record<string, ValidateOptions & Supervision> = {
  'server rules alone': {},
  'recommended advice, told to people': { profile: 'recommended', adviceLimit: 3 },
  'recommended advice, told to programs': { profile: 'recommended' },
  'all advice, told to people': { profile: 'all', adviceLimit: 3 },
};

const seconds = new Map<string, number>();
let told = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, options] of Object.entries(CASES)) {
    const start = process.cpuUsage();
    told = validate(objects, { oneApp: true, ...options }).length;
    const { user, system } = process.cpuUsage(start);
    seconds.set(name, Math.min(seconds.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / 1e6));
    if (options.adviceLimit !== undefined && told > 300) throw new Error(`${told} findings for people to read`);
  }
}
const server = seconds.get('server rules alone') ?? 1;
for (const [name, time] of seconds) {
  const extra = ((time - server) / server).toFixed(2);
  console.log(`${name.padEnd(38)} ${time.toFixed(2)} s, ${extra} of the server rules on top`);
}
const limit = (seconds.get('recommended advice, told to people') ?? 0) - server;
console.log(`advice costs ${limit < server ? 'less' : 'MORE'} than the server rules do`);
if (limit >= server) process.exitCode = 1;
