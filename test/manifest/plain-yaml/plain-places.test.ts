import fc from 'fast-check';
import { stringify } from 'yaml';
import { LineIndex } from '../../../lib/manifest/line-index';
import { parseYaml } from '../../../lib/manifest/parse-yaml';
import { PlainPlaces } from '../../../lib/manifest/plain-yaml/plain-places';
import { readPlainYaml } from '../../../lib/manifest/plain-yaml/read-plain-yaml';
import type { ManifestPath } from '../../../lib/manifest/position';
import { writeManifests } from '../../../lib/manifest/write-manifests';
import { AREAS, DATA, readRows } from '../../../scripts/conformance/cases';
import { unusualText } from './unusual-text';

/** All paths of a value, and some that lead nowhere. */
function pathsOf(value: unknown, path: ManifestPath = []): ManifestPath[] {
  const nowhere: ManifestPath[] = [
    [...path, 'absent'],
    [...path, 99],
  ];
  if (typeof value !== 'object' || value === null) return [path, ...nowhere];
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [path, ...nowhere, ...[...entries].flatMap(([step, item]) => pathsOf(item, [...path, step]))];
}

/** How many of the places of a document are found, each where the whole reader finds it. */
function compare(text: string): { found: number; all: number } {
  const value = readPlainYaml(text);
  if (value === undefined) return { found: 0, all: 0 };
  const [places, lines] = [new PlainPlaces(text), new LineIndex(text)];
  const whole = parseYaml(text);
  const paths = pathsOf(value);
  let found = 0;
  for (const path of paths) {
    const span = places.find(path);
    if (span === 'unclear') continue;
    found += 1;
    const expected = whole.locate(path, path.length === 0 ? 'value' : 'key');
    expect({ text, path, at: span && lines.position(span) }).toEqual({
      text,
      path,
      at: expected && lines.position(expected),
    });
  }
  return { found, all: paths.length };
}

describe('PlainPlaces', () => {
  it.each<[string, string, ManifestPath, [line: number, column: number, length: number] | undefined]>([
    ['a field', 'a: 1\nb:\n  "c": 2\n', ['b', 'c'], [3, 3, 3]],
    ['a field after a text that looks like one', 'a: |\n  b: 1\nb: 2\n', ['b'], [3, 1, 1]],
    ['a field of an item', 'a:\n- b: 1\n  c: 2\n', ['a', 0, 'c'], [3, 3, 1]],
    ['an item', 'a:\n  - b\n  - "c d"\n', ['a', 1], [3, 5, 5]],
    ['an item that is an object', 'a:\n-   b: 1\n    c: 2\n', ['a', 0], [2, 5, 4]],
    ['the object itself', '# first\na: 1\nb: 2\n', [], [2, 1, 4]],
    ['a name that is read as something else', 'yes: 1\n', ['true'], [1, 1, 3]],
    ['an absent field', 'a:\n  b: 1\nc: 1\n', ['a', 'c'], undefined],
    ['an absent item', 'a:\n- b\nc:\n- d\n', ['a', 1], undefined],
    ['a field of text', 'a: b\n', ['a', 'b'], undefined],
    ['an item of an object', 'a:\n  b: 1\n', ['a', 0], undefined],
    ['a field of a list', 'a:\n- b: 1\n', ['a', 'b'], undefined],
  ])('finds %s', (_name, text, path, expected) => {
    const span = new PlainPlaces(text).find(path);
    expect(span).not.toBe('unclear');
    const at = span && span !== 'unclear' ? new LineIndex(text).position(span) : undefined;
    expect(at && [at.line, at.column, at.length]).toEqual(expected);
    compare(text);
  });

  it.each<[string, string, ManifestPath]>([
    ['what stands in brackets', 'a: {b: 1}\n', ['a', 'b']],
    ['an item with a comment behind it', 'a:\n- b # c\n', ['a', 0]],
    ['an item with spaces behind it', 'a:\n- b \n', ['a', 0]],
  ])('leaves %s to the whole reader', (_name, text, path) => {
    expect(new PlainPlaces(text).find(path)).toBe('unclear');
  });

  it('finds every place in manifests where the whole reader does, and nearly all', () => {
    const manifests = AREAS.flatMap((area) => readRows<{ manifest: object }>(`${DATA}/${area}.jsonl.gz`)).filter(
      (_row, index) => index % 61 === 0,
    );
    let [found, all] = [0, 0];
    for (const { manifest } of manifests)
      for (const text of [
        writeManifests([manifest]),
        stringify(manifest, { version: '1.1', lineWidth: 0, indentSeq: false }),
      ]) {
        const counts = compare(text);
        found += counts.found;
        all += counts.all;
      }
    expect(found).toBeGreaterThan(all * 0.98);
    expect(all).toBeGreaterThan(1000);
  });

  it('finds what it finds in any text where the whole reader does', () => {
    fc.assert(
      fc.property(unusualText, (text) => void compare(text)),
      { numRuns: 3000 },
    );
  });
});
