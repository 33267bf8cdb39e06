import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTutorial, withBlocksOf } from '../../scripts/docs/tutorial';

const read = (name: string) => readFileSync(join(__dirname, '../../docs', name), 'utf8');
const tutorial = read('learn.md');

test('the tutorial, done as it says, gives the files and prints what it shows (npm run docs brings it up to date)', () => {
  expect(runTutorial(tutorial)).toBe(tutorial);
}, 120_000);

test('the Korean tutorial has the same files, commands and outputs', () => {
  const translation = read('learn.ko.md');
  expect(withBlocksOf(tutorial, translation)).toBe(translation);
});

test.each(['learn.md', 'learn.ko.md', 'why-probes-kill.md'])('%s: the pages that it links to exist', (name) => {
  const links = [...read(name).matchAll(/\]\(([\w.-]+\.md)\)/g)].map(([, link]) => link ?? '');
  expect(links.length).toBeGreaterThan(name === 'why-probes-kill.md' ? -1 : 2);
  for (const link of links) expect(read(link)).not.toBe('');
});
