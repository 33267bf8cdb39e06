// Compares validation with the verdicts of real API servers: `npm run conformance [-- FILE...] [--verbose]`.
import { readCases } from './cases';
import { defaultsParity } from './defaults-parity';
import { type Figures, type Outcome, score } from './score';

const WORST = 10;

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)}%`;
}

function figuresLine(key: string, { cases, right, alarms, misses, crashes, refused, causesRight }: Figures): string {
  const causes = `causes ${percent(causesRight, refused)} of ${refused}`;
  return `${key.padEnd(16)} verdicts ${percent(right, cases)} of ${cases}, false alarms ${alarms}, misses ${misses}, crashes ${crashes}, ${causes}`;
}

function worstRules(outcomes: readonly Outcome[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { area, rule } of outcomes) counts.set(`${area}/${rule}`, (counts.get(`${area}/${rule}`) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, WORST);
}

function main(args: readonly string[]): void {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const { outcomes, figures } = score(readCases(files));
  for (const [key, sum] of figures) console.log(figuresLine(key, sum));
  if (files.length === 0) console.log(defaultsParity().summary);
  for (const [rule, count] of worstRules(outcomes)) console.log(`worst: ${rule} ${count}`);
  if (!args.includes('--verbose')) return;
  for (const { kind, version, id, detail } of outcomes) console.log(`${kind}\t${version}\t${id}\t${detail}`);
}

main(process.argv.slice(2));
