import { existsSync } from 'node:fs';
import { wrap } from 'node:module';
import { Script } from 'node:vm';
import { type CompiledCode, keepCompiledCode, readCompiledCode, sourceDigest } from './compiled-code';

/** What `wrap` writes before the source, on its first line. */
const PREFIX = wrap('').indexOf('\n');

/** Modules that are compiled with what runs before have kept of them in a file, and kept in it for runs to come. */
export class CompiledModules {
  private readonly kept: CompiledCode;
  private readonly scripts = new Map<string, { source: string; script: Script }>();
  /** Whether a module was compiled of which nothing was kept, or nothing that V8 would take. */
  private isNews = false;

  constructor(private readonly file: string) {
    this.kept = readCompiledCode(file);
  }

  /** The function around a module, as `wrap` makes it; its places are those of the source. */
  compile(module: string, text: string): Script {
    const source = sourceDigest(text);
    const kept = this.kept.get(module);
    const cachedData = kept?.source === source ? kept.data : undefined;
    const script = new Script(wrap(text), {
      filename: module,
      columnOffset: -PREFIX,
      ...(cachedData && { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected) this.isNews = true;
    this.scripts.set(module, { source, script });
    return script;
  }

  /** Keeps what is new, beside what other runs have kept of modules that are still there. */
  keep(): void {
    if (!this.isNews) return;
    const all = new Map([...this.kept].filter(([module]) => !this.scripts.has(module) && existsSync(module)));
    for (const [module, { source, script }] of this.scripts)
      all.set(module, { source, data: script.createCachedData() });
    keepCompiledCode(this.file, all);
  }
}
