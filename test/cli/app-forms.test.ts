import { useProgram } from './program';

const program = useProgram({
  'node_modules/cdk8s': 'node_modules/cdk8s',
  'node_modules/constructs': 'node_modules/constructs',
  'node_modules/podwright': '.',
});
const { read, run } = program;

beforeEach(() =>
  write({
    'node_modules/names/package.json': '{ "name": "names", "type": "module", "exports": "./index.js" }',
    'node_modules/names/index.js': "export const name = 'web';\n",
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@parts/*": ["./parts/*"] } } } // of the app',
    'parts/name.ts': "export const name: string = 'web';\n",
    'parts/index.ts': "export { name } from './name';\n",
  }),
);

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) program.write(path, text);
}

/** An app whose Pod is called `name`, which the first lines declare. */
const app = (...lines: string[]) => `import { App, Chart, Pod } from 'podwright';
${lines.join('\n')}
const app = new App();
new Pod(new Chart(app, 'web'), name, { containers: { app: { image: 'nginx:1.29' } } });
app.synth();
`;

const ES_MODULES = '{ "type": "module" }';
const WAIT = 'await new Promise((done) => setTimeout(done, 1));';

test.each<[string, string, Record<string, string>]>([
  ['top-level await', 'main.ts', { 'main.ts': app(`const name: string = await Promise.resolve('web');`) }],
  [
    'top-level await in a module that it imports',
    'main.ts',
    { 'main.ts': app("import { name } from './late.js';"), 'late.ts': `${WAIT}\nexport const name: string = 'web';\n` },
  ],
  ['a package of ES modules only', 'main.ts', { 'main.ts': app("import { name } from 'names';") }],
  [
    'top-level await, and imports without their endings',
    'main.ts',
    {
      'main.ts': app(
        "import { name } from './parts/name';",
        "import { name as same } from './parts';",
        WAIT,
        'if (name !== same) throw same;',
      ),
    },
  ],
  ['paths of tsconfig.json', 'main.ts', { 'main.ts': app("import { name } from '@parts/name';") }],
  ['paths of tsconfig.json with .js', 'main.ts', { 'main.ts': app("import { name } from '@parts/name.js';") }],
  [
    'paths of tsconfig.json and top-level await',
    'main.ts',
    { 'main.ts': app("import { name } from '@parts/name';", WAIT) },
  ],
  [
    'import()',
    'main.ts',
    { 'main.ts': app("void import('./parts').then(({ name }) => {").replace('app.synth();', 'app.synth();\n});') },
  ],
  [
    'import() of a package, and top-level await',
    'main.ts',
    { 'main.ts': app("const { name } = await import('names');") },
  ],
  [
    'import.meta',
    'main.ts',
    {
      'main.ts': app(
        "import { basename, dirname } from 'node:path';",
        'if (dirname(import.meta.filename) !== import.meta.dirname) throw import.meta.dirname;',
        "const name = basename(import.meta.url, '.ts').replace('main', 'web');",
      ),
    },
  ],
  [
    'JavaScript as ES modules',
    'main.js',
    { 'main.js': app("import { name } from 'names';"), 'package.json': ES_MODULES },
  ],
  [
    'TypeScript as ES modules, one of them CommonJS',
    'main.mts',
    {
      'main.mts': app("import { name } from './old.cjs';", WAIT),
      'old.cts': "export const name: string = 'web';\n",
      'package.json': ES_MODULES,
    },
  ],
])('an app with %s is synthesized, and a second time', (_, script, files) => {
  write(files);
  expect(run('synth', '--app', script, '--profile', 'none')).toEqual({
    code: 0,
    out: '',
    err: 'created dist/web.k8s.yaml\n',
  });
  expect(read('dist/web.k8s.yaml')).toContain('name: web\n');
  expect(run('synth', '--app', script, '--profile', 'none').err).toBe('1 file in dist unchanged\n');
});

const FIELDS = app(
  'class Base { constructor() { this.begin(); } begin(): void {} }',
  'function marked(_target: object, _key: string, descriptor: PropertyDescriptor) { return descriptor; }',
  "class Named extends Base { name?: string; @marked override begin() { this.name = 'web'; } }",
  'const name = String(new Named().name);',
);

test('compiled code is not kept over a change of tsconfig.json that leaves its length', async () => {
  const options = (jsxFactory: string) => JSON.stringify({ compilerOptions: { jsxFactory } });
  const made = "const [one, two] = [() => 'web', () => 'api'];\nconst name: string = (<div />) as unknown as string;";
  write({ 'main.tsx': app(made), 'tsconfig.json': options('one') });
  // Young files are not known by their state.
  await new Promise((done) => setTimeout(done, 600));
  const nameOf = () => {
    expect(run('synth', '--app', 'main.tsx', '--profile', 'none')).toMatchObject({ code: 0 });
    return /name: (.*)/.exec(read('dist/web.k8s.yaml'))?.[1];
  };
  expect([nameOf(), nameOf()]).toEqual(['web', 'web']);
  write({ 'tsconfig.json': options('two') });
  expect(nameOf()).toBe('api');
});

test('the compiler options of tsconfig.json count, those that change from one run to the next too', () => {
  const options = (useDefineForClassFields: boolean) =>
    JSON.stringify({ compilerOptions: { experimentalDecorators: true, useDefineForClassFields } });
  write({ 'main.ts': FIELDS, 'tsconfig.json': '{ "extends": "./base.json" }', 'base.json': options(false) });
  const nameOf = () => {
    expect(run('synth', '--profile', 'none')).toMatchObject({ code: 0 });
    return /name: (.*)/.exec(read('dist/web.k8s.yaml'))?.[1];
  };
  expect(nameOf()).toBe('web');
  write({ 'base.json': options(true) });
  expect(nameOf()).toBe('undefined');
  write({ 'tsconfig.json': options(false) });
  expect(nameOf()).toBe('web');
});

test('a finding names the line of TypeScript that waited', () => {
  write({
    'main.ts': app('interface Unused { readonly a: string }', WAIT, "const name = 'web' as string;").replace(
      'nginx:1.29',
      '',
    ),
  });
  const { code, err } = run('synth', '--profile', 'none');
  expect([code, err]).toEqual([1, expect.stringContaining('at main.ts:6:1, dist/web.k8s.yaml:')]);
});

test('an error names the line of TypeScript that waited', () => {
  write({ 'main.ts': `interface Unused { readonly a: string }\n${WAIT}\n\nthrow new TypeError('no');\n` });
  expect(run('synth')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/main\.ts failed: TypeError: no\n.*main\.ts:4:7/),
  });
});

test('a module that is nowhere is named', () => {
  write({ 'main.ts': app("import { name } from '@parts/nowhere';") });
  expect(run('synth')).toMatchObject({ code: 2, err: expect.stringContaining("Cannot find module '@parts/nowhere'") });
});
