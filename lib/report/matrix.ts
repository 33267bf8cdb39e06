import type { Diagnostic } from '../validation/diagnostic';
import { objectName } from './report';

/** One row a finding, one column a Kubernetes version: `x` where the version has it. */
export function versionMatrix(
  merged: readonly { diagnostic: Diagnostic; versions: readonly string[] }[],
  versions: readonly string[],
): string[] {
  const rows = merged.map(({ diagnostic, versions: has }) => ({
    name: `${objectName(diagnostic)} ${diagnostic.field} ${diagnostic.rule}`,
    cells: versions.map((version) => (has.includes(version) ? 'x' : '.').padEnd(version.length)),
  }));
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  if (rows.length === 0) return [];
  return [
    `${''.padEnd(width)}  ${versions.join(' ')}`,
    ...rows.map(({ name, cells }) => `${name.padEnd(width)}  ${cells.join(' ').trimEnd()}`),
  ];
}
