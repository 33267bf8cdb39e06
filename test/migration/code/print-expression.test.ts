import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { dataExpression } from '../../../lib/migration/code/expression';
import { printExpression } from '../../../lib/migration/code/print-expression';
import { migrate } from '../../../lib/migration/migrate';
import { readCases } from '../../../scripts/conformance/cases';
import { TOOLS } from '../tools';

const ROOT = join(__dirname, '../../..');

/** Some data, and how it is written at the start of a line. */
const values: [name: string, value: unknown, text: string][] = [
  ['nothing', {}, '{}'],
  ['an empty list', [], '[]'],
  ['what fits', { a: 1, b: ['c', true, null] }, "{ a: 1, b: ['c', true, null] }"],
  ['names that are none', { 'a-b': 1, é: 2, '1': 3, $x: 4 }, "{ '1': 3, 'a-b': 1, é: 2, $x: 4 }"],
  ['the name of the prototype', JSON.parse('{"__proto__":1}'), "{ ['__proto__']: 1 }"],
  [
    'a table',
    [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ],
    '[\n  { a: 1, b: 2 },\n  { a: 3, b: 4 },\n]',
  ],
  ['a list of small objects', [{ a: 1 }, { a: 3 }], '[{ a: 1 }, { a: 3 }]'],
  ['minus zero', [-0, -1, 1.5, 1e21], '[-0, -1, 1.5, 1e+21]'],
  [
    'what is nested deep and long',
    { container: { image: 'nginx', probe: { httpGet: { path: '/healthy', port: 'http' }, periodSeconds: 10 } } },
    `{
  container: {
    image: 'nginx',
    probe: { httpGet: { path: '/healthy', port: 'http' }, periodSeconds: 10 },
  },
}`,
  ],
  [
    'a long text',
    { command: 'x'.repeat(120), sh: 'y'.repeat(120) },
    `{\n  command:\n    '${'x'.repeat(120)}',\n  sh: '${'y'.repeat(120)}',\n}`,
  ],
];

test.each(values)('%s', (_name, value, text) => {
  expect(printExpression(dataExpression(value, []), 0, 0, 0)).toBe(text);
});

test('texts of every kind are read back as they were', () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is the subject
  const texts = [
    '',
    "it's",
    '"',
    '\'"',
    '`${x}`',
    '\\',
    'a\nb',
    'a\r\nb',
    '\t\u0000\u200b\u2028\ud800',
    '${a}\n`b`\\',
    '😀',
  ];
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is the subject
  for (const text of texts) {
    const written = printExpression(dataExpression({ [`${text}`]: text }, []), 0, 0, 0);
    expect(new Function(`return ${written}`)()).toEqual({ [text]: text });
  }
});

test('what is written is laid out as a formatter would', () => {
  const manifests = readCases([])
    .filter(({ verdicts }) => verdicts.get('1.36')?.accepted)
    .map(({ manifest }) => manifest);
  const sets = manifests.map((object, index) => ({ id: `case-${index}`, objects: [{ object, comments: [] }] }));
  const { modules } = migrate(sets, 'program', TOOLS);
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const args = ['format', '--stdin-file-path=main.ts', '--files-max-size=10000000'];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], {
    cwd: ROOT,
    input: modules[0]?.text,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  expect(stdout.length).toBeGreaterThan(100_000);
  expect(modules[0]?.text).toBe(stdout);
});
