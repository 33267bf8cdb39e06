import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adviceCatalogue } from '../../lib/validation/rules/advice-catalogue';
import { catalogue } from '../../lib/validation/rules/catalogue';
import { advicePage } from '../../scripts/docs/advice-page';
import { rulesPage } from '../../scripts/docs/rules-page';

const PAGE = join(__dirname, '../../docs/rules.md');

test('docs/rules.md is what the catalogue says; run `npm run docs` when it is not', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(rulesPage());
});

test.each(catalogue.map((rule) => [rule.id]))('%s has its entry', (id) => {
  expect(readFileSync(PAGE, 'utf8')).toContain(`\n### ${id}\n`);
});

const ADVICE_PAGE = join(__dirname, '../../docs/advice-rules.md');

test('docs/advice-rules.md is what the advice says; run `npm run docs` when it is not', () => {
  expect(readFileSync(ADVICE_PAGE, 'utf8')).toBe(advicePage());
});

test.each(adviceCatalogue.map((rule) => [rule.id, rule] as const))('%s has its entry', (id, { seeAlso }) => {
  const [, entry = ''] = readFileSync(ADVICE_PAGE, 'utf8').split(`\n### ${id}\n`);
  for (const words of ['**Why**', '**Profiles**', 'It says: ', ...seeAlso]) expect(entry).toContain(words);
});
