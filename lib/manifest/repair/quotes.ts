import { type BrokenText, type Repair, replaceLine } from './broken-text';
import { scanLines } from './scan-lines';

const PREFIX = /^\s*(?:- +)*(?:(?:"[^"]*"|'[^']*'|[^\s"'#][^:#]*): +)?/;

/** Quotes that are opened and not closed, on the lines up to the error. */
export function openQuotes({ lines, kinds, line }: BrokenText): Repair[] {
  const repairs: Repair[] = [];
  for (let at = 0; at <= line; at++) {
    const text = lines[at] ?? '';
    const { prefix, value, comment } = splitEntry(text);
    const quote = value[0];
    if (kinds[at] !== 'block' || (quote !== '"' && quote !== "'") || scanLines([text, 'x'], 1)[1] !== 'quoted')
      continue;
    repairs.push(
      replaceLine(at, prefix + value + quote + comment, prefix.length, prefix.length + value.length, {
        rule: 'require-closing-quote',
        message: `The quote \`${quote}\` is opened here and not closed`,
        fix: `Close it with \`${quote}\` at the end of the value`,
      }),
    );
  }
  return repairs;
}

/** A value that YAML takes for something else because of one of its characters, put in quotes. */
export function unquotedValue({ lines, kinds, line }: BrokenText): Repair[] {
  const text = lines[line] ?? '';
  if (kinds[line] !== 'block') return [];
  const { prefix, value, comment } = splitEntry(text);
  const inner = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
  const because = reasonForQuotes(value);
  if (because === undefined) return [];
  return [
    replaceLine(line, `${prefix}${JSON.stringify(inner)}${comment}`, prefix.length, prefix.length + value.length, {
      rule: 'require-quotes',
      message: because,
      fix: 'Put the whole value in double quotes, with `\\"` for a quote inside',
    }),
  ];
}

/** A backslash in double quotes that begins no escape; for `kubectl`, other than for YAML 1.2, `\'` is one. */
export function wrongEscape({ lines, line, column }: BrokenText): Repair[] {
  const text = lines[line] ?? '';
  if (text[column] !== '\\') return [];
  if (text[column + 1] === "'")
    return [replaceLine(line, text.slice(0, column) + text.slice(column + 1), column, column + 2)];
  return [
    replaceLine(line, `${text.slice(0, column)}\\${text.slice(column)}`, column, column + 2, {
      rule: 'valid-escape',
      message: `\`\\${text[column + 1] ?? ''}\` is no escape of a text in double quotes`,
      fix: 'Write `\\\\` for a backslash, or use single quotes',
    }),
  ];
}

/** A comment right behind what is closed, or behind the `|` of a block of text; `kubectl` asks for no space before it. */
export function tightComment({ lines, line, column }: BrokenText): Repair[] {
  const text = lines[line] ?? '';
  if (text[column] !== '#' || !TIGHT.test(text.slice(0, column))) return [];
  return [replaceLine(line, `${text.slice(0, column)} ${text.slice(column)}`, column, column + 1)];
}

const TIGHT = /["'\]}]$|[|>][-+0-9]*$/;

/** What stands in front of a value, the value, and the comment behind it. */
function splitEntry(text: string): { prefix: string; value: string; comment: string } {
  const prefix = PREFIX.exec(text)?.[0] ?? '';
  const rest = text.slice(prefix.length);
  const comment = rest.search(/\s#/);
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return { prefix, value, comment: rest.slice(value.length) };
}

function reasonForQuotes(value: string): string | undefined {
  const first = value[0];
  if (first === undefined) return undefined;
  if ('"\''.includes(first)) return 'Something follows the closing quote of the value';
  if (first === '`') return 'A value cannot begin with a backtick';
  if ('@%'.includes(first)) return `A value cannot begin with \`${first}\``;
  if ('[{'.includes(first)) return undefined;
  if ('*&'.includes(first))
    return `\`${first}\` at the start of a value makes it an ${first === '*' ? 'alias' : 'anchor'}`;
  if (/:(?:\s|$)/.test(value)) return 'The value contains a colon and a space, which begin another field';
  return undefined;
}
