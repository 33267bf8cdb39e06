import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCases } from '../../../scripts/conformance/cases';

test('reads a named file of the same form, plain or compressed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'podwright-'));
  const row = {
    id: 'a/b.c',
    rule: 'b',
    manifest: { kind: 'Pod' },
    '1.28': { accepted: true },
    '1.36': { accepted: false, code: 400, message: 'no' },
  };
  writeFileSync(join(folder, 'mine.jsonl'), `${JSON.stringify(row)}\n`);
  expect(readCases([join(folder, 'mine.jsonl')])).toEqual([
    {
      id: 'a/b.c',
      area: 'mine',
      rule: 'b',
      manifest: { kind: 'Pod' },
      verdicts: new Map(Object.entries({ '1.28': row['1.28'], '1.36': row['1.36'] })),
    },
  ]);
  rmSync(folder, { recursive: true });
});

test('the versions between 1.28 and 1.36 say what either of them says, or their own', () => {
  const cases = new Map(readCases([]).map((row) => [row.id, row.verdicts]));
  const accepted = (id: string) =>
    [...(cases.get(id) ?? [])].map(([version, verdict]) => `${version} ${verdict.accepted}`);
  expect(accepted('containers/container-name-letter')).toHaveLength(9);
  expect(accepted('containers/env-name-space').filter((row) => row.endsWith('true'))).toEqual([
    '1.32 true',
    '1.33 true',
    '1.34 true',
    '1.35 true',
    '1.36 true',
  ]);
});
