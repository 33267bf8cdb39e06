import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { keepFile } from '../synthesis/loading/cache-folder';

/** What V8 made of a module, and the digest of the source that it made it of. */
interface CompiledModule {
  readonly source: string;
  readonly data: Buffer;
}

/** The compiled code of modules, by their files. */
export type CompiledCode = ReadonlyMap<string, CompiledModule>;

/** Bytes of a SHA-1 digest. */
const DIGEST = 20;

/** Reads what a run before has kept; empty where nothing was kept, or where the file was damaged. */
export function readCompiledCode(file: string): CompiledCode {
  try {
    const content = readFileSync(file);
    const code = content.subarray(DIGEST);
    // V8 trusts what it is given, so a file that was damaged must not get there.
    return content.subarray(0, DIGEST).equals(digest(code)) ? (deserialize(code) as CompiledCode) : new Map();
  } catch {
    return new Map();
  }
}

/** Keeps compiled code for the runs to come. */
export function keepCompiledCode(file: string, modules: CompiledCode): void {
  const code = serialize(modules);
  keepFile(file, Buffer.concat([digest(code), code]));
}

/** The digest of a source, by which a module that has changed is known. */
export function sourceDigest(source: string): string {
  return digest(source).toString('hex');
}

function digest(data: Buffer | string): Buffer {
  return createHash('sha1').update(data).digest();
}
