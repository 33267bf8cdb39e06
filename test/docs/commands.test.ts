import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from '../../lib/cli/io';
import { runCli } from '../../lib/cli/run-cli';
import { blocksOf, inlineCodeOf, pages, ROOT, textOf } from './pages';

const checked = [...pages, 'CONTRIBUTING.md'];

interface Command {
  readonly page: string;
  readonly line: string;
}

/** The lines of the pages' shell blocks and the code within their sentences. */
const lines: Command[] = checked.flatMap((page) => {
  const blocks = blocksOf(page, 'sh').flatMap(({ code }) => code.split('\n'));
  return [...blocks, ...inlineCodeOf(page)].map((line) => ({ page, line: line.trim() }));
});

/** The words of a command up to a comment, a pipe or a redirection; capitals stand for what a reader chooses. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, word]) => double ?? single ?? word ?? '',
  );
  const end = words.findIndex((word) => /^(#|\||>|&&|\.\.\.$)/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

const programs = lines.flatMap(({ page, line }) =>
  [...line.matchAll(/(?:^|&& )(?:npx )?podwright ([a-z]\S*.*)$/g)].map(([, rest = '']) => ({
    page,
    args: wordsOf(rest),
  })),
);

test('there are commands to look at', () => {
  expect(programs.length).toBeGreaterThan(40);
});

test.each(programs)('$page: podwright $args is understood', async ({ args }) => {
  let err = '';
  const io: Io = {
    out: () => undefined,
    err: (text) => {
      err += text;
    },
    stdin: () => Buffer.alloc(0),
    colour: false,
  };
  // The help comes only after the options were understood.
  const [name = '', ...rest] = args;
  expect([await runCli([name, '--help', ...rest], io), err]).toEqual([0, '']);
});

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const npm = lines.flatMap(({ page, line }) =>
  [...line.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => ({ page, script })),
);

test.each(npm.filter(({ page }) => page === 'README.md' || page === 'CONTRIBUTING.md'))(
  '$page: npm run $script is a script',
  ({ script }) => {
    expect(Object.keys(scripts)).toContain(script);
  },
);

const links = checked.flatMap((page) => {
  const text = textOf(page).replace(/^```.*?^```$/gms, '');
  return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => ({ page, link }));
});

test.each(links)('$page: $link is there', ({ page, link }) => {
  expect(existsSync(join(ROOT, page, '..', link))).toBe(true);
});
