import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDrift } from '../../lib/synthesis/drift';
import { writeFiles } from '../../lib/synthesis/write-files';

let outdir = '';
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'podwright-'));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

const config = (name: string, value = 'x') => ({
  path: `${name}.yaml`,
  content: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  a: ${value}\n`,
});
const commit = (path: string, text: string) => writeFileSync(join(outdir, path), text);

const cases: Record<string, [() => void, string[]]> = {
  nothing: [() => {}, []],
  'a missing file': [() => rmSync(join(outdir, 'b.yaml')), ['b.yaml added']],
  'an edited file': [() => commit('b.yaml', config('b', 'y').content), ['b.yaml changed']],
  'a reformatted file': [() => commit('b.yaml', `# mine\n${config('b').content}`), ['b.yaml formatting']],
  'a file of an earlier run': [
    () => writeFiles(outdir, [config('a'), config('b'), config('old')]),
    ['.podwright changed', 'old.yaml removed'],
  ],
  'a file of somebody else': [() => commit('mine.yaml', config('mine').content), []],
  'a missing journal': [() => rmSync(join(outdir, '.podwright')), ['.podwright added']],
  'a journal that lists what is gone': [
    () => {
      writeFiles(outdir, [config('a'), config('b'), config('old')]);
      rmSync(join(outdir, 'old.yaml'));
    },
    ['.podwright changed'],
  ],
};

test.each(Object.entries(cases))('%s', (_name, [change, expected]) => {
  const files = [config('a'), config('b')];
  writeFiles(outdir, files);
  change();
  const before = readdirSync(outdir);
  expect(findDrift(outdir, files).files.map(({ path, state }) => `${path} ${state}`)).toEqual(expected);
  expect(readdirSync(outdir)).toEqual(before);
});

test('a run for one environment does not judge the files of the others', () => {
  const [a, b] = [config('staging/a'), config('production/b')];
  mkdirSync(join(outdir, 'staging'), { recursive: true });
  writeFiles(outdir, [a, b]);
  rmSync(join(outdir, b.path));
  const extent = { paths: [a.path], scope: 'staging/' };
  expect(findDrift(outdir, [a], { extent })).toEqual({ files: [], objects: [] });
  expect(findDrift(outdir, [a, b]).files.map(({ path }) => path)).toEqual([b.path]);
});

test('an output folder that is not there misses everything, and nothing is made', () => {
  const folder = join(outdir, 'none');
  const { files, objects } = findDrift(folder, [config('a')]);
  expect(files.map(({ name, state }) => `${name} ${state}`)).toEqual([
    `${join(folder, '.podwright')} added`,
    `${join(folder, 'a.yaml')} added`,
  ]);
  expect(objects.map(({ change, object }) => `${change} ${object.name}`)).toEqual(['added a']);
  expect(readdirSync(outdir)).toEqual([]);
});

test('a folder in the place of a file is a failure', () => {
  mkdirSync(join(outdir, 'a.yaml'));
  expect(() => findDrift(outdir, [config('a')])).toThrow(expect.objectContaining({ code: 'ERR_OUTPUT' }));
});
