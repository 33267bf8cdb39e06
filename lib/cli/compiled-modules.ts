import { existsSync, statSync } from 'node:fs';
import { wrap } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { cacheName } from '../synthesis/loading/cache-folder';
import { compilerOptions } from '../synthesis/loading/compiler-options';
import { type CompiledCode, type CompiledModule, keepCompiledCode, readCompiledCode } from './compiled-code';

/** What `wrap` writes before the source, on its first line. */
const PREFIX = wrap('').indexOf('\n');

interface Compiled {
  readonly text: string;
  readonly stamp: string;
  readonly script: Script;
}

/** Modules that are compiled with what runs before have kept of them in a file, and kept in it for runs to come. */
export class CompiledModules {
  private readonly kept: CompiledCode;
  private readonly modules = new Map<string, Compiled>();
  /** Whether a module was compiled of which nothing was kept, or nothing that V8 would take. */
  private isNews = false;

  constructor(private readonly file: string) {
    this.kept = readCompiledCode(file);
  }

  /** The function around a module, as `wrap` makes it; its places are those of the source. */
  compile(module: string, text: string): Script {
    const stamp = sourceStampOf(module);
    const cachedData = this.keptFor(module, text, stamp)?.data;
    const script = new Script(wrap(text), {
      filename: module,
      columnOffset: -PREFIX,
      ...(cachedData && { cachedData: cachedData as Buffer }),
    });
    if (cachedData === undefined || script.cachedDataRejected) this.isNews = true;
    this.modules.set(module, { text, stamp, script });
    return script;
  }

  /** Keeps what is new, beside what other runs have kept of modules that are still there. */
  keep(): void {
    if (!this.isNews) return;
    const all = new Map([...this.kept].filter(([module]) => !this.modules.has(module) && existsSync(module)));
    for (const [module, { text, stamp, script }] of this.modules)
      all.set(module, { digest: digestOf(text), stamp, data: script.createCachedData() });
    keepCompiledCode(this.file, all);
  }

  /** A file that was installed anew has another stamp, and mostly the same source. */
  private keptFor(module: string, text: string, stamp: string): CompiledModule | undefined {
    const kept = this.kept.get(module);
    if (kept === undefined || (kept.stamp === stamp && stamp !== '')) return kept;
    if (kept.digest !== digestOf(text)) return undefined;
    this.isNews = true;
    return kept;
  }
}

/** A file that changed this many milliseconds ago may have changed between reading it and asking for its state. */
const YOUNG = 500;

/** The state of a file, which is another one after every change; empty where it is too young to tell, or not there. */
export function stampOf(file: string): string {
  const { size, mtimeMs, ctimeMs = Number.POSITIVE_INFINITY, ino } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return Date.now() - ctimeMs < YOUNG ? '' : [size, mtimeMs, ctimeMs, ino].join(' ');
}

/** The state of what a module is made of: of TypeScript, also the options by which its types are stripped. */
function sourceStampOf(module: string): string {
  const stamp = stampOf(module);
  if (stamp === '' || !/\.[cm]?tsx?$/.test(module)) return stamp;
  return `${stamp} ${cacheName(compilerOptions(dirname(module)).key)}`;
}

/** Loads the library of hashes, which takes longer than to ask for the state of every module. */
function digestOf(text: string): string {
  const { createHash } = require('node:crypto') as typeof import('node:crypto');
  return createHash('sha256').update(text).digest('base64');
}
