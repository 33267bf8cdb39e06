import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Block, blocksOf, withBlocks } from './blocks';

const ROOT = join(__dirname, '../..');
const PROGRAM = join(ROOT, 'build/lib/cli/main.js');

/**
 * A tutorial with what its commands print now. In an empty folder, in the order of the page: a `ts` or `yaml` block
 * with a file's name writes that file, or shows it where podwright wrote it; an `sh` block runs its lines, which must
 * end well unless it says `exits with 1`; the `text` block after it shows what the last line printed, of a
 * timeline that is `in short` the drawing and what it came to.
 */
export function runTutorial(page: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-tutorial-')));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules/podwright'));
    let printed = '';
    const blocks = blocksOf(page).map((block): Block => {
      const { language, note, text } = block;
      if (language === 'text') return { ...block, text: note === 'in short' ? inShort(printed) : printed };
      if (language === 'sh') printed = runLines(text, note, folder);
      else if (note.startsWith('dist/')) return { ...block, text: readFileSync(join(folder, note), 'utf8') };
      else if (note !== '') {
        mkdirSync(dirname(join(folder, note)), { recursive: true });
        writeFileSync(join(folder, note), text);
      }
      return block;
    });
    return withBlocks(page, blocks);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A translation with the blocks of the tutorial that it follows. */
export function withBlocksOf(original: string, translation: string): string {
  return withBlocks(translation, blocksOf(original));
}

function inShort(timeline: string): string {
  const lines = timeline.trimEnd().split('\n');
  const legend = lines.findIndex((line) => line.startsWith('█'));
  return `${[...lines.slice(0, legend + 2), '...', lines.at(-1)].join('\n')}\n`;
}

function runLines(text: string, note: string, folder: string): string {
  if (note === 'needs the network') return '';
  const expected = /^exits with (\d)$/.exec(note)?.[1] ?? '0';
  let printed = '';
  for (const line of text.trim().split('\n')) {
    const args = /^npx podwright (.*)$/.exec(line)?.[1]?.split(' ');
    if (!args) throw new Error(`this line of a tutorial is not run: ${line}`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (String(status) !== expected) throw new Error(`${line} ended with ${status}:\n${stdout}${stderr}`);
    printed = stdout + stderr;
  }
  return printed;
}
