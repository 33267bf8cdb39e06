import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf as blocksIn } from '../../scripts/docs/blocks';

export const ROOT = join(__dirname, '../..');

/** A code block, and the page on which it stands. */
export interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
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
  return blocksIn(textOf(page))
    .map(({ text, ...block }) => ({ ...block, page, code: text }))
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
