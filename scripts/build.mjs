// Transpiles what the package exports to CommonJS in build/; types are checked separately by `npm run typecheck`.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildPage } from './build-page.mjs';

/** Modules that are built with all that they import: a run then opens one file instead of some two hundred. */
const BUNDLED = [
  'lib/cli/main.ts',
  'lib/cli/run-cli.ts',
  'lib/simulation/scenario/simulate.ts',
  'lib/validation/validate.ts',
];

/** Built here and then renamed, so that a program that runs meanwhile finds the old files or the new ones. */
const TEMPORARY = `build-${process.pid}`;

/** Modules outside of the bundles: an error is of the class that users import; the library itself; what imports ES modules. */
const SHARED = [
  'imports/k8s.ts',
  'lib/index.ts',
  'lib/kubernetes/version.ts',
  'lib/simulation/scenario/scenario-error.ts',
  'lib/synthesis/loading/import-module.ts',
];

const { dependencies, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const common = {
  outbase: '.',
  outdir: TEMPORARY,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  minifyWhitespace: true,
  logLevel: 'warning',
};

/** Has `bundle` import the shared modules from where they are built. */
const importShared = (bundle) => ({
  name: 'import-shared',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const file = relative('.', `${resolve(resolveDir, path)}.ts`);
      if (!SHARED.includes(file)) return;
      const [, name] = /^(.*)\.ts$/.exec(relative(dirname(bundle), file));
      return { path: name.startsWith('.') ? name : `./${name}`, external: true };
    });
  },
});

/** The files that `entryPoints` load, apart from what only the bundles load. */
async function filesOf(entryPoints) {
  const { metafile } = await build({
    ...common,
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
  });
  const files = new Set();
  const visit = (file) => {
    if (files.has(file)) return;
    files.add(file);
    if (BUNDLED.includes(file)) return;
    for (const { path, external } of metafile.inputs[file].imports) if (!external) visit(path);
  };
  entryPoints.forEach(visit);
  return [...files];
}

const exported = Object.values(exports).flatMap((entry) => entry?.default ?? []);
const sources = await filesOf([
  ...SHARED,
  ...exported.map((file) => file.replace('./build/', '').replace(/js$/, 'ts')),
]);
const isModule = (file) => file.endsWith('.ts');

await build({ ...common, entryPoints: sources.filter((file) => isModule(file) && !BUNDLED.includes(file)) });
for (const bundle of BUNDLED) {
  await build({
    ...common,
    entryPoints: [bundle],
    bundle: true,
    minify: true,
    external: [...Object.keys(dependencies), './run-cli'],
    plugins: [importShared(bundle)],
  });
}
for (const file of sources.filter((name) => !isModule(name))) {
  mkdirSync(join(TEMPORARY, dirname(file)), { recursive: true });
  cpSync(file, join(TEMPORARY, file));
}
buildPage(join(TEMPORARY, 'lib/picture/page/page-script.min.js'));
rmSync('build', { recursive: true, force: true });
renameSync(TEMPORARY, 'build');
