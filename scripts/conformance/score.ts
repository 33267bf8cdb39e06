import type { Diagnostic } from '../../lib/validation/diagnostic';
import { validate } from '../../lib/validation/validate';
import type { Case, Verdict } from './cases';

/** How one verdict of ours compares with a server's. */
export interface Outcome {
  readonly id: string;
  readonly area: string;
  readonly rule: string;
  readonly version: string;
  readonly kind: 'right' | 'false alarm' | 'miss' | 'crash' | 'other causes';
  readonly detail: string;
}

/** The figures of one area and version. */
export interface Figures {
  cases: number;
  right: number;
  alarms: number;
  misses: number;
  crashes: number;
  refused: number;
  causesRight: number;
}

/**
 * Compares our verdicts with the servers'.
 *
 * A verdict is right when we find an error exactly where the server refuses. Causes are right when the set of reason
 * and field, without indexes, is the server's; they count where the server gives any.
 */
export function score(cases: readonly Case[]): { outcomes: Outcome[]; figures: Map<string, Figures> } {
  const outcomes: Outcome[] = [];
  const figures = new Map<string, Figures>();
  for (const row of cases) {
    for (const [version, verdict] of row.verdicts) {
      const key = `${row.area} ${version}`;
      const sum = figures.get(key) ?? {
        cases: 0,
        right: 0,
        alarms: 0,
        misses: 0,
        crashes: 0,
        refused: 0,
        causesRight: 0,
      };
      figures.set(key, sum);
      const outcome = judge(row, version, verdict);
      add(sum, outcome, verdict);
      if (outcome.kind !== 'right') outcomes.push(outcome);
    }
  }
  return { outcomes, figures };
}

function judge(row: Case, version: string, verdict: Verdict): Outcome {
  const { id, area, rule } = row;
  const outcome = (kind: Outcome['kind'], detail = ''): Outcome => ({ id, area, rule, version, kind, detail });
  let found: Diagnostic[];
  try {
    found = validate([structuredClone(row.manifest)], { kubeVersion: version }).filter(
      ({ severity }) => severity === 'error',
    );
  } catch (error) {
    return outcome('crash', String(error));
  }
  const ours = causeSet(found.map(({ reason, field }) => [reason, field]));
  if (verdict.accepted) return found.length === 0 ? outcome('right') : outcome('false alarm', [...ours].join('; '));
  const theirs = causeSet((verdict.causes ?? []).map(([reason, field]) => [reason, field]));
  if (found.length === 0) return outcome('miss', verdict.causes ? [...theirs].join('; ') : (verdict.message ?? ''));
  if (!verdict.causes || equal(ours, theirs)) return outcome('right');
  return outcome('other causes', `server: ${[...theirs].join('; ')} | ours: ${[...ours].join('; ')}`);
}

function causeSet(causes: readonly (readonly [string, string])[]): Set<string> {
  return new Set(
    causes.map(([reason, field]) => `${reason} ${field.replace(/\[[^\]]*\]/g, '').replace(/^<nil>$/, '')}`),
  );
}

function equal(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

function add(sum: Figures, { kind }: Outcome, verdict: Verdict): void {
  sum.cases += 1;
  if (kind === 'right' || kind === 'other causes') sum.right += 1;
  if (kind === 'false alarm') sum.alarms += 1;
  if (kind === 'miss') sum.misses += 1;
  if (kind === 'crash') sum.crashes += 1;
  if (verdict.accepted || !verdict.causes) return;
  sum.refused += 1;
  if (kind === 'right') sum.causesRight += 1;
}
