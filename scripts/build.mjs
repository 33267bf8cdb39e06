// Transpiles lib/ and imports/ to CommonJS in build/, file for file; types are checked separately by `npm run typecheck`.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

const sources = [];
for (const folder of ['lib', 'imports']) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) sources.push(join(entry.parentPath ?? entry.path, entry.name));
  }
}
rmSync('build', { recursive: true, force: true });
const typescript = sources.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
buildSync({ entryPoints: typescript, outbase: '.', outdir: 'build', format: 'cjs', platform: 'node', target: 'node20', sourcemap: true, logLevel: 'warning' });
for (const file of sources.filter((name) => !name.endsWith('.ts'))) {
  mkdirSync(join('build', dirname(file)), { recursive: true });
  cpSync(file, join('build', file));
}
