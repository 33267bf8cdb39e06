import { construction, type Form } from '../constructs/forms';
import type { Member, PlannedChart } from '../plan/plan-chart';
import { type Commented, objectOf } from './expression';
import { constantName, Names } from './names';
import { placeComments } from './place-comments';
import { printString } from './print-literal';
import { printImports } from './print-module';
import { type PatchOperation, printStatement } from './print-statement';

/** A source file. */
export interface SourceModule {
  /** Its name in its folder: `main.ts`. */
  readonly name: string;
  readonly text: string;
  /** Which statement makes which object. */
  readonly statements: readonly Statement[];
}

/** Where the statement that makes an object stands in the text. */
export interface Statement {
  readonly member: Member;
  readonly start: number;
  readonly end: number;
}

/** How an object is to be written. */
export interface Choice {
  readonly form: Form;
  readonly patches: readonly PatchOperation[];
}

/** One program with all charts, or a module for each chart beside the one that calls them. */
export type Arrangement = 'program' | 'modules';

/** What decides how objects are written. */
export interface Writing {
  readonly choiceOf: (member: Member) => Choice;
  readonly typedClass: (apiVersion: string, kind: string) => string | undefined;
}

/** The name of the module that makes the app. */
export const MAIN = 'main.ts';

const LIBRARY = 'podwright';

/** The source files that make these charts; the first is the one to run. */
export function printProgram(
  charts: readonly PlannedChart[],
  arrangement: Arrangement,
  writing: Writing,
): SourceModule[] {
  return arrangement === 'program' ? [printApp(charts, writing)] : printModules(charts, writing);
}

function printApp(charts: readonly PlannedChart[], writing: Writing): SourceModule {
  const names = new Names();
  const source = new Source();
  source.import(LIBRARY, 'App', 'Chart');
  source.write('const app = new App();\n');
  for (const chart of charts) {
    const constant =
      charts.length === 1 ? 'chart' : names.take(constantName(chart.id), constantName(`${chart.id}-chart`));
    if (charts.length > 1) source.write('\n');
    printChart(chart, constant, 0, source, writing);
  }
  source.write('\napp.synth();\n');
  return source.module(MAIN);
}

function printModules(charts: readonly PlannedChart[], writing: Writing): SourceModule[] {
  const names = new Names();
  const main = new Source();
  main.import(LIBRARY, 'App');
  const files = new Names(['main'], '-');
  const calls: string[] = [];
  const modules = charts.map((chart) => {
    const file = files.take(chart.id);
    const name = names.take(constantName(chart.id), constantName(`${chart.id}-chart`));
    main.import(`./${file}`, name);
    calls.push(`${name}(app);\n`);
    const source = new Source();
    source.import(LIBRARY, 'type App', 'Chart');
    source.write(`export function ${name}(app: App): void {\n`);
    printChart(chart, 'chart', 2, source, writing);
    source.write('}\n');
    return source.module(`${file}.ts`);
  });
  main.write(`const app = new App();\n\n${calls.join('')}\napp.synth();\n`);
  return [main.module(MAIN), ...modules];
}

function printChart(chart: PlannedChart, constant: string, indent: number, source: Source, writing: Writing): void {
  const options = chart.namespace === undefined ? '' : `, { namespace: ${printString(chart.namespace)} }`;
  source.write(`${' '.repeat(indent)}const ${constant} = new Chart(app, ${printString(chart.id)}${options});\n`);
  const referredTo = new Set(
    chart.members.flatMap((member) => (writing.choiceOf(member).form === 'selecting' ? (member.workload ?? []) : [])),
  );
  for (const member of chart.members) {
    source.write('\n');
    const text = printMember(member, chart, constant, referredTo.has(member), indent, source, writing);
    source.write(text, member);
  }
}

function printMember(
  member: Member,
  { namespace }: PlannedChart,
  chart: string,
  isReferredTo: boolean,
  indent: number,
  source: Source,
  { choiceOf, typedClass }: Writing,
): string {
  const { form, patches } = choiceOf(member);
  const surroundings = { id: member.id, namespace, workload: member.workload?.constant, typedClass };
  const made = construction(member.object, form, surroundings);
  if (!made) throw new Error(`${member.id} cannot be written as ${form}`);
  source.import(made.module, made.className);
  if (patches.length > 0) source.import(LIBRARY, 'JsonPatch');
  const comments: Commented = {};
  placeComments(member.comments, comments, objectOf(made.entries));
  const constant = isReferredTo ? member.constant : undefined;
  return printStatement({ chart, id: member.id, construction: made, patches, constant, comments }, indent);
}

/** A source file while it is written. */
class Source {
  readonly #imports = new Map<string, Set<string>>();
  readonly #statements: Statement[] = [];
  readonly #parts: string[] = [];
  #length = 0;

  import(module: string, ...names: readonly string[]): void {
    const known = this.#imports.get(module) ?? new Set<string>();
    for (const name of names) known.add(name);
    this.#imports.set(module, known);
  }

  /** @param member The object that the text makes. */
  write(text: string, member?: Member): void {
    if (member) this.#statements.push({ member, start: this.#length, end: this.#length + text.length });
    this.#parts.push(text);
    this.#length += text.length;
  }

  module(name: string): SourceModule {
    const head = `${printImports(this.#imports)}\n`;
    const statements = this.#statements.map(({ member, start, end }) => ({
      member,
      start: start + head.length,
      end: end + head.length,
    }));
    return { name, text: head + this.#parts.join(''), statements };
  }
}
