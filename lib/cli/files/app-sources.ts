import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appFiles } from '../../synthesis/loading/app-modules';
import { isImported } from '../../synthesis/loading/module-versions';
import { scriptOf } from '../../synthesis/loading/run-app-command';
import type { Watched } from './file-watcher';

const PASSED_OVER = /^(\..*|node_modules|__pycache__)$/;

/**
 * What the app that ran last was made from: the modules that it loaded, and `cdk8s.yaml`.
 *
 * Of a command, and of an app that was imported, whose modules Node does not tell, it is every file below the working
 * directory but those of the output folder, `node_modules` and hidden folders.
 */
export function appSources(app: string, outdir: string): Watched {
  const script = scriptOf(app);
  const config = resolve('cdk8s.yaml');
  if (script === undefined || isImported()) {
    return { files: [config], folders: foldersBelow(process.cwd(), resolve(outdir)) };
  }
  return { files: [config, resolve(script), ...appFiles()], folders: [] };
}

function foldersBelow(folder: string, except: string): string[] {
  const inner = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !PASSED_OVER.test(entry.name))
    .map(({ name }) => join(folder, name))
    .filter((path) => path !== except);
  return [folder, ...inner.flatMap((path) => foldersBelow(path, except))];
}
