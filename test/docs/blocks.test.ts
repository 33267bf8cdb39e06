import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readConfig } from '../../lib/synthesis/config';
import '../../lib/testing';
import { useWorkspace } from '../cli/workspace';
import { compile } from '../types/compile';
import { type Block, blocksOf, pages, ROOT } from './pages';
import { moduleOf, runExample, takesForGranted } from './run-example';

const all = pages.flatMap((page) => blocksOf(page));
const blocks = (language: string) => all.filter((block) => block.language === language);
const placeOf = ({ page, line }: Block) => `${page}:${line}`;

/** What a page takes for granted, as its sentences do. */
const PRELUDE = `import type { Chart as GivenChart, Deployment as GivenDeployment } from '${join(ROOT, 'lib')}';
declare const { chart, deployment }: { chart: GivenChart; deployment: GivenDeployment };
`;
const compilable = (code: string) =>
  (takesForGranted(code) ? PRELUDE : '') +
  code.replace(/'(podwright(?:\/\w+)?)'/g, (_, name: string) => `'${moduleOf(name)}'`);

const examples = blocks('ts');
const problems = compile(
  examples.map(({ code }) => compilable(code)),
  '',
);

test.each(examples.map((example, index) => [placeOf(example), problems[index]] as const))('%s compiles', (_, found) => {
  expect(found).toEqual([]);
});

test.each(blocks('yaml').map((block) => [placeOf(block), block.code] as const))('%s is YAML', (_, code) => {
  expect(parseAllDocuments(code).flatMap(({ errors }) => errors)).toEqual([]);
});

const workspace = useWorkspace();
const configs = blocks('yaml').filter(({ code }) =>
  /^(app|profile|rules|kubeVersion|environments|healing):/m.test(code),
);

test.each(configs.map((block) => [placeOf(block), block.code] as const))(
  '%s is understood as cdk8s.yaml',
  (_, code) => {
    workspace.write('cdk8s.yaml', code);
    expect(Object.keys(readConfig(process.cwd())).length).toBeGreaterThan(0);
  },
);

/**
 * The blocks that a test of another file runs or compares with what comes out, page by page and language by language:
 * their number, and the file. `sh` is run by shell.test.ts, and every other `ts` below.
 */
const ELSEWHERE: Record<string, Record<string, readonly [number, string]>> = {
  'README.md': { yaml: [2, 'test/docs/readme.test.ts'], text: [1, 'test/docs/readme.test.ts'] },
  'docs/advice.md': { yaml: [2, 'test/docs/guides.test.ts'], text: [1, 'test/docs/guides.test.ts'] },
  'docs/cdk8s.md': {
    ts: [2, 'test/docs/cdk8s.test.ts'],
    yaml: [1, 'test/docs/cdk8s.test.ts'],
    text: [1, 'test/docs/cdk8s.test.ts'],
  },
  'docs/ci.md': { yaml: [3, 'test/package/ci.ts'], text: [1, 'test/docs/shell.test.ts'] },
  'docs/constructs.md': { ts: [14, 'test/docs/constructs.test.ts'], yaml: [7, 'test/docs/constructs.test.ts'] },
  'docs/drift.md': { yaml: [1, 'test/docs/shell.test.ts'], text: [1, 'test/docs/shell.test.ts'] },
  'docs/environments.md': {
    ts: [1, 'test/docs/guides.test.ts'],
    yaml: [1, 'test/docs/guides.test.ts'],
    text: [1, 'test/docs/guides.test.ts'],
  },
  'docs/explain.md': { text: [1, 'test/docs/explain.test.ts'] },
  'docs/graph.md': { yaml: [1, 'test/docs/explain.test.ts'], mermaid: [1, 'test/docs/explain.test.ts'] },
  'docs/healing.md': { diff: [1, 'test/docs/shell.test.ts'] },
  'docs/layout.md': { yaml: [1, 'test/docs/guides.test.ts'] },
  'docs/learn.md': {
    ts: [6, 'test/docs/learn.test.ts'],
    text: [10, 'test/docs/learn.test.ts'],
    yaml: [2, 'test/docs/learn.test.ts'],
  },
  'docs/learn.ko.md': {
    ts: [6, 'test/docs/learn.test.ts'],
    text: [10, 'test/docs/learn.test.ts'],
    yaml: [2, 'test/docs/learn.test.ts'],
  },
  'docs/migrate.md': { yaml: [1, 'test/docs/migrate.test.ts'] },
  'docs/simulation.md': { yaml: [1, 'test/docs/shell.test.ts'], text: [1, 'test/docs/shell.test.ts'] },
  'docs/synth.md': { yaml: [2, 'test/docs/shell.test.ts'] },
  'docs/testing.md': { ts: [3, 'test/docs/testing.test.ts'], text: [1, 'test/docs/testing.test.ts'] },
};

test('each block is run, or compared with what comes out', () => {
  const there = all
    .filter(({ page, language }) => language !== 'sh' && (language !== 'ts' || ELSEWHERE[page]?.ts))
    .map(({ page, language }) => `${page} ${language}`);
  const listed = Object.entries(ELSEWHERE).flatMap(([page, languages]) =>
    Object.entries(languages).flatMap(([language, [number]]) => Array(number).fill(`${page} ${language}`)),
  );
  expect(there.sort()).toEqual(listed.sort());
});

const files = Object.entries(ELSEWHERE).flatMap(([page, languages]) =>
  Object.values(languages).map(([, file]) => ({ page, file })),
);

// shell.test.ts looks for the workflows of all pages.
test.each(files.filter(({ file }) => !file.endsWith('shell.test.ts')))('$file reads $page', ({ page, file }) => {
  const name = page.replace('docs/', '');
  expect([file, readFileSync(join(ROOT, file), 'utf8').includes(name)]).toEqual([file, true]);
});

test.each(
  examples.filter(({ page }) => !ELSEWHERE[page]?.ts).map((example) => [placeOf(example), example.code] as const),
)('%s runs', (_, code) => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(() => runExample(code)).not.toThrow();
});
