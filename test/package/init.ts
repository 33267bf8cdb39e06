import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Installation } from './installation';
import { lockedPackages, provide } from './locked';

/** What a new project has besides the package, as `init` writes it into `package.json`. */
const TOOLS = ['@types/jest', '@types/node', 'jest', 'ts-jest', 'typescript'];

/** An app as `cdk8s init` leaves it, with a mistake that only an API server finds. */
const CDK8S_APP: Record<string, string> = {
  'cdk8s.yaml': 'language: typescript\napp: npx ts-node main.ts\n',
  'package.json': JSON.stringify({
    name: 'existing',
    private: true,
    scripts: { synth: 'cdk8s synth', test: 'jest' },
    dependencies: { cdk8s: '^2.68.0', constructs: '^10.3.0' },
    devDependencies: { jest: '*', 'ts-jest': '*', typescript: '*' },
    jest: { preset: 'ts-jest' },
  }),
  'tsconfig.json':
    '{ "compilerOptions": { "module": "CommonJS", "target": "ES2022", "types": ["jest", "node"], "isolatedModules": true } }',
  'main.ts': `import { ApiObject, App, Chart } from 'cdk8s';
const app = new App();
const chart = new Chart(app, 'web');
new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'app', image: '' }] } });
app.synth();
`,
};

/** `podwright init`, and all that it says to do next. */
export function testInit(installed: () => Installation): void {
  let fresh = '';
  const bash = (command: string, cwd = fresh) => {
    const { code, out, err } = installed().run('bash', ['-c', command], cwd);
    return code === 0 ? { code } : { code, out, err };
  };
  const runOf = (cwd: string): string[] =>
    parse(readFileSync(join(cwd, '.github/workflows/manifests.yml'), 'utf8')).jobs.manifests.steps.flatMap(
      ({ run }: { run?: string }) => run ?? [],
    );

  beforeAll(() => {
    const { app, folder, locked, run } = installed();
    fresh = join(folder, 'fresh');
    mkdirSync(fresh);
    const { code, err } = run(join(app, 'node_modules/.bin/podwright'), ['init'], fresh);
    expect([code, err]).toEqual([0, expect.stringContaining('Next: npm install && npx podwright synth && npm test')]);
    provide(fresh, [...new Set([...lockedPackages(TOOLS), ...lockedPackages()])], locked);
  });

  test('in an empty folder: what it says to do next succeeds', () => {
    expect(
      bash('npm install --offline --no-audit --no-fund --ignore-scripts && npx podwright synth && npm test'),
    ).toEqual({ code: 0 });
    expect(existsSync(join(fresh, 'dist/web.k8s.yaml'))).toBe(true);
  });

  test('in an empty folder: its workflow succeeds', () => {
    const [install, ...steps] = runOf(fresh);
    expect([install, steps.length]).toEqual(['npm ci', 2]);
    expect(existsSync(join(fresh, 'package-lock.json'))).toBe(true);
    // `npm test` has just run.
    for (const step of steps.filter((command) => command !== 'npm test')) expect(bash(step)).toEqual({ code: 0 });
  });

  test('in an app of cdk8s: its test fails on what an API server refuses, and passes once it is mended', () => {
    const { run } = installed();
    const existing = join(fresh, 'existing');
    mkdirSync(existing);
    for (const [path, text] of Object.entries(CDK8S_APP)) writeFileSync(join(existing, path), text);
    expect(run('npx', ['podwright', 'init'], existing).code).toBe(0);
    expect(bash('npm test', existing)).toEqual({
      code: 1,
      out: expect.anything(),
      err: expect.stringContaining('spec.containers[0].image'),
    });
    writeFileSync(join(existing, 'main.ts'), (CDK8S_APP['main.ts'] ?? '').replace("image: ''", "image: 'nginx:1.29'"));
    expect(bash('npm test', existing)).toEqual({ code: 0 });
  });
}
