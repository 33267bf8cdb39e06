import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdviceRule } from '../../../lib/validation/advice-rule';
import type { Rule } from '../../../lib/validation/rule';
import { adviceCatalogue } from '../../../lib/validation/rules/advice-catalogue';
import { catalogue, findRule } from '../../../lib/validation/rules/catalogue';

const RULES = join(__dirname, '../../../lib/validation/rules');

/** The rules that each file in a folder of rules exports. */
function exportedRules(folder: string): { file: string; rules: Rule[] }[] {
  return readdirSync(join(RULES, folder)).map((file) => {
    const module = require(join(RULES, folder, file)) as Record<string, unknown>;
    const rules = Object.entries(module).flatMap(([name, value]) =>
      /(Rules|Advice)$/.test(name) && Array.isArray(value) ? (value as Rule[]) : [],
    );
    return { file: `${folder}/${file}`, rules };
  });
}

const files = ['advice', 'app', 'server'].flatMap(exportedRules);
const all: readonly Rule[] = [...catalogue, ...adviceCatalogue];

test('ids are unique and follow the grammar', () => {
  const ids = all.map((rule) => rule.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^(require|no|unique|valid|unchecked)-[a-z0-9-]+$/.test(id))).toEqual([]);
});

test('every rule that a file exports is in the catalogue, and the other way round', () => {
  const exported = files.flatMap(({ rules }) => rules);
  expect(exported.filter((rule) => findRule(rule.id) !== rule).map((rule) => rule.id)).toEqual([]);
  expect(all.filter((rule) => !exported.includes(rule)).map((rule) => rule.id)).toEqual([]);
});

test('every file of rules has a table test of its name', () => {
  const untested = files.filter(
    ({ rules, file }) => rules.length > 0 && !existsSync(join(__dirname, file.replace(/\.ts$/, '.test.ts'))),
  );
  expect(untested.map(({ file }) => file)).toEqual([]);
});

test.each(['catalogue.ts', 'advice-catalogue.ts'])('%s is in the order of its files', (file) => {
  const imports = [
    ...readFileSync(join(RULES, file), 'utf8').matchAll(/from '(\.\/(?:advice|app|server)\/[^']+)'/g),
  ].map((match) => match[1]);
  expect(imports).toEqual([...imports].sort());
});

test.each(adviceCatalogue.map((rule) => [rule.id, rule] as const))(
  '%s is advice: it blocks nothing by itself, and belongs to profiles that exist',
  (_id, { severity, profiles, stage }: AdviceRule) => {
    expect(['warning', 'info']).toContain(severity);
    expect(profiles.filter((name) => !['recommended', 'baseline', 'restricted'].includes(name))).toEqual([]);
    expect(stage).toBeUndefined();
  },
);

test.each(all.map((rule) => [rule.id, rule] as const))(
  '%s is documented in whole sentences',
  (_id, { summary, why, fix, source, example }) => {
    for (const sentence of [summary, why, fix]) expect(sentence).toMatch(/^\S.*\.$/s);
    for (const text of [source, example.bad, example.good]) expect(text.trim()).not.toBe('');
  },
);
