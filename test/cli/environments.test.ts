import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { useProgram } from './program';

const ROOT = join(__dirname, '../..');
const LIBRARY = join(ROOT, 'build/lib');

const program = useProgram();
const { read, run, write } = program;
const filesIn = (path: string) =>
  (readdirSync(join(program.folder, path), { recursive: true }) as string[])
    .filter((file) => statSync(join(program.folder, path, file)).isFile())
    .sort();
const textsIn = (path: string) => Object.fromEntries(filesIn(path).map((file) => [file, read(`${path}/${file}`)]));

/** The values stand in a module of their own, so that it has to be loaded anew for each environment. */
const VALUES = `import { environment } from '${LIBRARY}';
export const values = environment({ staging: { replicas: 1 }, production: { replicas: 3 } });
`;
const MAIN = `import { App, Chart, Deployment } from '${LIBRARY}';
import { values } from './values';
const app = new App({ kustomization: true });
for (const id of ['api', 'web'])
  new Deployment(new Chart(app, id), id, { replicas: values.replicas, containers: { app: { image: 'nginx:1.29' } } });
app.synth();
`;

beforeEach(() => {
  write('values.ts', VALUES);
  write('main.ts', MAIN);
});

const replicas = (path: string) => /replicas: (\d)/.exec(read(path))?.[1];

test('synthesizes for every environment that the app has values for', () => {
  expect(run('synth')).toMatchObject({ code: 0 });
  const names = ['api.k8s.yaml', 'kustomization.yaml', 'web.k8s.yaml'];
  expect(filesIn('dist')).toEqual([
    '.podwright',
    ...names.map((name) => `production/${name}`),
    ...names.map((name) => `staging/${name}`),
  ]);
  expect([replicas('dist/staging/web.k8s.yaml'), replicas('dist/production/web.k8s.yaml')]).toEqual(['1', '3']);
});

test('an app in ES modules is run anew for each environment, with all its modules', () => {
  write(
    'values.mjs',
    VALUES.replace(
      /import \{ environment \} from '(.*)';/,
      "import { createRequire } from 'node:module';\nconst { environment } = createRequire(import.meta.url)('$1');",
    ),
  );
  write(
    'main.mjs',
    MAIN.replace("'./values'", "'./values.mjs'").replace(
      /import (\{.*\}) from '(.*build\/lib)';/,
      "import { createRequire } from 'node:module';\nconst $1 = createRequire(import.meta.url)('$2');",
    ),
  );
  expect(run('synth', '--app', 'main.mjs')).toMatchObject({ code: 0 });
  expect([replicas('dist/staging/web.k8s.yaml'), replicas('dist/production/web.k8s.yaml')]).toEqual(['1', '3']);
});

test('one environment at a time gives the same files', () => {
  run('synth');
  run('synth', '--env', 'production', '--output', 'other');
  run('synth', '--env', 'staging', '--output', 'other');
  expect(textsIn('other')).toEqual(textsIn('dist'));
});

test('shards give the same files, in any order', () => {
  run('synth');
  for (const index of [3, 1, 2]) expect(run('synth', '--shard', `${index}/3`, '--output', 'other').code).toBe(0);
  expect(textsIn('other')).toEqual(textsIn('dist'));
});

test('shards that are written apart add up to the same files', () => {
  run('synth');
  for (const index of [1, 2]) {
    run('synth', '--shard', `${index}/2`, '--output', `part-${index}`);
    cpSync(join(program.folder, `part-${index}`), join(program.folder, 'sum'), { recursive: true });
  }
  expect(textsIn('sum')).toEqual(textsIn('dist'));
});

test('a plain run of the script is for the environment that the variable names', () => {
  run('synth', '--env', 'staging');
  const tsx = join(ROOT, 'node_modules/.bin/tsx');
  const env = { ...process.env, PODWRIGHT_ENV: 'staging' };
  expect(spawnSync(tsx, ['main.ts'], { cwd: program.folder, env }).status).toBe(0);
  expect(run('synth', '--check', '--env', 'staging')).toMatchObject({ code: 0 });
  expect(spawnSync(tsx, ['main.ts'], { cwd: program.folder, encoding: 'utf8' }).stderr).toContain(
    'choose an environment',
  );
});

test('files of an environment that is gone are removed, by a run for all', () => {
  run('synth');
  write('values.ts', VALUES.replace('production', 'live'));
  run('synth', '--env', 'staging');
  expect(filesIn('dist').some((file) => file.startsWith('production/'))).toBe(true);
  run('synth');
  expect(filesIn('dist').map((file) => file.split('/')[0])).not.toContain('production');
  expect(filesIn('dist')).toContain('live/web.k8s.yaml');
});

test('the check covers all environments', () => {
  run('synth');
  expect(run('synth', '--check')).toMatchObject({ code: 0 });
  write('values.ts', VALUES.replace('replicas: 3', 'replicas: 2'));
  expect(run('synth', '--check', '--env', 'staging')).toMatchObject({ code: 0 });
  expect(run('synth', '--check')).toMatchObject({
    code: 1,
    err: expect.stringContaining('dist/production/web.k8s.yaml'),
  });
});

test('an error in one environment keeps all files as they were', () => {
  run('synth');
  const before = textsIn('dist');
  write('values.ts', VALUES.replace('replicas: 1', 'replicas: 2').replace('replicas: 3', 'replicas: -3'));
  const { code, err } = run('synth', '--profile', 'none');
  expect(code).toBe(1);
  expect(err).toContain('dist/production/web.k8s.yaml');
  expect(err).not.toContain('dist/staging');
  expect(textsIn('dist')).toEqual(before);
});

test('prints one environment only', () => {
  expect(run('synth', '--stdout', '--env', 'production').out.match(/replicas: ./g)).toEqual([
    'replicas: 3',
    'replicas: 3',
  ]);
  expect(run('synth', '--stdout')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('add --env staging or --env production'),
  });
});

test('cdk8s.yaml can name the environments of an app that has no values of its own', () => {
  write(
    'main.ts',
    MAIN.replace(
      "import { values } from './values';",
      'const values = { replicas: Number(process.env.PODWRIGHT_ENV === "b") + 1 };',
    ),
  );
  write('cdk8s.yaml', 'environments: [a, b]\n');
  expect(run('synth')).toMatchObject({ code: 0 });
  expect([replicas('dist/a/web.k8s.yaml'), replicas('dist/b/web.k8s.yaml')]).toEqual(['1', '2']);
});

test.each([
  [['--env', 'stagin'], 'did you mean staging?'],
  [['--shard', '0/2'], '--shard 0/2 is no part of a whole'],
  [['--shard', '3/2'], '--shard 3/2 is no part of a whole'],
  [['--shard', 'half'], '--shard half is no part of a whole'],
])('wrong use %j is answered with what is right', (args, message) => {
  expect(run('synth', ...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
});
