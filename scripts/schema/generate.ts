// Writes the tables of Kubernetes' types and kinds, 1.28 to 1.36, that validation reads: `npm run schema`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodedTypes } from './decoded-types';
import { rangeMark, superset } from './superset';

/** The text of each generated file, by its path from the repository's root. */
export function generateSchema(): Map<string, string> {
  const pointers = JSON.parse(readFileSync(join(__dirname, 'pointers.json'), 'utf8')) as Record<string, string[]>;
  const { types, kinds } = superset();
  const rows: Record<
    string,
    { served?: string; fields: Record<string, string | string[]>; mergeKeys?: Record<string, string[]> }
  > = {};
  for (const [name, type] of [...types].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fields: Record<string, string | string[]> = {};
    for (const [field, variants] of [...type.fields].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const marks = variants.map(({ type: notation, required, range }) => {
        const pointer = pointers[name]?.includes(field) ? '*' : '';
        return `${pointer}${notation}${required ? '!' : ''}${rangeMark(range)}`;
      });
      fields[field] = marks.length === 1 ? (marks[0] ?? '') : marks;
    }
    const served = rangeMark(type.range);
    rows[name] = {
      ...(served && { served }),
      fields,
      ...(type.mergeKeys.size > 0 && { mergeKeys: Object.fromEntries([...type.mergeKeys].sort()) }),
    };
  }
  const served = [...kinds.values()]
    .sort((a, b) => (`${a.group}/${a.version}/${a.kind}` < `${b.group}/${b.version}/${b.kind}` ? -1 : 1))
    .map(({ group, version, kind, type, range }) => ({ group, version, kind, type, since: range[0], until: range[1] }));
  return new Map([
    ['lib/kubernetes/generated/types.json', lines(rows)],
    ['lib/kubernetes/generated/kinds.json', `[\n${served.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`],
    ['lib/kubernetes/generated/decoded.ts', decodedTypes(types)],
  ]);
}

/** JSON with one line a row, so that a new version shows as a short diff. */
function lines(rows: Record<string, unknown>): string {
  return `{\n${Object.entries(rows)
    .map(([name, row]) => `${JSON.stringify(name)}:${JSON.stringify(row)}`)
    .join(',\n')}\n}\n`;
}

if (require.main === module) {
  for (const [file, text] of generateSchema()) writeFileSync(join(__dirname, '../..', file), text);
}
