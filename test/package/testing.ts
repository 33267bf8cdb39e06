import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from './installation';

const JEST = require.resolve('jest/bin/jest');
const VITEST = join(require.resolve('vitest/package.json'), '../vitest.mjs');
const TSC = require.resolve('typescript/bin/tsc');
const CDK8S = join(require.resolve('cdk8s-cli/package.json'), '../bin/cdk8s');

/** A test of a user that is the same for Jest and Vitest but for where `expect` comes from. */
const TEST = `import { App, Chart, Deployment } from 'podwright';
import { KubeSecret } from 'podwright/k8s';
import { manifestSerializer, objectIn } from 'podwright/testing';

const chart = new Chart(new App(), 'web');
const web = new Deployment(chart, 'web', {
  replicas: 3,
  containers: {
    web: { image: 'nginx:1.29', ports: { http: 80 }, livenessProbe: { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 } },
  },
});
new KubeSecret(chart, 'key', { metadata: { name: 'key' }, stringData: { key: 'correct-horse' } });
expect.addSnapshotSerializer(manifestSerializer());

test('matchers', () => {
  expect(chart).toBeValid({ kubeVersion: '1.28..1.36' });
  expect(chart).not.toHaveFinding('require-container');
  expect(chart).toContainObject({ kind: 'Deployment', name: 'web' });
  expect(web).toHaveContainer('web', { image: expect.stringMatching(/^nginx:/) });
  expect(web).toHaveProbe('liveness', { periodSeconds: 5, failureThreshold: 3 });
  expect(web).toHaveReplicas(3);
  expect(chart).toMatchManifest({ kind: 'Deployment', spec: { replicas: expect.any(Number) } });
  expect(web).toSurvive({ hang: 60 });
  expect(objectIn(chart, { kind: 'Deployment' })).toRecoverWithin(60, { hang: 60 });
});
test('failure', () => expect(web).toHaveReplicas(2));
test('negated failure', () => expect(chart).not.toBeValid());
test('same file', () => expect(chart).toMatchManifestFile('same.yaml'));
test('other file', () => expect(chart).toMatchManifestFile('RUNNER/other.yaml'));
test('new file', () => expect(chart).toMatchManifestFile('RUNNER/new.yaml'));
test('printed', () => expect(chart).toMatchSnapshot());
`;

/** Every mistake below is one for the types of the test runner. */
const MISTAKES = `
// @ts-expect-error there is no such probe
export const probe = () => expect(web).toHaveProbe('alive');
// @ts-expect-error a field of a probe is misspelt
export const field = () => expect(web).toHaveProbe('liveness', { periodSecond: 5 });
// @ts-expect-error a number is a number
export const replicas = () => expect(web).not.toHaveReplicas('3');
// @ts-expect-error there is no such preset of a scenario
export const scenario = () => expect(web).toSurvive({ hangs: 60 });
`;

const tests = {
  'web.jest.ts': TEST.replaceAll('RUNNER', 'jest') + MISTAKES,
  'web.globals.ts': `import { expect, test } from '@jest/globals';\n${TEST}${MISTAKES}`,
  'web.vitest.ts': `import { expect, test } from 'vitest';\n${TEST.replaceAll('RUNNER', 'vitest')}${MISTAKES}`,
};

const VITEST_SETUP = `import { matchers } from 'podwright/testing';
import { expect } from 'vitest';
expect.extend(matchers);
`;

/** An app of cdk8s whose only object no API server accepts. */
const APP = `const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
new ApiObject(new Chart(app, 'web'), 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [] } });
app.synth();
`;

const PLUGIN = `app: node main.cjs
output: plugin
validations:
  - package: ./node_modules/podwright
    version: 0.1.0
    class: PodwrightValidation
`;

