import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseYaml } from '../../../lib/manifest/parse-yaml';
import { readPlainYaml } from '../../../lib/manifest/plain-yaml/read-plain-yaml';
import { repairYaml } from '../../../lib/manifest/repair/repair-yaml';
import { writeManifests } from '../../../lib/manifest/write-manifests';
import { AREAS, DATA, readRows } from '../../../scripts/conformance/cases';
import { unusualText } from './unusual-text';

/** What the whole reader makes of a text; a complaint stands for itself. */
function wholly(text: string): unknown {
  const { parsed, faults } = repairYaml(text, parseYaml(text));
  if (faults.length > 0) return { complaint: faults[0]?.message };
  return parsed.errors.length > 0 ? { complaint: 'error' } : parsed.value;
}

/** What the plain reader makes of it, which is the same or nothing. */
function plainly(text: string): unknown {
  const value = readPlainYaml(text);
  if (value !== undefined) expect({ text, value }).toEqual({ text, value: wholly(text) });
  return value;
}

describe('readPlainYaml', () => {
  it.each<[string, string, unknown]>([
    ['fields', 'a: 1\nb:\n  c: yes\n  d: "x\\ty"\n', { a: 1, b: { c: true, d: 'x\ty' } }],
    [
      'items at the indentation of their field',
      'a:\n- b: 1\n  c:\n  - d\n- e\nf: 2\n',
      { a: [{ b: 1, c: ['d'] }, 'e'], f: 2 },
    ],
    ['items that are indented', 'a:\n  -   b: 1\n      c: 2\n  - -1\n', { a: [{ b: 1, c: 2 }, -1] }],
    ['comments and empty lines', '# a\n\na: b # c\n  # d\nc: e#f\n', { a: 'b', c: 'e#f' }],
    ['nothing behind a colon', 'a:\nb: ~\nc: # d\n', { a: null, b: null, c: null }],
    [
      'values in brackets',
      'a: [b, "c d", 1]\ne: {f: 1, "g": \'h\'}\ni: []\nj: {}\n',
      { a: ['b', 'c d', 1], e: { f: 1, g: 'h' }, i: [], j: {} },
    ],
    ['a text below a bar', 'a: |\n\n  b\n    c\n\n  d: e # f\n\ng: |-\n  h\n', { a: '\nb\n  c\n\nd: e # f\n', g: 'h' }],
    ['an address', 'a: http://b.c:80/d\n', { a: 'http://b.c:80/d' }],
    ['names that are no words', 'yes: a\n010: b\n"1": c\n', { true: 'a', 8: 'b', 1: 'c' }],
  ])('reads %s', (_name, text, expected) => {
    expect(plainly(text)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['a name twice', 'a: 1\na: 2\n'],
    ['a name twice, once in quotes', 'a: 1\n"a": 2\n'],
    ['a text over two lines', 'a: b\n  c\n'],
    ['an anchor', 'a: &b c\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a merge', 'a: 1\n<<: 2\n'],
    ['a tab', 'a:\tb\n'],
    ['a space that YAML does not take for one', 'a: b\u3000\n'],
    ['a folded text', 'a: >\n  b\n'],
    ['a text to the end of the document', 'a: |\n  b'],
    ['a number that JSON cannot hold', 'a: .inf\n'],
    ['a missing space', 'a:b\n'],
    ['a field that is read as text', 'httpGet:\n  path /\n'],
    ['a label that is read as text', 'labels: app\n'],
    ['a list at the root', '- a\n'],
    ['a field that is indented further than the one above', 'a: 1\n b: 2\n'],
    ['a field between two indentations', 'a:\n    b: 1\n  c: 2\n'],
    ['__proto__', '__proto__: 1\n'],
    ['nothing', '# a\n'],
    ['much nesting', `${Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')} b\n`],
  ])('leaves %s to the whole reader', (_name, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('reads manifests as the whole reader does, and most of them', () => {
    const manifests = AREAS.flatMap((area) => readRows<{ manifest: object }>(`${DATA}/${area}.jsonl.gz`)).filter(
      (_row, index) => index % 23 === 0,
    );
    let plain = 0;
    for (const { manifest } of manifests) {
      const texts = [
        writeManifests([manifest]),
        stringify(manifest, { version: '1.1', lineWidth: 0, indentSeq: false }),
      ];
      for (const text of texts) if (plainly(text) !== undefined) plain += 1;
    }
    expect(plain).toBeGreaterThan(manifests.length * 2 * 0.75);
  });

  it('reads what it reads of any text as the whole reader does', () => {
    fc.assert(
      fc.property(unusualText, (text) => void plainly(text)),
      { numRuns: 3000 },
    );
  });
});
