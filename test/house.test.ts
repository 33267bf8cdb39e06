import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '..');

/** The floors of the house, lowest first; a folder imports only from its own and from lower floors. */
const FLOORS = [
  ['imports', 'lib/kubernetes'],
  ['lib/constructs', 'lib/manifest', 'lib/simulation'],
  ['lib/validation'],
  ['lib/report', 'lib/comparison', 'lib/picture', 'lib/healing', 'lib/graph', 'lib/explanation'],
  ['lib/synthesis'],
  ['lib/migration'],
  ['lib/cli', 'lib/index.ts', 'lib/browser.ts', 'lib/lazy.ts', 'lib/plugin', 'lib/testing'],
  ['lib/charts', 'main.ts'],
];

/** Neighbours on one floor that do not know each other. */
const STRANGERS = [
  ['lib/constructs', 'lib/manifest'],
  ['lib/constructs', 'lib/kubernetes'],
];

const sources = ['lib', 'imports'].flatMap((folder) =>
  (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:from |require\(|import\()'(\.[^']+)'/g)].map((match) =>
    relative(ROOT, join(ROOT, dirname(file), match[1] ?? '')),
  );
}

const roomOf = (path: string) =>
  FLOORS.flat().find((room) => path === room || path.startsWith(`${room}/`) || `${path}.ts` === room) ??
  (path === 'lib' ? 'lib/index.ts' : undefined);
const floorOf = (path: string) => FLOORS.findIndex((rooms) => rooms.includes(roomOf(path) ?? ''));

test('every source file stands in a room', () => {
  expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test('imports go down, or stay on their floor', () => {
  const upwards = sources.flatMap((file) =>
    importsOf(file)
      .filter((target) => floorOf(target) > floorOf(file))
      .map((target) => `${file} -> ${target}`),
  );
  expect(upwards).toEqual([]);
});

test.each(STRANGERS)('%s and %s do not know each other', (one, other) => {
  const known = sources.flatMap((file) =>
    importsOf(file).filter(
      (target) =>
        [one, other].includes(roomOf(file) ?? '') &&
        [one, other].includes(roomOf(target) ?? '') &&
        roomOf(target) !== roomOf(file),
    ),
  );
  expect(known).toEqual([]);
});

test('no file of the library is silently the biggest: none but generated ones exceeds 400 lines', () => {
  const long = sources.filter(
    (file) =>
      !file.includes('generated') &&
      !file.startsWith('imports/') &&
      readFileSync(join(ROOT, file), 'utf8').split('\n').length > 400,
  );
  expect(long).toEqual([]);
});