/** What users test their charts with, and the plugin that they validate them with. */
export function testTesting(installed: () => Installation): void {
  const read = (path: string) => readFileSync(join(installed().app, path), 'utf8');

  beforeAll(() => {
    const { link, write, run } = installed();
    link('typescript', 'jest', '@jest/globals', '@types/jest', 'expect', '@swc/jest', '@swc/core', 'vitest');
    for (const [file, text] of Object.entries(tests)) write(file, text);
    write('vitest.setup.ts', VITEST_SETUP);
    write(
      'jest.json',
      JSON.stringify({
        testMatch: ['<rootDir>/web.jest.ts'],
        transform: { '\\.ts$': '@swc/jest' },
        setupFilesAfterEnv: ['podwright/testing'],
      }),
    );
    write(
      'vitest.config.mjs',
      `export default { test: { include: ['web.vitest.ts'], setupFiles: ['./vitest.setup.ts'] } };\n`,
    );
    write('written.cjs', WRITE);
    run(process.execPath, ['written.cjs']);
  });

  test('have types with @types/jest, @jest/globals and Vitest', () => {
    const options = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'es2022', '--types', 'jest'];
    const modules = ['--module', 'esnext', '--moduleResolution', 'bundler'];
    const { out } = installed().run(process.execPath, [
      TSC,
      ...options,
      ...modules,
      ...Object.keys(tests),
      'vitest.setup.ts',
    ]);
    expect(out).toBe('');
  });

  describe.each([
    [
      'Jest',
      'jest',
      (...args: string[]) => [JEST, '-c', 'jest.json', '--json', '--outputFile', 'results.json', ...args],
    ],
    [
      'Vitest',
      'vitest',
      (...args: string[]) => [VITEST, 'run', '--reporter', 'json', '--outputFile', 'results.json', ...args],
    ],
  ])('%s', (_, folder, command) => {
    /** The tests that fail, with what they say. */
    const failures = (ci: string, ...args: string[]): Record<string, string> => {
      installed().run('env', [`CI=${ci}`, process.execPath, ...command(...args)]);
      const { testResults } = JSON.parse(read('results.json')) as Results;
      return Object.fromEntries(
        testResults
          .flatMap(({ assertionResults }) => assertionResults)
          .flatMap(({ title, status, failureMessages }) =>
            status === 'passed' ? [] : [[title, failureMessages[0] ?? '']],
          ),
      );
    };

    test('in CI no file is written', () => {
      const ci = folder === 'jest' ? ['--ci'] : [];
      expect(failures('true', ...ci)).toEqual({
        failure: expect.stringContaining('~ spec.replicas: 2 -> 3'),
        'negated failure': expect.stringContaining('expected the chart web not to be valid'),
        'other file': expect.stringMatching(/scales: from 5 to 3/),
        'new file': expect.stringContaining('this run writes none'),
        printed: expect.anything(),
      });
      expect(read(`${folder}/other.yaml`)).toContain('replicas: 5');
    });

    test('-u writes the files', () => {
      expect(Object.keys(failures('', '-u'))).toEqual(['failure', 'negated failure']);
      expect([read(`${folder}/other.yaml`), read(`${folder}/new.yaml`)]).toEqual([
        read('same.yaml'),
        read('same.yaml'),
      ]);
      const printed = read(`__snapshots__/web.${folder}.ts.snap`);
      expect(printed).toMatch(/kind: Deployment\n/);
      expect(printed).toMatch(/key: <hidden>\n/);
    });
  });

  test('the plugin makes `cdk8s synth` fail', () => {
    const { run, write } = installed();
    write('main.cjs', APP);
    write('cdk8s.yaml', PLUGIN);
    const { code, out } = run(process.execPath, [CDK8S, 'synth', '--check-upgrade=false']);
    expect([code, out]).toEqual([
      2,
      expect.stringMatching(/require-container \(1 occurrences\).*Construct Path: web\/pod\n/s),
    ]);
  });
}

/** Writes the files that the tests of a user have committed, one of them before a change. */
const WRITE = `const { mkdirSync, writeFileSync } = require('node:fs');
const { App, Chart, Deployment, render } = require('podwright');
const { KubeSecret } = require('podwright/k8s');
const text = (replicas) => {
  const app = new App();
  const chart = new Chart(app, 'web');
  new Deployment(chart, 'web', { replicas, containers: {
    web: { image: 'nginx:1.29', ports: { http: 80 }, livenessProbe: { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 } },
  } });
  new KubeSecret(chart, 'key', { metadata: { name: 'key' }, stringData: { key: 'correct-horse' } });
  return render(app)[0].content;
};
writeFileSync('same.yaml', text(3));
for (const folder of ['jest', 'vitest']) {
  mkdirSync(folder);
  writeFileSync(folder + '/other.yaml', text(5));
}
`;

interface Results {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
