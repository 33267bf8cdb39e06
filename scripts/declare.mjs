// Writes the type declarations of what the package exports beside the modules in build/, and no others.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const TEMPORARY = `declarations-${process.pid}`;
const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** What a declaration imports from its own package. */
const IMPORT = /(?:from|import\()\s*'(\.[^']+)'/g;

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const copied = new Set();

function copy(file) {
  if (copied.has(file)) return;
  copied.add(file);
  const source = join(TEMPORARY, file);
  cpSync(source, join('build', file));
  for (const [, path] of readFileSync(source, 'utf8').matchAll(IMPORT)) copy(`${join(dirname(file), path)}.d.ts`);
}

try {
  execFileSync(process.execPath, [TSC, '-p', 'tsconfig.build.json', '--outDir', TEMPORARY], { stdio: 'inherit' });
  for (const entry of Object.values(exports)) if (entry?.types) copy(entry.types.replace('./build/', ''));
} finally {
  rmSync(TEMPORARY, { recursive: true, force: true });
}
