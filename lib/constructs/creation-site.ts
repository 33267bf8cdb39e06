import { dirname, isAbsolute, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type IConstruct, Node } from 'constructs';

/** A place in the code of the app. */
export interface CreationSite {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Room for the constructors of other libraries between the code of the app and the construct. */
const FRAMES = 8;

/** Where a construct keeps its trace: a registered symbol, so that all copies of this library share it. */
const TRACE = Symbol.for('podwright.creationTrace');
const RECORDING = Symbol.for('podwright.recordsCreationTraces');

type Traced = { [TRACE]?: { readonly stack?: string } };

/** The folders whose frames are ours: these constructs and the generated ones, as written, and all that is built. */
const OWN_FOLDERS = ownFolders(__dirname);

/** Remembers that `construct` is created by the caller; the stack is formatted only when somebody asks. */
export function recordCreationSite(construct: object): void {
  const traced: Traced = construct;
  if (traced[TRACE]) return;
  const trace = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(trace, construct.constructor);
  Error.stackTraceLimit = limit;
  traced[TRACE] = trace;
}

/**
 * From now on remembers where every construct is created, also those of cdk8s and cdk8s-plus-28. Doing it again changes
 * nothing.
 */
export function recordCreationSites(): void {
  const prototype = Node.prototype as Node & { [RECORDING]?: true };
  if (prototype[RECORDING]) return;
  const { addChild } = prototype as unknown as { addChild: (child: IConstruct, name: string) => void };
  Object.defineProperties(prototype, {
    [RECORDING]: { value: true },
    addChild: {
      configurable: true,
      writable: true,
      value(this: Node, child: IConstruct, name: string): void {
        recordCreationSite(child);
        addChild.call(this, child, name);
      },
    },
  });
}

/** The place in the code of the app where `construct` was created; undefined when it was not recorded. */
export function creationSite(construct: object): CreationSite | undefined {
  for (const line of (construct as Traced)[TRACE]?.stack?.split('\n') ?? []) {
    const frame = /^\s+at (?:.*\()?(.+?):(\d+):(\d+)\)?$/.exec(line);
    if (!frame) continue;
    const [, location = '', row, column] = frame;
    const file = location.startsWith('file:') ? fileURLToPath(location) : location.replace(/^async /, '');
    if (isAppCode(file)) return { file, line: Number(row), column: Number(column) };
  }
  return undefined;
}

function isAppCode(file: string): boolean {
  if (!isAbsolute(file) || file.includes(`${sep}node_modules${sep}`)) return false;
  return !OWN_FOLDERS.some((folder) => file.startsWith(folder + sep));
}

function ownFolders(here: string): string[] {
  const base = here.slice(0, here.lastIndexOf(`${sep}lib`));
  const root = base.endsWith(`${sep}build`) ? dirname(base) : base;
  return [join(root, 'build'), join(root, 'lib', 'constructs'), join(root, 'imports')];
}
