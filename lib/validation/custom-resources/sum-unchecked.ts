import type { Diagnostic } from '../diagnostic';

/**
 * Says what was left unchecked once for a kind: at the first object that it holds for, with how many there are.
 *
 * Takes sums apart again, so that the diagnostics of several files can be summed up as well.
 */
export function sumUnchecked(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const places = new Map<string, number>();
  const out: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const key = diagnostic.reason === 'NotChecked' ? keyOf(diagnostic) : undefined;
    const place = key === undefined ? undefined : places.get(key);
    const first = place === undefined ? undefined : out[place];
    if (place !== undefined && first !== undefined) {
      out[place] = withCount(first, (first.count ?? 1) + (diagnostic.count ?? 1));
      continue;
    }
    if (key !== undefined) places.set(key, out.length);
    out.push(diagnostic);
  }
  return out;
}

function keyOf(diagnostic: Diagnostic): string {
  const { apiVersion, kind } = diagnostic.object;
  return [diagnostic.rule, apiVersion.split('/', 1)[0], kind, plainMessage(diagnostic)].join('\n');
}

function withCount(diagnostic: Diagnostic, count: number): Diagnostic {
  return { ...diagnostic, count, message: `${plainMessage(diagnostic)}${suffix(count)}` };
}

function plainMessage({ message, count }: Diagnostic): string {
  return count === undefined ? message : message.slice(0, -suffix(count).length);
}

function suffix(count: number): string {
  return ` (${count} objects)`;
}
