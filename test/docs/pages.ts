import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** A code block of a page. */
export interface Block {
  readonly page: string;
  /** The line of the page on which it begins, from 1 on. */
  readonly line: number;
  readonly language: string;
  /** What stands behind the language: the name of a file, or a remark. */
  readonly note: string;
  readonly code: string;
}

/** The pages that people write; the lists of rules are generated, and their examples are those of the rules' tests. */
export const pages: readonly string[] = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md') && !name.endsWith('rules.md'));

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The blocks of a page in their order, all or those of a language. */
export function blocksOf(page: string, language?: string): Block[] {
  const text = textOf(page);
  return [...text.matchAll(/^```(\w+)(?: ([^\n]*))?\n(.*?)^```$/gms)]
    .map(({ index, 1: name = '', 2: note = '', 3: code = '' }) => ({
      page,
      line: text.slice(0, index).split('\n').length,
      language: name,
      note,
      code,
    }))
    .filter((block) => language === undefined || block.language === language);
}

/** The code of a page's block of a language; the first one, unless another is asked for. */
export function codeOf(page: string, language: string, index = 0): string {
  const block = blocksOf(page, language)[index];
  if (!block) throw new Error(`${page} has no block ${index} of ${language}`);
  return block.code;
}

/** The code between backquotes in the sentences of a page. */
export function inlineCodeOf(page: string): string[] {
  const prose = textOf(page).replace(/^```.*?^```$/gms, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}
