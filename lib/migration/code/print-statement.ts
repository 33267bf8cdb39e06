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
  const { chart, id, construction, constant, comments } = creation;
  const start = `${constant === undefined ? '' : `const ${constant} = `}new ${construction.className}(${chart}, ${printString(id)}`;
  const patches = printPatches(creation, indent);
  const props: Expression = objectOf(construction.entries);
  const column = indent + start.length + 2;
  const rest = patches === '' ? 2 : 1 + (patches.split('\n')[0]?.length ?? 0);
  const argument = construction.entries.length === 0 ? '' : `, ${printExpression(props, indent, column, rest)}`;
  const before = printComment(comments.before ?? [], indent);
  const after = printComment(comments.after ?? [], indent);
  return `${before}${' '.repeat(indent)}${start}${argument})${patches};\n${after}`;
}

function printPatches({ patches, construction }: Creation, indent: number): string {
  if (patches.length === 0) return '';
  const method =
    construction.module === 'podwright' && construction.className !== 'ApiObject' ? 'patch' : 'addJsonPatch';
  const inner = indent + 2;
  const operations = patches.map((operation) => printOperation(operation, inner));
  const flat = `.${method}(${operations.join(', ')})`;
  if (patches.length === 1 && !flat.includes('\n') && indent + flat.length < LINE_WIDTH / 2) return flat;
  return `.${method}(\n${operations.map((text) => `${' '.repeat(inner)}${text},\n`).join('')}${' '.repeat(indent)})`;
}

function printOperation({ op, path, value }: PatchOperation, indent: number): string {
  const start = `JsonPatch.${op}(${printString(path)}`;
  if (op === 'remove') return `${start})`;
  return `${start}, ${printExpression(dataExpression(value, []), indent, indent + start.length + 2, 2)})`;
}
