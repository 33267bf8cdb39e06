import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkspace } from '../cli/workspace';
import { failureOf } from '../testing/failure-of';
import { blocksOf, codeOf, ROOT } from './pages';

const PAGE = 'docs/cdk8s.md';
const [VALIDATIONS = '', APP = ''] = blocksOf(PAGE, 'ts').map(({ code }) =>
  code.replace("'podwright'", `'${join(ROOT, 'lib')}'`),
);

const workspace = useWorkspace();

/** Runs code as the main.ts of a reader. */
function run(code: string): void {
  workspace.write('main.ts', code);
  require(join(process.cwd(), 'main.ts'));
}

test('the plugin is what the real cdk8s-cli is tested with', () => {
  expect(codeOf(PAGE, 'yaml')).toBe(readFileSync(join(ROOT, 'test/fixtures/cdk8s-plus-app/cdk8s.yaml'), 'utf8'));
});

test('addValidations: the example fails as shown', () => {
  expect(failureOf(() => run(VALIDATIONS))).toBe(codeOf(PAGE, 'text'));
  expect(existsSync('dist/shop.k8s.yaml')).toBe(false);
});

test('App: the example is written', () => {
  run(APP);
  expect(readFileSync('dist/shop.k8s.yaml', 'utf8')).toBe('');
});
