import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import ts from 'typescript';
import { App, Chart } from '../../lib';
import { compile } from './compile';

const text = readFileSync(join(__dirname, '..', '..', 'docs', 'constructs.md'), 'utf8');

/** Every example with its heading and the YAML that follows it. */
const examples = [...text.matchAll(/```ts\n(.*?)```\n+(?:```yaml\n(.*?)```)?/gs)].map(
  ({ index, 1: code = '', 2: yaml }) => ({
    heading: text.slice(0, index).split('\n## ').at(-1)?.split('\n')[0] ?? '',
    code,
    yaml,
  }),
);

const MODULES: Record<string, string> = { podwright: '../../lib', 'podwright/k8s': '../../imports/k8s' };

function withModules(code: string): string {
  return code.replace(/from '(podwright[^']*)'/g, (_, name: string) => `from '${MODULES[name]}'`);
}

/** Runs an example as the app would, and gives what its chart writes. */
function run(code: string): string {
  const chart = new Chart(new App(), 'example');
  const { outputText } = ts.transpileModule(withModules(code), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  new Function('require', 'exports', 'chart', outputText)(require, {}, chart);
  return Yaml.stringify(...chart.toJson());
}

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(10);
});

describe('an example compiles', () => {
  const prelude = "import { Chart } from '../../lib';\ndeclare const chart: Chart;\n";
  const problems = compile(
    examples.map(({ code }) => withModules(code)),
    prelude,
  );
  test.each(examples.map(({ heading }, index) => [heading, problems[index]]))('%s', (_, found) => {
    expect(found).toEqual([]);
  });
});

describe('an example runs', () => {
  test.each(examples)('$heading', ({ code }) => {
    expect(run(code)).toMatch(/^apiVersion: \S+\nkind: \S+\nmetadata:\n {2}name: \S+\n/);
  });

  test.each(examples.filter(({ yaml }) => yaml))('$heading: writes what is shown', ({ code, yaml }) => {
    expect(run(code)).toBe(yaml);
  });
});
