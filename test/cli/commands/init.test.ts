import { parse } from 'yaml';
import { useWorkspace } from '../workspace';

const workspace = useWorkspace();

const FRESH = [
  '.github/workflows/manifests.yml',
  '.gitignore',
  'cdk8s.yaml',
  'charts/web.ts',
  'main.ts',
  'package.json',
  'test/manifests.test.ts',
  'tsconfig.json',
];

const scripts = () => (JSON.parse(workspace.read('package.json')) as { scripts: Record<string, string> }).scripts;
const steps = (): string[] =>
  parse(workspace.read('.github/workflows/manifests.yml')).jobs.manifests.steps.flatMap(
    ({ run }: { run?: string }) => run ?? [],
  );

test('in an empty folder, makes a project and says what to do next', async () => {
  const { code, out, err } = await workspace.run('init');
  expect([code, out]).toEqual([0, '']);
  expect(workspace.files()).toEqual(FRESH);
  for (const path of FRESH) expect(err).toContain(`created ${path}\n`);
  expect(err).toMatch(/\nNext: npm install && npx podwright synth && npm test\n$/);
  expect(scripts()).toEqual({ synth: 'podwright synth', check: 'podwright synth --check', test: 'tsc && jest' });
  expect(steps()).toEqual(['npm ci', 'npm test', 'npx podwright synth --check --format github']);
});

test('a second time, nothing is missing', async () => {
  await workspace.run('init');
  const before = FRESH.map(workspace.read);
  const { code, err } = await workspace.run('init');
  expect([code, err]).toEqual([0, expect.stringMatching(/^Nothing is missing; nothing was written.\n\nNext: /)]);
  expect(FRESH.map(workspace.read)).toEqual(before);
});

test('no file that is there is touched, whatever is in it', async () => {
  for (const path of FRESH.filter((name) => !/\.json$|cdk8s/.test(name))) workspace.write(path, 'mine');
  await workspace.run('init');
  expect(workspace.read('main.ts')).toBe('mine');
  expect(workspace.read('.github/workflows/manifests.yml')).toBe('mine');
  expect(workspace.read('.gitignore')).toBe('mine');
});

describe('in an app of cdk8s', () => {
  beforeEach(() => {
    workspace.write('cdk8s.yaml', 'language: typescript\napp: npx ts-node main.ts\n');
    workspace.write('main.ts', "import { App } from 'cdk8s';\nnew App().synth();\n");
    workspace.write(
      'package.json',
      `${JSON.stringify({
        scripts: { synth: 'cdk8s synth', test: 'jest' },
        dependencies: { cdk8s: '^2.68.0', constructs: '^10.3.0' },
        devDependencies: { jest: '^29.0.0', 'ts-jest': '^29.0.0' },
      })}\n`,
    );
  });

  test('adds what it lacks', async () => {
    const before = ['cdk8s.yaml', 'main.ts'].map(workspace.read);
    const { err } = await workspace.run('init');
    expect(err).toContain('added to package.json: scripts.check, dependencies.podwright\n');
    expect(JSON.parse(workspace.read('package.json'))).toEqual({
      scripts: { synth: 'cdk8s synth', test: 'jest', check: 'podwright synth --check' },
      dependencies: { cdk8s: '^2.68.0', constructs: '^10.3.0', podwright: expect.stringMatching(/^\^\d/) },
      devDependencies: { jest: '^29.0.0', 'ts-jest': '^29.0.0' },
    });
    expect(workspace.files()).toEqual([
      '.github/workflows/manifests.yml',
      '.gitignore',
      'cdk8s.yaml',
      'main.ts',
      'package.json',
      'test/manifests.test.ts',
    ]);
    expect(['cdk8s.yaml', 'main.ts'].map(workspace.read)).toEqual(before);
  });

  test.each(['dist', 'dist/', '/dist', 'dist/**'])(
    'that git leaves out with %s, compares nothing in CI',
    async (line) => {
      workspace.write('.gitignore', `node_modules\n${line}\n`);
      const { err } = await workspace.run('init');
      expect(err).toContain('dist is in .gitignore.');
      expect(scripts()).not.toHaveProperty('check');
      expect(steps()).toEqual(['npm ci', 'npm test']);
    },
  );

  test.each([
    ['pnpm-lock.yaml', ['pnpm install --frozen-lockfile', 'pnpm test'], 'pnpm install && pnpm exec podwright synth'],
    ['yarn.lock', ['yarn install --immutable', 'yarn test'], 'yarn install && yarn podwright synth'],
  ])('with %s, names its commands', async (lock, commands, next) => {
    workspace.write(lock, '');
    const { err } = await workspace.run('init');
    expect(steps().slice(0, 2)).toEqual(commands);
    expect(err).toContain(`Next: ${next}`);
  });

  test('with Vitest, imports its functions', async () => {
    workspace.write(
      'package.json',
      '{ "scripts": { "test": "vitest run" }, "devDependencies": { "vitest": "^4.0.0" } }',
    );
    await workspace.run('init');
    expect(workspace.read('test/manifests.test.ts')).toMatch(/^import \{ test \} from 'vitest';/);
  });

  test('in JavaScript, is tested in JavaScript', async () => {
    workspace.write('cdk8s.yaml', 'app: node main.js\n');
    workspace.write('main.js', '');
    await workspace.run('init');
    expect(workspace.read('test/manifests.test.cjs')).toMatch(/^const \{ execSync \} = require/);
  });
});

test('an app in another place gets its charts beside it', async () => {
  workspace.write('cdk8s.yaml', 'app: k8s/app.ts\n');
  await workspace.run('init');
  expect(workspace.files()).toEqual(
    expect.arrayContaining(['k8s/app.ts', 'k8s/charts/web.ts', 'k8s/test/manifests.test.ts']),
  );
});

test('a command in another language is an app, and gets a test', async () => {
  workspace.write('cdk8s.yaml', 'app: pipenv run python main.py\n');
  await workspace.run('init');
  expect(workspace.files()).toEqual(expect.arrayContaining(['test/manifests.test.ts', 'tsconfig.json']));
  expect(workspace.files()).not.toContain('main.ts');
});

test.each([
  ['a package.json that is not JSON', 'package.json', '{', /package\.json is not JSON/],
  ['a cdk8s.yaml with a misspelt field', 'cdk8s.yaml', 'ap: main.ts\n', /did you mean app/],
])('%s is an error, and nothing is written', async (_, path, text, message) => {
  workspace.write(path, text);
  const { code, err } = await workspace.run('init');
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  expect(workspace.files()).toEqual([path]);
});
