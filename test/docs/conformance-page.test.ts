import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformancePage } from '../../scripts/docs/conformance-page';

test('docs/conformance.md is what the harness says; run `npm run docs` when it is not', () => {
  expect(readFileSync(join(__dirname, '../../docs/conformance.md'), 'utf8')).toBe(conformancePage());
});
