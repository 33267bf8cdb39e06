import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../../lib/validation/rule';
import { catalogue, findRule } from '../../../lib/validation/rules/catalogue';

const RULES = join(__dirname, '../../../lib/validation/rules');

/** The rules that each file in a folder of rules exports. */
function exportedRules(folder: string): { file: string; rules: Rule[] }[] {
  return readdirSync(join(RULES, folder)).map((file) => {
    const module = require(join(RULES, folder, file)) as Record<string, unknown>;
    const rules = Object.entries(module).flatMap(([name, value]) => (name.endsWith('Rules') ? (value as Rule[]) : []));
    return { file: `${folder}/${file}`, rules };
  });
}

const files = ['app', 'server'].flatMap(exportedRules);

test('ids are unique and follow the grammar', () => {
  const ids = catalogue.map((rule) => rule.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^(require|no|unique|valid|unchecked)-[a-z0-9-]+$/.test(id))).toEqual([]);
});

test('every rule that a file exports is in the catalogue, and the other way round', () => {
  const exported = files.flatMap(({ rules }) => rules);
  expect(exported.filter((rule) => findRule(rule.id) !== rule).map((rule) => rule.id)).toEqual([]);
  expect(catalogue.filter((rule) => !exported.includes(rule)).map((rule) => rule.id)).toEqual([]);
});

test('every file of rules has a table test of its name', () => {
  const untested = files.filter(
    ({ rules, file }) => rules.length > 0 && !existsSync(join(__dirname, file.replace(/\.ts$/, '.test.ts'))),
  );
  expect(untested.map(({ file }) => file)).toEqual([]);
});

test('the catalogue is in the order of its files', () => {
  const imports = [
    ...readFileSync(join(RULES, 'catalogue.ts'), 'utf8').matchAll(/from '(\.\/(?:app|server)\/[^']+)'/g),
  ].map((match) => match[1]);
  expect(imports).toEqual([...imports].sort());
});

test.each(catalogue.map((rule) => [rule.id, rule] as const))(
  '%s is documented in whole sentences',
  (_id, { summary, why, fix, source, example }) => {
    for (const sentence of [summary, why, fix]) expect(sentence).toMatch(/^\S.*\.$/s);
    for (const text of [source, example.bad, example.good]) expect(text.trim()).not.toBe('');
  },
);
