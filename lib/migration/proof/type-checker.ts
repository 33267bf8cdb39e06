import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as TypeScript from 'typescript';
import type { SourceModule } from '../code/print-program';

/** What the compiler says about a place of a program. */
export interface TypeProblem {
  readonly module: string;
  /** The offset in the text of the module. */
  readonly start: number;
  readonly message: string;
}

/** The files that declare the library, by the name under which a program imports it. */
export type Declarations = Readonly<Record<string, string>>;

/** Checks programs with the TypeScript of a project, from memory. */
export class TypeChecker {
  #previous: TypeScript.Program | undefined;

  private constructor(
    private readonly ts: typeof TypeScript,
    private readonly folder: string,
    private readonly declarations: Declarations,
  ) {}

  /** The checker with the TypeScript that is installed for a folder; undefined where there is none that can be used. */
  static in(folder: string, declarations: Declarations): TypeChecker | undefined {
    try {
      const ts = createRequire(join(folder, 'package.json'))('typescript') as typeof TypeScript;
      return typeof ts.createProgram === 'function' ? new TypeChecker(ts, folder, declarations) : undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
      throw error;
    }
  }

  /** The version of TypeScript. */
  get version(): string {
    return this.ts.version;
  }

  /** What is wrong with the modules of a program; what they import is not checked. */
  check(modules: readonly SourceModule[]): TypeProblem[] {
    const { ts } = this;
    const options = this.options();
    const texts = new Map(modules.map(({ name, text }) => [join(this.folder, VIRTUAL, name), text]));
    const program = ts.createProgram([...texts.keys()], options, this.host(options, texts), this.#previous);
    this.#previous = program;
    return modules.flatMap(({ name }) => {
      const source = program.getSourceFile(join(this.folder, VIRTUAL, name));
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return found.map(({ start = 0, messageText }) => ({
        module: name,
        start,
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
      }));
    });
  }

  /** Those of the project, as strict as can be, with all that a program needs to be found. */
  private options(): TypeScript.CompilerOptions {
    const { ts } = this;
    const file = ts.findConfigFile(this.folder, ts.sys.fileExists);
    const config = file === undefined ? {} : ts.readConfigFile(file, ts.sys.readFile).config;
    const content = { ...config, files: [], include: [], references: [] };
    const { options } = ts.parseJsonConfigFileContent(
      content,
      ts.sys,
      file === undefined ? this.folder : dirname(file),
    );
    return {
      ...options,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      composite: false,
      incremental: false,
      verbatimModuleSyntax: false,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts'],
      types: [],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      paths: Object.fromEntries(Object.entries(this.declarations).map(([name, path]) => [name, [path]])),
    };
  }

  private host(options: TypeScript.CompilerOptions, texts: ReadonlyMap<string, string>): TypeScript.CompilerHost {
    const host = this.ts.createCompilerHost(options);
    const { directoryExists, fileExists, readFile, getSourceFile } = host;
    const folder = join(this.folder, VIRTUAL);
    host.directoryExists = (path) => path === folder || (directoryExists?.call(host, path) ?? true);
    host.fileExists = (file) => texts.has(file) || fileExists.call(host, file);
    host.readFile = (file) => texts.get(file) ?? readFile.call(host, file);
    host.getSourceFile = (file, version, ...rest) => {
      if (texts.has(file)) return getSourceFile.call(host, file, version, ...rest);
      if (!SOURCES.has(file)) SOURCES.set(file, getSourceFile.call(host, file, version, ...rest));
      return SOURCES.get(file);
    };
    return host;
  }
}

/** What programs import, read once in a process. */
const SOURCES = new Map<string, TypeScript.SourceFile | undefined>();

/** A folder that is not there, so that the program hides no file. */
const VIRTUAL = '.podwright-migration';
