import type { App as Cdk8sApp } from 'cdk8s';
import { chartOf, isApiObject } from '../../synthesis/app-object';
import { setCollector } from '../../synthesis/loading/collector';
import { transpile } from '../../synthesis/loading/transpile';
import type { SourceModule } from '../code/print-program';
import type { PlainObject } from '../plain-object';

/** The library as the program sees it, by the name under which it imports it. */
export type Library = Readonly<Record<string, () => unknown>>;

/** What a program makes: by the path of the construct, the object, or the error that came instead. */
export type ProgramResult = ReadonlyMap<string, PlainObject | Error>;

/**
 * Runs a program in this process, from memory.
 *
 * @param modules Its files, the one to run first.
 * @throws Error what the program throws before it has made its objects
 */
export function runProgram(modules: readonly SourceModule[], library: Library): ProgramResult {
  const apps: Cdk8sApp[] = [];
  setCollector({ add: (app) => void apps.push(app) });
  try {
    new ModuleLoader(modules, library).load(modules[0]?.name ?? '');
  } finally {
    setCollector(undefined);
  }
  const constructs = apps.flatMap((app) => app.node.findAll()).filter(isApiObject);
  return new Map(
    constructs.map((construct) => [constructPath(chartOf(construct).node.id, construct.node.id), made(construct)]),
  );
}

/** What tells the objects of a program apart. */
export function constructPath(chart: string, id: string): string {
  return `${chart}/${id}`;
}

function made(construct: { toJson(): unknown }): PlainObject | Error {
  try {
    return JSON.parse(JSON.stringify(construct.toJson())) as PlainObject;
  } catch (error) {
    return error as Error;
  }
}

/** Loads modules of CommonJS that are no files. */
class ModuleLoader {
  readonly #loaded = new Map<string, { exports: unknown }>();

  constructor(
    readonly modules: readonly SourceModule[],
    readonly library: Library,
  ) {}

  load(name: string): unknown {
    const known = this.#loaded.get(name);
    if (known) return known.exports;
    const source = this.modules.find((one) => one.name === name);
    if (!source) throw new Error(`the program imports ${name}, which is none of its modules`);
    const module = { exports: {} };
    this.#loaded.set(name, module);
    const run = new Function('require', 'module', 'exports', transpile(source.name, source.text).code);
    run((request: string) => this.require(request), module, module.exports);
    return module.exports;
  }

  require(request: string): unknown {
    return this.library[request]?.() ?? this.load(`${request.replace(/^\.\//, '')}.ts`);
  }
}
