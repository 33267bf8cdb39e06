import type { Diagnostic } from './diagnostic';

/** Sorts the diagnostics of one object in the order in which the object was written. */
export function sortDiagnostics(diagnostics: Diagnostic[], object: unknown): Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  const positions: Positions = new Map();
  return diagnostics.sort((a, b) => comparePaths(a.path, b.path, object, positions) || compareText(a.rule, b.rule));
}

/** The place of each key of an object among its keys, counted once for each object that is asked about. */
type Positions = Map<object, ReadonlyMap<string, number>>;

function comparePaths(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
  object: unknown,
  positions: Positions,
): number {
  let node = object;
  for (let depth = 0; depth < Math.min(a.length, b.length); depth += 1) {
    const [left, right] = [a[depth] ?? '', b[depth] ?? ''];
    if (left !== right) return compareSteps(left, right, node, positions);
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[left] : undefined;
  }
  return a.length - b.length;
}

/** Keys that stand in the object come in its order, before those that are absent. */
function compareSteps(a: string | number, b: string | number, node: unknown, positions: Positions): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const keys = positionsOf(node, positions);
  const [left, right] = [keys.get(String(a)), keys.get(String(b))];
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== right) return left === undefined ? 1 : -1;
  return compareText(String(a), String(b));
}

const NO_KEYS: ReadonlyMap<string, number> = new Map();

function positionsOf(node: unknown, positions: Positions): ReadonlyMap<string, number> {
  if (typeof node !== 'object' || node === null) return NO_KEYS;
  const known = positions.get(node);
  if (known) return known;
  const counted = new Map(Object.keys(node).map((key, index) => [key, index]));
  positions.set(node, counted);
  return counted;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
