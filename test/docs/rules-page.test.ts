import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../lib/validation/rules/catalogue';
import { rulesPage } from '../../scripts/docs/rules-page';

const PAGE = join(__dirname, '../../docs/rules.md');

test('docs/rules.md is what the catalogue says; run `npm run docs` when it is not', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(rulesPage());
});

test.each(catalogue.map((rule) => [rule.id]))('%s has its entry', (id) => {
  expect(readFileSync(PAGE, 'utf8')).toContain(`\n### ${id}\n`);
});
