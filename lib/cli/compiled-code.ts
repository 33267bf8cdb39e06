import { readFileSync } from 'node:fs';
import { keepFile } from '../synthesis/loading/cache-folder';

/** What V8 made of a module, and how to know whether it made it of the module as it is now. */
export interface CompiledModule {
  /** The digest of the source. */
  readonly digest: string;
  /** The state of the file in which it was read; see `stampOf`. */
  readonly stamp: string;
  readonly data: Uint8Array;
}

/** The compiled code of modules, by their files. */
export type CompiledCode = ReadonlyMap<string, CompiledModule>;

type Entry = readonly [file: string, digest: string, stamp: string, bytes: number];

/** The file begins with two numbers of 32 bits: a hash of all that follows, and the length of the list of entries. */
const HEAD = 8;
/** V8 would copy code that does not stand at a multiple of this. */
const ALIGNMENT = 8;

/** Reads what a run before has kept; empty where nothing was kept, or where the file was damaged. */
export function readCompiledCode(file: string): CompiledCode {
  try {
    const content = aligned(readFileSync(file));
    const [hash, length = 0] = new Uint32Array(content.buffer, content.byteOffset, 2);
    // V8 trusts what it is given, so a file that was damaged must not get there.
    if (hash !== hashOf(content)) return new Map();
    const entries = JSON.parse(content.toString('utf8', HEAD, HEAD + length)) as Entry[];
    let end = HEAD + length;
    return new Map(
      entries.map(([name, digest, stamp, bytes]) => {
        const start = padded(end);
        end = start + bytes;
        return [name, { digest, stamp, data: content.subarray(start, end) }];
      }),
    );
  } catch {
    return new Map();
  }
}

/** Keeps compiled code for the runs to come. */
export function keepCompiledCode(file: string, modules: CompiledCode): void {
  const entries = [...modules].map(([name, { digest, stamp, data }]): Entry => [name, digest, stamp, data.length]);
  const list = Buffer.from(JSON.stringify(entries));
  const parts = [Buffer.alloc(HEAD), list, ...[...modules.values()].map(({ data }) => data)];
  const size = parts.reduce((sum, part) => padded(sum) + part.length, 0);
  const content = Buffer.from(new ArrayBuffer(padded(size)));
  let end = 0;
  for (const part of parts) {
    content.set(part, padded(end));
    end = padded(end) + part.length;
  }
  const numbers = new Uint32Array(content.buffer, 0, 2);
  numbers[1] = list.length;
  numbers[0] = hashOf(content);
  keepFile(file, content);
}

function padded(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

/** Small files are read into memory that they share with others, at any place. */
function aligned(content: Buffer): Buffer {
  return content.byteOffset % ALIGNMENT === 0 ? content : Buffer.from(new Uint8Array(content).buffer);
}

/** All of so many words at the beginning, and then one in so many, which is one of every block of a disk. */
const [WHOLE_WORDS, SAMPLE] = [1024, 128];

/**
 * Sees what a machine that stopped has left of a file, where whole blocks are missing or zero; FNV-1a over some of the
 * words. A hash of every byte would take longer than what the compiled code saves of a small run.
 */
function hashOf(content: Uint8Array): number {
  const words = new Uint32Array(content.buffer, content.byteOffset, content.length >> 2);
  let hash = 0x811c9dc5 ^ content.length;
  for (let index = 1; index < words.length; index += index < WHOLE_WORDS ? 1 : SAMPLE)
    hash = Math.imul(hash ^ (words[index] ?? 0), 0x01000193);
  return hash >>> 0;
}
