import { parseAllDocuments } from 'yaml';
import type { Rule } from '../../../lib/validation/rule';
import { findRule } from '../../../lib/validation/rules/catalogue';
import { validate } from '../../../lib/validation/validate';

type Manifest = Record<string, unknown>;

/** The cases of one rule; findings are written `index field: Reason`. */
export interface AppTable {
  readonly valid: Record<string, readonly Manifest[]>;
  readonly invalid: Record<string, readonly [readonly Manifest[], ...findings: string[]]>;
}

/** Tests rules over all objects of an app, each with its table. */
export function testAppRules(rules: readonly Rule[], tables: Record<string, AppTable>): void {
  test('every rule has a table and is in the catalogue', () => {
    expect(Object.keys(tables).sort()).toEqual(rules.map((rule) => rule.id).sort());
    for (const rule of rules) expect(findRule(rule.id)).toBe(rule);
  });
  for (const rule of rules) {
    const table = tables[rule.id];
    if (table) describe(rule.id, () => testTable(rule, table));
  }
}

function testTable(rule: Rule, { valid, invalid }: AppTable): void {
  const documents = (yaml: string) => parseAllDocuments(yaml).map((document) => document.toJS() as Manifest);
  test('its example breaks it and keeps it', () => {
    expect(appFindings(rule, documents(rule.example.bad))).not.toEqual([]);
    expect(appFindings(rule, documents(rule.example.good))).toEqual([]);
  });
  test.each(Object.entries(valid))('accepts %s', (_name, objects) => expect(appFindings(rule, objects)).toEqual([]));
  test.each(Object.entries(invalid))('refuses %s', (_name, [objects, ...expected]) => {
    expect(appFindings(rule, objects)).toEqual(expected);
    expect(validate(objects).filter((diagnostic) => diagnostic.rule === rule.id)).toEqual([]);
  });
}

function appFindings(rule: Rule, objects: readonly Manifest[]): string[] {
  const found = validate(objects, { oneApp: true }).filter((diagnostic) => diagnostic.rule === rule.id);
  return found.map(({ object, field, reason }) => `${object.index} ${field}: ${reason}`);
}
