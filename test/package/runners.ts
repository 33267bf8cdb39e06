import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from './installation';

const TSX = require.resolve('tsx/cli');
const TS_NODE = require.resolve('ts-node/dist/bin.js');
const JEST = require.resolve('jest/bin/jest');

const CONFIG = {
  compilerOptions: { target: 'ES2022', module: 'CommonJS', strict: true, esModuleInterop: true, types: [] },
  files: ['main.ts'],
};

/** A test of a user, whose types have to hold as well. */
const TEST = `import { expect, test } from '@jest/globals';
import { App, Chart, type Diagnostic, Pod, render, SynthesisError, validate } from 'podwright';
import 'podwright/testing';

const app = new App();
new Pod(new Chart(app, 'web'), 'web', { containers: { app: { image: '' } } });

test('the package works', () => {
  const found: Diagnostic[] = validate(render(app).flatMap(({ objects }) => objects.map(({ json }) => json)));
  expect(found.map(({ rule }) => rule)).toEqual(['require-container-image']);
  expect(() => app.synth()).toThrow(SynthesisError);
  expect(app).not.toBeValid();
  expect(app).toHaveFinding('require-container-image');
});
`;

const RUNTIMES = join(__dirname, '../runtimes/node_modules');

/** The Node that runs the tests, and those that `npm --prefix test/runtimes ci` installs. */
const runtimes = [
  { name: `Node ${process.version}`, node: process.execPath },
  ...['node-22', 'node-current'].map((name) => ({ name, node: join(RUNTIMES, name, 'bin/node') })),
];

/** The tools that users run TypeScript with, each as it comes, in each version of Node. */
export function testRunners(installed: () => Installation, example: string, yaml: string): void {
  for (const { name, node } of runtimes) {
    const describeInstalled = existsSync(node) ? describe : describe.skip;
    describeInstalled(name, () => testRunnersOf(node, installed, example, yaml));
  }
}

function testRunnersOf(node: string, installed: () => Installation, example: string, yaml: string): void {
  const written = () => readFileSync(join(installed().app, 'dist/kuard.k8s.yaml'), 'utf8');

  beforeAll(() => {
    const { link, write } = installed();
    link('typescript', 'jest', '@jest/globals', 'expect', 'ts-jest', '@swc/jest', '@swc/core');
    write('main.ts', example);
    write('tsconfig.json', JSON.stringify(CONFIG));
  });

  test('podwright synth', () => {
    const { app, run } = installed();
    rmSync(join(app, 'dist'), { recursive: true, force: true });
    const { code, err } = run(node, ['node_modules/podwright/build/lib/cli/main.js', 'synth', '--profile', 'none']);
    expect([code, err, written()]).toEqual([0, 'created dist/kuard.k8s.yaml\n', yaml]);
  });

  test.each([
    ['tsx', TSX],
    ['ts-node, which checks the types', TS_NODE],
  ])('%s', (_, program) => {
    const { app, run } = installed();
    rmSync(join(app, 'dist'), { recursive: true, force: true });
    expect(run(node, [program, 'main.ts'])).toEqual({ code: 0, out: '', err: '' });
    expect(written()).toBe(yaml);
  });

  test('tsx, the examples of docs/package.md', () => {
    const { run, write } = installed();
    const page = readFileSync(join(__dirname, '../../docs/package.md'), 'utf8');
    const examples = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
    const printed = examples.map((code) => {
      write('example.ts', code);
      return run(node, [TSX, 'example.ts']);
    });
    expect(printed).toEqual([
      { code: 0, out: '', err: '' },
      { code: 0, out: 'Required value\n', err: '' },
    ]);
  });

  test('Jest with ts-jest, which checks the types, and with swc', () => {
    const { run, write } = installed();
    write('web.test.ts', TEST);
    const project = (name: string, transform: unknown) =>
      JSON.stringify({ displayName: name, testMatch: ['<rootDir>/web.test.ts'], transform: { '\\.ts$': transform } });
    write('ts-jest.json', project('ts-jest', 'ts-jest'));
    write('swc.json', project('swc', '@swc/jest'));
    const { out, err } = run(node, [JEST, '--json', '--projects', 'ts-jest.json', 'swc.json']);
    const { numPassedTests, numTotalTests } = JSON.parse(out || '{}') as Record<string, number>;
    expect([numPassedTests, numTotalTests, numPassedTests === 2 ? '' : err]).toEqual([2, 2, '']);
  });
}
