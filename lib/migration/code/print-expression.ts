import type { Commented, Entry, Expression, Item } from './expression';
import { printKey, printString } from './print-literal';

/** The longest line. */
export const LINE_WIDTH = 120;
const STEP = 2;
/** Objects in objects in objects are hard to read on one line when that is longer. */
const EASY_WIDTH = 80;
const EASY_DEPTH = 2;
/** A string that does not fit goes to the next line, unless its key is so short that nothing would be won. */
const SHORT_KEY = 5;

/**
 * An expression as TypeScript, laid out as the usual formatters do: on one line where it fits, else one property or
 * element a line.
 *
 * @param indent the spaces before the line on which it begins
 * @param column how many characters stand before it on that line
 * @param rest how many characters follow it on its last line
 */
export function printExpression(expression: Expression, indent: number, column: number, rest: number): string {
  const flat = printFlat(expression);
  const fits = flat !== undefined && column + flat.length + rest <= LINE_WIDTH;
  if (fits && (expression.form !== 'object' || flat.length <= EASY_WIDTH || depthOf(expression) <= EASY_DEPTH))
    return flat;
  if (expression.form === 'object') return printBlock(expression.entries, '{}', indent, printEntry);
  if (expression.form !== 'list') return printScalar(expression);
  if (expression.items.every(isNumber)) return fillNumbers(expression.items, indent);
  return printBlock(expression.items, '[]', indent, printItem);
}

/** Lines of comment, each with its line break. */
export function printComment(lines: readonly string[], indent: number): string {
  return lines.map((line) => `${' '.repeat(indent)}${line === '' ? '//' : `// ${line}`}\n`).join('');
}

function printScalar(expression: Expression): string {
  if (expression.form === 'name') return expression.name;
  if (expression.form !== 'value') return '';
  const { value } = expression;
  if (typeof value === 'string') return printString(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** How deep objects stand in each other. */
function depthOf(expression: Expression): number {
  if (expression.form === 'list') return Math.max(0, ...expression.items.map(({ value }) => depthOf(value)));
  if (expression.form !== 'object') return 0;
  return 1 + Math.max(0, ...expression.entries.map(({ value }) => depthOf(value)));
}

/** The expression on one line; undefined where that cannot be. */
function printFlat(expression: Expression): string | undefined {
  if (expression.form === 'object') return flatObject(expression.entries);
  if (expression.form === 'list') return flatList(expression.items);
  const text = printScalar(expression);
  return text.includes('\n') ? undefined : text;
}

function flatObject(entries: readonly Entry[]): string | undefined {
  const parts: string[] = [];
  for (const entry of entries) {
    const value = hasComments(entry) ? undefined : printFlat(entry.value);
    if (value === undefined) return undefined;
    parts.push(isShorthand(entry) ? entry.key : `${printKey(entry.key)}: ${value}`);
  }
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function flatList(items: readonly Item[]): string | undefined {
  if (isTable(items)) return undefined;
  const parts: string[] = [];
  for (const item of items) {
    const value = hasComments(item) ? undefined : printFlat(item.value);
    if (value === undefined) return undefined;
    parts.push(value);
  }
  return `[${parts.join(', ')}]`;
}

/** Several objects, or several lists, of more than one part each stand one a line. */
function isTable(items: readonly Item[]): boolean {
  if (items.length < 2) return false;
  const form = items[0]?.value.form;
  return items.every(({ value }) => value.form === form && sizeOf(value) > 1);
}

function sizeOf(expression: Expression): number {
  if (expression.form === 'object') return expression.entries.length;
  return expression.form === 'list' ? expression.items.length : 0;
}

function printBlock<Part extends Commented>(
  parts: readonly Part[],
  brackets: string,
  indent: number,
  print: (part: Part, indent: number) => string,
): string {
  const inner = indent + STEP;
  const lines = parts.map((part) => {
    const before = printComment(part.before ?? [], inner);
    const after = printComment(part.after ?? [], inner);
    return `${before}${' '.repeat(inner)}${print(part, inner)},\n${after}`;
  });
  return `${brackets[0]}\n${lines.join('')}${' '.repeat(indent)}${brackets[1]}`;
}

function printEntry(entry: Entry, indent: number): string {
  if (isShorthand(entry)) return entry.key;
  const key = printKey(entry.key);
  const column = indent + key.length + 2;
  const value = printExpression(entry.value, indent, column, 1);
  const tooLong = column + value.length + 1 > LINE_WIDTH && isLine(entry.value, value) && key.length >= SHORT_KEY;
  return tooLong ? `${key}:\n${' '.repeat(indent + STEP)}${value}` : `${key}: ${value}`;
}

function isLine({ form }: Expression, text: string): boolean {
  return form === 'value' && !text.startsWith('`');
}

function printItem({ value }: Item, indent: number): string {
  return printExpression(value, indent, indent, 1);
}

/** `{ selector: selector }` is written `{ selector }`. */
function isShorthand({ key, value }: Entry): boolean {
  return value.form === 'name' && value.name === key;
}

function isNumber(item: Item): boolean {
  return item.value.form === 'value' && typeof item.value.value === 'number' && !hasComments(item);
}

/** Numbers stand as many on a line as fit. */
function fillNumbers(items: readonly Item[], indent: number): string {
  const inner = ' '.repeat(indent + STEP);
  const lines: string[] = [];
  let line = inner;
  for (const { value } of items) {
    const text = `${printScalar(value)},`;
    if (line !== inner && line.length + 1 + text.length > LINE_WIDTH) {
      lines.push(line);
      line = inner;
    }
    line += line === inner ? text : ` ${text}`;
  }
  return `[\n${[...lines, line].join('\n')}\n${' '.repeat(indent)}]`;
}

function hasComments({ before, after }: Commented): boolean {
  return Boolean(before?.length || after?.length);
}
