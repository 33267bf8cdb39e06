import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JOURNAL, journalText, readJournal } from '../../lib/synthesis/journal';
import { STAGING } from '../../lib/synthesis/staging';
import { writeFiles } from '../../lib/synthesis/write-files';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (path: string, content = path) => ({ path, content });
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const all = () =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((path) => statSync(join(folder, path)).isFile()).sort();

test('creates the folder, sub-folders and files', () => {
  const outdir = join(folder, 'deep/dist');
  expect(writeFiles(outdir, [file('a.yaml'), file('web/b.yaml')])).toEqual({
    created: ['a.yaml', 'web/b.yaml'],
    updated: [],
    removed: [],
    unchanged: [],
  });
  expect(all()).toEqual([`deep/dist/${JOURNAL}`, 'deep/dist/a.yaml', 'deep/dist/web/b.yaml']);
});

test('touches no file that has not changed', () => {
  writeFiles(folder, [file('a.yaml'), file('b.yaml')]);
  const past = new Date(1000);
  for (const path of all()) utimesSync(join(folder, path), past, past);
  expect(writeFiles(folder, [file('a.yaml'), file('b.yaml', 'new')])).toMatchObject({
    updated: ['b.yaml'],
    unchanged: ['a.yaml'],
  });
  expect(statSync(join(folder, 'a.yaml')).mtime).toEqual(past);
  expect(read('b.yaml')).toBe('new');
  for (const path of all()) utimesSync(join(folder, path), past, past);
  writeFiles(folder, [file('a.yaml'), file('b.yaml', 'new')]);
  for (const path of all()) expect([path, statSync(join(folder, path)).mtime]).toEqual([path, past]);
});

test("removes only files that it wrote, and leaves people's own alone", () => {
  writeFileSync(join(folder, 'own.yaml'), 'mine');
  mkdirSync(join(folder, 'web'));
  writeFileSync(join(folder, 'web/own.txt'), 'mine');
  writeFiles(folder, [file('a.yaml'), file('web/b.yaml'), file('old/c.yaml')]);
  expect(writeFiles(folder, [file('a.yaml')])).toMatchObject({ removed: ['old/c.yaml', 'web/b.yaml'] });
  expect(all()).toEqual([JOURNAL, 'a.yaml', 'own.yaml', 'web/own.txt']);
  expect(existsSync(join(folder, 'old'))).toBe(false);
});

test.each(['../outside.yaml', '/etc/passwd', 'a/../../b', 'a\\..\\b'])(
  'does not follow the journal entry %j out of the folder',
  (path) => {
    writeFileSync(join(folder, JOURNAL), journalText([path, 'a.yaml']));
    expect(readJournal(folder)).toEqual(['a.yaml']);
  },
);

test('a run that was stopped is finished by the next one', () => {
  writeFiles(folder, [file('a.yaml'), file('b.yaml')]);
  // Stopped after the journal named the new file, before b was removed and c was written.
  writeFileSync(join(folder, JOURNAL), journalText(['a.yaml', 'b.yaml', 'c.yaml']));
  expect(writeFiles(folder, [file('a.yaml'), file('c.yaml')])).toMatchObject({
    created: ['c.yaml'],
    removed: ['b.yaml'],
  });
  expect(all()).toEqual([JOURNAL, 'a.yaml', 'c.yaml']);
});

test('what a killed run left behind is gone after the next one, also where nothing else is to do', () => {
  writeFiles(folder, [file('a.yaml')]);
  mkdirSync(join(folder, STAGING));
  writeFileSync(join(folder, STAGING, '0'), 'half a fi');
  utimesSync(join(folder, STAGING), new Date(1000), new Date(1000));
  expect(writeFiles(folder, [file('a.yaml')])).toMatchObject({ unchanged: ['a.yaml'], updated: [] });
  expect(all()).toEqual([JOURNAL, 'a.yaml']);
});

