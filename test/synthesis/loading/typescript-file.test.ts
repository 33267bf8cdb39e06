import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { typescriptFile } from '../../../lib/synthesis/loading/typescript-file';

const folder = mkdtempSync(join(tmpdir(), 'podwright-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = {
  'tsconfig.base.json': '{ "compilerOptions": { "paths": { "~/*": ["./src/*"], "only": ["./src/web.ts"] } } }',
  'tsconfig.json': '{ "extends": "./tsconfig.base.json", /* of the app */ }',
  'src/web.ts': '',
  'src/view.tsx': '',
  'src/late.mts': '',
  'src/old.cts': '',
  'src/charts/index.ts': '',
  'broken/tsconfig.json': '{ "compilerOptions": ',
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test.each<[string, string, string | undefined]>([
  ['src', './web.js', 'src/web.ts'],
  ['src', './web', 'src/web.ts'],
  ['src', './web.ts', 'src/web.ts'],
  ['src', './view.js', 'src/view.tsx'],
  ['src', './view.jsx', 'src/view.tsx'],
  ['src', './late.mjs', 'src/late.mts'],
  ['src', './old.cjs', 'src/old.cts'],
  ['src', './charts', 'src/charts/index.ts'],
  ['src/charts', '.', 'src/charts/index.ts'],
  ['src/charts', '..', undefined],
  ['src/charts', '../web', 'src/web.ts'],
  ['src', '~/web', 'src/web.ts'],
  ['src', '~/web.js', 'src/web.ts'],
  ['src/charts', '~/charts', 'src/charts/index.ts'],
  ['src', 'only', 'src/web.ts'],
  ['src', '~/nowhere', undefined],
  ['src', 'web', undefined],
  ['src', './nowhere.js', undefined],
  ['broken', '~/web', undefined],
])('in %s, %s is %s', (from, request, expected) => {
  const found = typescriptFile(request, join(folder, from));
  expect(found && relative(folder, found)).toBe(expected);
});
