import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** An empty folder with the packed package and some others installed. */
export function installedWorkspace(...packages) {
  const folder = mkdtempSync(join(tmpdir(), 'podwright-bench-'));
  const npm = (args, cwd) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const tarball = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root))[0].filename;
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(['install', '--no-audit', '--no-fund', join(folder, tarball), ...packages], folder);
  return folder;
}
