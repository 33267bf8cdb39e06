import type { Rule } from '../../../lib/validation/rule';
import { findRule } from '../../../lib/validation/rules/catalogue';

/** What every table has, whatever its cases are. */
interface Cases {
  readonly valid: Record<string, unknown>;
  readonly invalid: Record<string, unknown>;
}

/** Tests every rule of a file with its table; a rule without a table, or a table without a rule, fails. */
export function testTables<R extends Rule, T extends Cases>(
  rules: readonly R[],
  tables: Record<string, T>,
  testTable: (rule: R, table: T) => void,
): void {
  test('every rule has a table with valid and invalid cases', () => {
    expect(Object.keys(tables).sort()).toEqual(rules.map((rule) => rule.id).sort());
    for (const [id, table] of Object.entries(tables)) {
      expect([id, Object.keys(table.valid).length > 0, Object.keys(table.invalid).length > 0]).toEqual([
        id,
        true,
        true,
      ]);
    }
  });
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s is in the catalogue', (id, rule) => {
    expect(findRule(id)).toBe(rule);
  });
  for (const rule of rules) {
    const table = tables[rule.id];
    if (table) describe(rule.id, () => testTable(rule, table));
  }
}
