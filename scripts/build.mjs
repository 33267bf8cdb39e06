// Builds what the package exports, as CommonJS in build/; types are checked separately by `npm run typecheck`.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { buildPage } from './build-page.mjs';
import { licencesOf } from './licences.mjs';

/** Has an `import()` of its own, which code that `loadCompiled` has loaded cannot have. */
const ALONE = 'lib/synthesis/loading/import-module.ts';

/** What Node loads in a thread of its own, from the folder of `ALONE`. */
const HOOKS = 'lib/synthesis/loading/module-hooks.ts';

/** The names of functions and classes stay as they are, for stack traces. */
const COMMON = { target: 'node20', minifyWhitespace: true, minifySyntax: true, logLevel: 'warning' };
const INPUT = {
  outbase: '.',
  outdir: 'build',
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
};
const RUN_CLI = 'lib/cli/run-cli.ts';

/** Packages that are part of the build: small ones that are seldom needed, which nobody has to install. */
const BUNDLED = /^(get-tsconfig|resolve-pkg-maps)$/;

/** Built here and then renamed, so that a program that runs meanwhile finds the old files or the new ones. */
const TEMPORARY = `build-${process.pid}`;

/** Marks paths of built files, and packages, that a `require` names. */
const MARK = 'built:///';

const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const built = (source) => source.replace(/ts$/, source === ALONE ? 'cjs' : 'js');
const source = (file) => file.replace('./build/', '').replace(/js$/, 'ts');
const exported = Object.values(exports).flatMap((entry) => entry?.default ?? []);
const published = [...exported, ...Object.values(bin)].map(source);

/** A module as the build names it. */
const moduleAt = (path, folder) => `${relative('.', resolve(folder, path)).replaceAll('\\', '/')}.ts`;

/** What is loaded only when it is asked for, with `require` in a function: each such module gets a file of its own. */
async function loadedLater() {
  const found = new Set();
  const { metafile } = await build({ ...INPUT, entryPoints: [...published, RUN_CLI], metafile: true, write: false });
  for (const { imports } of Object.values(metafile.inputs))
    for (const { path, kind } of imports) if (kind === 'require-call' && path in metafile.inputs) found.add(path);
  return [...found];
}
const entryPoints = [...published, ALONE, HOOKS, RUN_CLI, ...(await loadedLater())];

/** Keeps `require` where it stands in a function, so that it loads another file of the build, or a package, then. */
const markRequired = {
  name: 'mark-required',
  setup({ onResolve }) {
    onResolve({ filter: BUNDLED }, ({ path, resolveDir }) => ({
      path: createRequire(join(resolveDir, 'x')).resolve(path),
    }));
    onResolve({ filter: /./ }, ({ path, resolveDir, kind }) => {
      const file = /^\.\.?\//.test(path) && moduleAt(path, resolveDir);
      const isRequired = kind.startsWith('require-') && (!file || entryPoints.includes(file));
      const isMarked = isRequired || (kind === 'import-statement' && file === ALONE);
      return isMarked ? { path: MARK + (file ? built(file) : path), external: true } : undefined;
    });
  },
};

/** Says the marked paths as `from` has to say them: `require('../validation/validate.js')`. */
function unmark(code, from) {
  const pathFrom = (name) => {
    if (!/\.c?js$/.test(name)) return name;
    const path = posix.relative(posix.dirname(from), name);
    return path.startsWith('.') ? path : `./${path}`;
  };
  return code
    .replace(/[\w$]+\.resolve\("\.\//g, 'require.resolve("./')
    .replace(/[\w$]+\("built:\/\/\/([^"]+)"\)/g, (_, name) => `require("${pathFrom(name)}")`)
    .replace(/"built:\/\/\/([^"]+)"/g, (_, name) => `"${pathFrom(name)}"`);
}

/** The values themselves instead of functions that get them: what several files share is called very often. */
const PLAIN_EXPORTS = 'module.exports={__proto__:null,...module.exports};';

/** The modules as ES modules, of which those that several entry points need are in shared files, each once. */
async function bundle() {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints,
    outbase: '.',
    outdir: TEMPORARY,
    chunkNames: 'lib/shared/[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [markRequired],
    metafile: true,
    write: false,
  });
  const files = outputFiles.map(({ path, text }) => ({ file: relative(TEMPORARY, path).replaceAll('\\', '/'), text }));
  return { files, inputs: Object.keys(metafile.inputs) };
}

const isShared = (file) => file.startsWith('lib/shared/');
/** Names that nobody sees may be short; those of classes stand in messages. */
const hasClasses = (text) => /\bclass [A-Z]/.test(text);

const { files, inputs } = await bundle();
for (const { file, text } of files) {
  const minifyIdentifiers = isShared(file) && !hasClasses(text);
  const { code } = await transform(unmark(text, file), {
    ...COMMON,
    minifyIdentifiers,
    format: 'cjs',
    platform: 'node',
  });
  const path = join(TEMPORARY, file === ALONE.replace(/ts$/, 'js') ? built(ALONE) : file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code + (isShared(file) ? PLAIN_EXPORTS : ''));
}
const page = join(TEMPORARY, 'lib/picture/page/page-script.min.js');
inputs.push(...buildPage(page));
writeFileSync(`${page}.br`, brotliCompressSync(readFileSync(page)));
rmSync(page);
writeFileSync(join(TEMPORARY, 'LICENCES.txt'), licencesOf(inputs));
rmSync('build', { recursive: true, force: true });
renameSync(TEMPORARY, 'build');
