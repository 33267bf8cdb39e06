import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The page cannot be written, because its script has not been built. */
export class PageScriptError extends Error {
  readonly code = 'ERR_PAGE_SCRIPT';
}

/** Where the build puts the script of pages, from the folder of the package. */
const FILE = 'build/lib/picture/page/page-script.min.js.br';

/**
 * The script that pages run, which the build makes of `page-script.ts` and of the simulator.
 *
 * @throws PageScriptError in a checkout that has not been built.
 */
export function pageScript(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const file = join(folder, FILE);
  if (!existsSync(file)) throw new PageScriptError('the script of the page is not there; run `npm run build` first.');
  return brotliDecompressSync(readFileSync(file)).toString();
}
