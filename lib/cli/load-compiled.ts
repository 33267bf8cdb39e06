import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { cacheFolder, keepFile } from '../synthesis/loading/cache-folder';

/** Bytes of a SHA-1 digest. */
const DIGEST = 20;

/** The exit code of a run that did not do what it is for, and so has not compiled all of it. */
const ABANDONED = 2;

/**
 * Loads a CommonJS module as `require` does, with the compiled code that a run before has kept in
 * `node_modules/.cache/podwright`. To compile a large module takes longer than most commands. The module cannot have an
 * `import()` of its own.
 *
 * @param purpose What the module is loaded for, a word: what is compiled on the way there is kept as well.
 * @param folder Where the cache is looked for.
 */
export function loadCompiled(file: string, purpose: string, folder: string): unknown {
  const require = createRequire(file);
  const cache = cacheFolder(folder);
  if (cache === undefined || !file.endsWith('.js')) return require(file);
  const source = readFileSync(file);
  const version = createHash('sha1').update(`${cachedDataVersionTag()} ${file}\0`).update(source).digest('hex');
  const kept = join(cache, `${version}-${purpose}.compiled`);
  const cachedData = readKept(kept);
  const script = new Script(wrap(source.toString()), { filename: file, ...(cachedData && { cachedData }) });
  if (cachedData === undefined || script.cachedDataRejected)
    process.once('exit', (code) => {
      if (code < ABANDONED) keepFile(kept, withDigest(script.createCachedData()));
    });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  return module.exports;
}

/** V8 trusts what it is given, so a file that was damaged must not get there. */
function readKept(file: string): Buffer | undefined {
  try {
    const content = readFileSync(file);
    const data = content.subarray(DIGEST);
    return content.subarray(0, DIGEST).equals(digest(data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

function withDigest(data: Buffer): Buffer {
  return Buffer.concat([digest(data), data]);
}

function digest(data: Buffer): Buffer {
  return createHash('sha1').update(data).digest();
}
