import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from '../../lib';
import type { MatcherContext } from '../../lib/testing/matcher';
import type { SnapshotCounter, SnapshotUpdate } from '../../lib/testing/snapshot-run';
import { type ManifestFileOptions, toMatchManifestFile } from '../../lib/testing/to-match-manifest-file';
import { webChart } from './web';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const YAML = render(webChart().node.root as never)[0]?.content ?? '';
const read = () => readFileSync(join(folder, 'web.yaml'), 'utf8');
const commit = (text: string) => writeFileSync(join(folder, 'web.yaml'), text);

/** Runs the matcher as a test runner does, and says what came of it. */
function match(
  update: SnapshotUpdate | undefined,
  { isNot = false, received = webChart() as unknown, path = 'web.yaml', options = {} as ManifestFileOptions } = {},
) {
  const counts: Record<SnapshotCounter, number> = { added: 0, updated: 0, matched: 0, unmatched: 0 };
  const snapshotState = { _updateSnapshot: update, ...counts };
  const context: MatcherContext = { isNot, testPath: join(folder, 'web.test.ts'), ...(update && { snapshotState }) };
  const { pass, message } = toMatchManifestFile.call(context, received, path, options);
  const counted = (Object.keys(counts) as SnapshotCounter[]).filter((name) => snapshotState[name] > 0);
  return { pass, counted, message: message() };
}

describe('a file that is not there', () => {
  test.each<SnapshotUpdate>(['new', 'all'])('is written in a run of %s, as synth writes it', (update) => {
    expect(match(update)).toMatchObject({ pass: true, counted: ['added'] });
    expect(read()).toBe(YAML);
    expect(readdirSync(folder)).toEqual(['web.yaml']);
  });

  test.each(['none', undefined] as const)('fails in a run of %s', (update) => {
    const { pass, message } = match(update);
    expect(pass).toBe(false);
    expect(message).toMatch(
      /^expected the chart web to match .*web\.yaml\n\nThere is no .*web\.yaml, and this run writes none/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not written for .not, which holds', () => {
    expect(match('all', { isNot: true })).toMatchObject({ pass: false, counted: [] });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is written in a folder of its own', () => {
    expect(match('new', { path: 'manifests/prod/web.yaml' }).pass).toBe(true);
    expect(readFileSync(join(folder, 'manifests/prod/web.yaml'), 'utf8')).toBe(YAML);
  });
});

describe('a file of the same objects', () => {
  test('holds', () => {
    commit(YAML);
    expect(match('none')).toMatchObject({ pass: true, counted: ['matched'] });
    expect(match('none', { isNot: true }).message).toMatch(/^expected the chart web not to match .*web\.yaml$/);
  });

  test('holds however it is written, and stays as it is', () => {
    const [service = '', deployment = ''] = YAML.split('---\n');
    const written = `# kept\n${deployment.replace('replicas: 1', 'replicas: 0x1')}---\n${service}`;
    commit(written);
    expect(match('all')).toMatchObject({ pass: true, counted: ['matched'] });
    expect(read()).toBe(written);
  });
});

describe('a file of other objects', () => {
  const other = YAML.replace('replicas: 1', 'replicas: 3');
  beforeEach(() => commit(other));

  test.each<SnapshotUpdate>(['none', 'new'])('fails in a run of %s with what the change does', (update) => {
    const { pass, counted, message } = match(update);
    expect({ pass, counted, text: read() }).toEqual({ pass: false, counted: ['unmatched'], text: other });
    expect(message).toMatch(/web\.yaml {2}out of date\n\nDeployment\/web /);
    expect(message).toMatch(/ {2}scales: from 3 to 1\n {2}~ spec\.replicas: 3 -> 1/);
    expect(message).toMatch(/Run the tests with -u/);
  });

  test('is written anew with -u', () => {
    expect(match('all')).toMatchObject({ pass: true, counted: ['updated'] });
    expect(read()).toBe(YAML);
  });

  test('is left alone with .not, which holds', () => {
    expect(match('all', { isNot: true })).toMatchObject({ pass: false, counted: [] });
    expect(read()).toBe(other);
  });

  test.each([
    ['an object more', `${YAML}---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: more\n`],
    ['an object less', YAML.split('---\n')[0] ?? ''],
    ['no YAML', 'kind: [\n'],
    ['nothing', ''],
  ])('%s fails', (_, text) => {
    commit(text);
    expect(match('none').pass).toBe(false);
  });
});

test('values that may be secret are shown in the file unless they are to be hidden', () => {
  const received = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'web' },
    stringData: { key: 'correct-horse' },
  };
  match('new', { received, path: 'shown.yaml' });
  match('new', { received, path: 'hidden.yaml', options: { secrets: 'hidden' } });
  expect(readFileSync(join(folder, 'shown.yaml'), 'utf8')).toContain('key: correct-horse');
  expect(readFileSync(join(folder, 'hidden.yaml'), 'utf8')).toContain('key: <hidden>');
  expect(match('none', { received, path: 'hidden.yaml', options: { secrets: 'hidden' } }).pass).toBe(true);
  const changed = { ...received, stringData: { key: 'battery-staple' } };
  expect(match('none', { received: changed, path: 'shown.yaml' }).message).not.toMatch(/battery|horse/);
});

test('a folder in its place cannot be read', () => {
  mkdirSync(join(folder, 'web.yaml'));
  expect(() => match('all')).toThrow(expect.objectContaining({ code: 'ERR_MANIFEST_FILE' }));
});
