import type { Construction } from '../constructs/forms';
import { type Commented, dataExpression, type Expression, objectOf } from './expression';
import { LINE_WIDTH, printComment, printExpression } from './print-expression';
import { printString } from './print-literal';

/** An operation of JSON Patch that an object needs beside its properties. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  /** A JSON Pointer. */
  readonly path: string;
  readonly value?: unknown;
}

/** Everything that makes a statement which creates an object. */
export interface Creation {
  /** The constant of the chart. */
  readonly chart: string;
  readonly id: string;
  readonly construction: Construction;
  readonly patches: readonly PatchOperation[];
  /** The constant of the object, where another object refers to it. */
  readonly constant: string | undefined;
  readonly comments: Commented;
}

/** A statement that creates an object, with the comments around it and a line break at its end. */
export function printStatement(creation: Creation, indent: number): string {
  const { construction, constant, comments } = creation;
  const start = `${constant === undefined ? '' : `const ${constant} = `}new ${construction.className}(`;
  const made = `${' '.repeat(indent)}${start}${printArguments(creation, indent, start.length)})`;
  const lastLine = made.slice(made.lastIndexOf('\n') + 1);
  const patches = printPatches(creation, indent, lastLine.length);
  const before = printComment(comments.before ?? [], indent);
  const after = printComment(comments.after ?? [], indent);
  return `${before}${made}${patches};\n${after}`;
}

/** On the line of the statement as far as they fit, with the properties below; else one a line. */
function printArguments({ chart, id, construction, patches }: Creation, indent: number, used: number): string {
  const props = construction.entries.length === 0 ? undefined : objectOf(construction.entries);
  const first = `${chart}, ${printString(id)}`;
  if (indent + used + first.length + 3 <= LINE_WIDTH) {
    const column = indent + used + first.length + 2;
    const rest = patches.length === 0 ? 2 : `).${patchMethod(construction)}(`.length;
    return props ? `${first}, ${printExpression(props, indent, column, rest)}` : first;
  }
  const inner = indent + 2;
  const parts = [chart, printString(id), ...(props ? [printBroken(props, inner)] : [])];
  return `\n${parts.map((part) => `${' '.repeat(inner)}${part},\n`).join('')}${' '.repeat(indent)}`;
}

/** With a property a line even where it would fit on one. */
function printBroken(props: Expression, indent: number): string {
  return printExpression(props, indent, LINE_WIDTH, 1);
}

function printPatches({ patches, construction }: Creation, indent: number, used: number): string {
  if (patches.length === 0) return '';
  const method = patchMethod(construction);
  const inner = indent + 2;
  const operations = patches.map((operation) => printOperation(operation, inner));
  const flat = `.${method}(${operations.join(', ')})`;
  if (!flat.includes('\n') && used + flat.length + 1 <= LINE_WIDTH) return flat;
  return `.${method}(\n${operations.map((text) => `${' '.repeat(inner)}${text},\n`).join('')}${' '.repeat(indent)})`;
}

/** The shorter name is that of our constructs alone. */
function patchMethod({ module, className }: Construction): string {
  return module === 'podwright' && className !== 'ApiObject' ? 'patch' : 'addJsonPatch';
}

function printOperation({ op, path, value }: PatchOperation, indent: number): string {
  const start = `JsonPatch.${op}(${printString(path)}`;
  if (op === 'remove') return `${start})`;
  return `${start}, ${printExpression(dataExpression(value, []), indent, indent + start.length + 2, 2)})`;
}