test('a run that fails changes nothing, and removes the folder that it made', () => {
  writeFiles(folder, [file('a.yaml', 'old')]);
  mkdirSync(join(folder, 'z.yaml'));
  expect(() => writeFiles(folder, [file('a.yaml', 'new'), file('z.yaml')])).toThrow(
    expect.objectContaining({ code: 'ERR_OUTPUT' }),
  );
  expect([read('a.yaml'), all()]).toEqual(['old', [JOURNAL, 'a.yaml']]);
  const tooLong = 'x'.repeat(300);
  expect(() => writeFiles(join(folder, 'dist'), [file('a.yaml'), file(tooLong)])).toThrow();
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('keeps permission bits and writes through a symbolic link', () => {
  mkdirSync(join(folder, 'real'));
  writeFileSync(join(folder, 'real/a.yaml'), 'old', { mode: 0o640 });
  chmodSync(join(folder, 'real/a.yaml'), 0o640);
  mkdirSync(join(folder, 'dist'));
  symlinkSync(join(folder, 'real/a.yaml'), join(folder, 'dist/a.yaml'));
  symlinkSync(join(folder, 'dist'), join(folder, 'link'));
  writeFiles(join(folder, 'link'), [file('a.yaml', 'new')]);
  expect(read('real/a.yaml')).toBe('new');
  expect(statSync(join(folder, 'real/a.yaml')).mode & 0o777).toBe(0o640);
});

test('without a journal, nothing is ever removed', () => {
  writeFiles(folder, [file('a.yaml'), file('b.yaml')], { journal: false });
  writeFiles(folder, [file('a.yaml')], { journal: false });
  expect(all()).toEqual(['a.yaml', 'b.yaml']);
});

test('a file where the folder should be is a clear error, and the file stays', () => {
  writeFileSync(join(folder, 'dist'), 'mine');
  expect(() => writeFiles(join(folder, 'dist'), [file('a.yaml')])).toThrow(
    expect.objectContaining({ code: 'ERR_OUTPUT', message: expect.stringContaining('a part of its path is a file') }),
  );
  expect(read('dist')).toBe('mine');
});

test('a folder where a file should be is a clear error, and leaves no temporary file', () => {
  mkdirSync(join(folder, 'a.yaml'));
  expect(() => writeFiles(folder, [file('a.yaml')])).toThrow(expect.objectContaining({ code: 'ERR_OUTPUT' }));
  expect(all()).toEqual([]);
});

test('a run for one environment leaves the files of the others alone', () => {
  writeFiles(folder, [file('old.yaml'), file('production/a.yaml'), file('staging/a.yaml'), file('staging/b.yaml')]);
  const extent = { paths: ['staging/a.yaml'], scope: 'staging/' };
  expect(writeFiles(folder, [file('staging/a.yaml')], { extent })).toMatchObject({ removed: ['staging/b.yaml'] });
  expect(all()).toEqual([JOURNAL, 'old.yaml', 'production/a.yaml', 'staging/a.yaml']);
  expect(readJournal(folder)).toEqual(['old.yaml', 'production/a.yaml', 'staging/a.yaml']);
});

test('shards remove what no shard writes, and none of each other, in whatever order they run', () => {
  const before = [file('a.yaml'), file('b.yaml'), file('old.yaml')];
  const extent = { paths: ['a.yaml', 'b.yaml', 'c.yaml'], scope: '' };
  const shards = [[file('a.yaml'), file('c.yaml')], [file('b.yaml', 'new')]];
  for (const order of [shards, shards.toReversed()]) {
    writeFiles(folder, before);
    for (const shard of order) writeFiles(folder, shard, { extent });
    expect(all()).toEqual([JOURNAL, 'a.yaml', 'b.yaml', 'c.yaml']);
    expect([read('b.yaml'), read(JOURNAL)]).toEqual(['new', journalText(extent.paths)]);
  }
});
