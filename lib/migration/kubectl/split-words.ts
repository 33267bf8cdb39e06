import { MigrationError } from '../migration-error';

/** What a shell would do more than split words; this is not run. */
const SHELL = /[|&;<>()`$*?]/;

/**
 * The words of a command line, as a shell splits it: at spaces, with quotes and backslashes.
 *
 * @throws MigrationError `ERR_KUBECTL` for a quote that is not closed, and for what only a shell can do
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '\\') {
      at += 1;
      if (line[at] !== '\n') word = (word ?? '') + (line[at] ?? '');
    } else if (character === "'" || character === '"') {
      const { text, end } = quoted(line, at);
      word = (word ?? '') + text;
      at = end;
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (isShell(character, word)) {
      throw new MigrationError(
        'ERR_KUBECTL',
        `\`${character}\` is for a shell, and no shell runs the command: put it in quotes, or give the kubectl command alone.`,
      );
    } else word = (word ?? '') + character;
  }
  return word === undefined ? words : [...words, word];
}

/** A pattern of file names in the middle of a word, such as the one of a schedule, is hardly one. */
function isShell(character: string, word: string | undefined): boolean {
  return SHELL.test(character) && !(word !== undefined && /[*?()$]/.test(character) && !word.endsWith('$'));
}

function quoted(line: string, start: number): { text: string; end: number } {
  const quote = line[start];
  let text = '';
  for (let at = start + 1; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === quote) return { text, end: at };
    const next = line[at + 1] ?? '';
    if (quote === '"' && character === '\\' && /["\\$`\n]/.test(next)) {
      if (next !== '\n') text += next;
      at += 1;
    } else text += character;
  }
  throw new MigrationError('ERR_KUBECTL', `the quote ${quote} is not closed.`);
}
