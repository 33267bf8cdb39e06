// Transpiles lib/ and imports/ to CommonJS in build/; types are checked separately by `npm run typecheck`.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { buildPage } from './build-page.mjs';

/** Modules that are built with all that they import: a run then opens one file instead of some two hundred. */
const BUNDLED = ['lib/cli/main.ts', 'lib/validation/validate.ts'];

/** Built here and then renamed, so that a program that runs meanwhile finds the old files or the new ones. */
const TEMPORARY = `build-${process.pid}`;

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const common = {
  outbase: '.',
  outdir: TEMPORARY,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
};

const sources = [];
for (const folder of ['lib', 'imports']) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) sources.push(join(entry.parentPath ?? entry.path, entry.name));
  }
}
buildSync({ ...common, entryPoints: sources.filter((file) => file.endsWith('.ts')) });
buildSync({
  ...common,
  entryPoints: BUNDLED,
  bundle: true,
  minifyWhitespace: true,
  minifySyntax: true,
  external: Object.keys(dependencies),
  allowOverwrite: true,
});
for (const file of sources.filter((name) => !name.endsWith('.ts'))) {
  mkdirSync(join(TEMPORARY, dirname(file)), { recursive: true });
  cpSync(file, join(TEMPORARY, file));
}
buildPage(join(TEMPORARY, 'lib/picture/page/page-script.min.js'));
rmSync('build', { recursive: true, force: true });
renameSync(TEMPORARY, 'build');
