import type { Diagnostic } from './diagnostic';

/** Sorts the diagnostics of one object in the order in which the object was written. */
export function sortDiagnostics(diagnostics: Diagnostic[], object: unknown): Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  return diagnostics.sort((a, b) => comparePaths(a.path, b.path, object) || compareText(a.rule, b.rule));
}

function comparePaths(a: readonly (string | number)[], b: readonly (string | number)[], object: unknown): number {
  let node = object;
  for (let depth = 0; depth < Math.min(a.length, b.length); depth += 1) {
    const [left, right] = [a[depth] ?? '', b[depth] ?? ''];
    if (left !== right) return compareSteps(left, right, node);
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[left] : undefined;
  }
  return a.length - b.length;
}

/** Keys that stand in the object come in its order, before those that are absent. */
function compareSteps(a: string | number, b: string | number, node: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const keys = typeof node === 'object' && node !== null ? Object.keys(node) : [];
  const [left, right] = [keys.indexOf(String(a)), keys.indexOf(String(b))];
  if (left !== -1 && right !== -1) return left - right;
  if (left !== right) return left === -1 ? 1 : -1;
  return compareText(String(a), String(b));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
