import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What a real API server said to a manifest; `causes` are `[reason, field, message]`. */
export interface Verdict {
  readonly accepted: boolean;
  readonly code?: number;
  readonly causes?: readonly (readonly [reason: string, field: string, message: string])[];
  readonly message?: string;
}

/** A manifest with the verdicts of real API servers, by Kubernetes version. */
export interface Case {
  readonly id: string;
  readonly area: string;
  readonly rule: string;
  readonly manifest: Record<string, unknown>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

export const DATA = join(__dirname, '../../test/data/conformance');
export const AREAS = ['containers', 'pod', 'workloads', 'services', 'mutants'];
const BETWEEN = ['1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35'];

/** The rows of a file of JSON lines, compressed when its name ends in `.gz`. */
export function readRows<T>(file: string): T[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

type Row = Pick<Case, 'id' | 'manifest'> & {
  readonly rule?: string;
  readonly '1.28': Verdict;
  readonly '1.36': Verdict;
};
type Changes = { readonly id: string } & Record<string, string | Verdict>;

/**
 * The cases of files of judged manifests.
 *
 * @param files Files of JSON lines; when empty, the project's own, with the verdicts of all versions between.
 */
export function readCases(files: readonly string[]): Case[] {
  if (files.length > 0)
    return files.flatMap((file) => readRows<Row>(file).map((row) => toCase(row, areaOf(file), new Map())));
  const changes = new Map(readRows<Changes>(join(DATA, 'versions.jsonl.gz')).map((row) => [row.id, row]));
  return AREAS.flatMap((area) =>
    readRows<Row>(join(DATA, `${area}.jsonl.gz`)).map((row) => toCase(row, area, changes, BETWEEN)),
  );
}

function areaOf(file: string): string {
  return basename(file).replace(/\.jsonl(\.gz)?$/, '');
}

function toCase(row: Row, area: string, changes: ReadonlyMap<string, Changes>, between: readonly string[] = []): Case {
  const verdicts = new Map<string, Verdict>();
  for (const version of ['1.28', ...between, '1.36']) {
    const verdict = version in row ? row[version as '1.28'] : verdictBetween(row, changes.get(row.id)?.[version]);
    if (verdict) verdicts.set(version, verdict);
  }
  return { id: row.id, area, rule: row.rule ?? 'mutant', manifest: row.manifest, verdicts };
}

/** A case that is not among the changes is judged alike by all versions. */
function verdictBetween(row: Row, change: string | Verdict | undefined): Verdict {
  if (change === undefined || change === '1.28') return row['1.28'];
  return change === '1.36' ? row['1.36'] : (change as Verdict);
}
