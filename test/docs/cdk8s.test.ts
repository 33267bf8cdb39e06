import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkspace } from '../cli/workspace';
import { failureOf } from '../testing/failure-of';
import { compile } from '../types/compile';

const ROOT = join(__dirname, '../..');
const TEXT = readFileSync(join(ROOT, 'docs/cdk8s.md'), 'utf8');
const blocks = (language: string) =>
  [...TEXT.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map((match) => match[1] ?? '');
const [VALIDATIONS = '', APP = ''] = blocks('ts').map((code) => code.replace("'podwright'", `'${join(ROOT, 'lib')}'`));

const workspace = useWorkspace();

/** Runs code as the main.ts of a reader. */
function run(code: string): void {
  workspace.write('main.ts', code);
  require(join(process.cwd(), 'main.ts'));
}

test('the plugin is what the real cdk8s-cli is tested with', () => {
  expect(blocks('yaml')[0]).toBe(readFileSync(join(ROOT, 'test/fixtures/cdk8s-plus-app/cdk8s.yaml'), 'utf8'));
});

test('addValidations: the example fails as shown', () => {
  expect(failureOf(() => run(VALIDATIONS))).toBe(blocks('text')[0]);
  expect(existsSync('dist/shop.k8s.yaml')).toBe(false);
});

test('App: the example is written', () => {
  run(APP);
  expect(readFileSync('dist/shop.k8s.yaml', 'utf8')).toBe('');
});

test('the examples compile', () => {
  expect(compile([VALIDATIONS, APP], '')).toEqual([[], []]);
});

test('what it links is there', () => {
  for (const [, file = ''] of TEXT.matchAll(/\]\(([^)#:]+)[^)]*\)/g))
    expect([file, existsSync(join(ROOT, 'docs', file))]).toEqual([file, true]);
});
