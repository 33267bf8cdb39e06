import { type BrokenText, type Repair, replaceLine } from './broken-text';

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Brackets that are not closed, closed twice, and commas between them that are missing or too many. */
export function wrongBrackets(broken: BrokenText): Repair[] {
  return [...openBrackets(broken), ...extraCharacter(broken), ...missingComma(broken)];
}

/** Lists and objects in brackets keep working when their lines stand further left, as `kubectl` reads them. */
export function dedentedContinuation({ lines, kinds, line }: BrokenText): Repair[] {
  const edits = new Map<number, string>();
  for (const [at, kind] of kinds.entries()) {
    if (kind === 'flow' || kind === 'quoted')
      edits.set(at, `${' '.repeat(openingIndent(lines, kinds, at) + 2)}${(lines[at] ?? '').trimStart()}`);
  }
  return edits.size > 0 ? [{ edits, line, start: 0, end: 1 }] : [];
}

function openBrackets({ lines, line }: BrokenText): Repair[] {
  const repairs: Repair[] = [];
  for (let at = line; at >= 0; at--) {
    const text = lines[at] ?? '';
    const { open, end } = unclosed(text);
    if (open.length === 0) continue;
    const first = open[0] as { character: string; column: number };
    const closers = open
      .map(({ character }) => CLOSERS[character])
      .reverse()
      .join('');
    for (let last = at; last <= line; last++) {
      const lastText = lines[last] ?? '';
      const lastEnd = last === at ? end : lastText.trimEnd().length;
      repairs.push({
        edits: new Map([[last, withoutComma(lastText.slice(0, lastEnd)) + closers + lastText.slice(lastEnd)]]),
        line: at,
        start: first.column,
        end,
        complaint: {
          rule: 'require-closing-bracket',
          message: `The bracket \`${first.character}\` is opened here and not closed`,
          fix: `Close it with \`${CLOSERS[first.character]}\``,
        },
      });
    }
    break;
  }
  return repairs;
}

function withoutComma(text: string): string {
  const content = text.trimEnd();
  return content.endsWith(',') ? content.slice(0, -1) : content;
}

function extraCharacter({ lines, line, column }: BrokenText): Repair[] {
  const text = lines[line] ?? '';
  const character = text[column] ?? '';
  if (!'[]{},'.includes(character) || character === '') return [];
  return [
    replaceLine(line, text.slice(0, column) + text.slice(column + 1), column, column + 1, {
      rule: character === ',' ? 'valid-yaml' : 'require-closing-bracket',
      message:
        character === ',' ? 'There is nothing before this comma' : `Nothing is open that \`${character}\` could close`,
      fix: `Remove the \`${character}\``,
    }),
  ];
}

function missingComma({ lines, line, column }: BrokenText): Repair[] {
  const text = lines[line] ?? '';
  const before = text.slice(0, column).trimEnd();
  if (!/[[{,]/.test(before)) return [];
  return [
    replaceLine(line, `${before}, ${text.slice(column)}`, column, column + 1, {
      rule: 'valid-yaml',
      message: 'A comma is missing between two parts of a list or an object in brackets',
      fix: 'Separate the parts with commas',
    }),
  ];
}

/** The brackets that a line opens and does not close, and where its content ends. */
function unclosed(text: string): { open: { character: string; column: number }[]; end: number } {
  const open: { character: string; column: number }[] = [];
  let end = 0;
  const token = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:^|\s)#.*|\S/g;
  for (const { 0: part, index } of text.matchAll(token)) {
    if (/^\s*#/.test(part)) break;
    end = index + part.length;
    if (part === '[' || part === '{') open.push({ character: part, column: index });
    else if (part === ']' || part === '}') open.pop();
  }
  return { open, end };
}

function openingIndent(lines: readonly string[], kinds: BrokenText['kinds'], at: number): number {
  let opening = at;
  while (opening > 0 && kinds[opening] !== 'block') opening--;
  const text = lines[opening] ?? '';
  return /^\s*(?:- +)*/.exec(text)?.[0].length ?? 0;
}
