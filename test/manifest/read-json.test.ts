import { readManifests } from '../../lib/manifest/read-manifests';

function read(text: string) {
  const { documents, problems } = readManifests(text, { file: 'web.json' });
  return {
    objects: documents.map(({ object }) => object),
    problems: problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
  };
}

describe('JSON', () => {
  test.each<[string, string, unknown[]]>([
    [
      'is read when the text begins with a brace',
      ' {"kind": "Pod", "spec": {"a": [1, 2.5e3, true, null, "\\u263a"]}}',
      [{ kind: 'Pod', spec: { a: [1, 2500, true, null, '☺'] } }],
    ],
    [
      'may hold several objects',
      '{"kind": "A"}\n{"kind": "B"} {"kind": "C"}',
      [{ kind: 'A' }, { kind: 'B' }, { kind: 'C' }],
    ],
    ['keeps words of YAML as text', '{"a": "yes", "b": "017"}', [{ a: 'yes', b: '017' }]],
    [
      'keeps whole numbers on their side of 64 bits',
      '{"a": [9223372036854775807, {"b": -9223372036854775809}], "c": "9223372036854775807"}',
      [{ a: [2 ** 63 - 1024, { b: -(2 ** 63) - 2048 }], c: '9223372036854775807' }],
    ],
    ['may be empty inside', '{"a": {}, "b": [], "c": [{}]}', [{ a: {}, b: [], c: [{}] }]],
  ])('%s', (_name, text, objects) => {
    expect(read(text)).toEqual({ objects, problems: [] });
  });

  test.each<[string, string, string[], unknown[]]>([
    ['a name set twice', '{"a": 1,\n "b": 2, "a": 3}', ['2:10 unique-keys'], [{ a: 3, b: 2 }]],
    ['a name set twice inside', '{"a": [{"b": 1, "b": 2}]}', ['1:17 unique-keys'], [{ a: [{ b: 2 }] }]],
    ['equal names in different spellings', '{"a": 1, "\\u0061": 2}', ['1:10 unique-keys'], [{ a: 2 }]],
    ['a comma too many', '{"a": 1,\n}', ['2:1 valid-json'], [{ a: 1 }]],
    ['a missing comma', '{"a": 1\n "b": 2}', ['2:2 valid-json'], []],
    ['a name without quotes', '{a: 1}', ['1:2 valid-json'], [{ a: 1 }]],
    ['a comment', '{"a": 1 # one\n}', ['1:9 valid-json'], [{ a: 1 }]],
    ['an end that comes too early', '{"a": [1', ['1:9 valid-json'], []],
    ['a number that is none', '{"a": 01}', ['1:8 valid-json'], [{ a: 1 }]],
    ['a line break in a text', '{"a": "b\nc"}', ['1:7 valid-json'], [{ a: 'b c' }]],
    ['separators of YAML', '{"a": 1}\n---\n{"b": 2}', ['2:1 valid-document-separator'], [{ a: 1 }, { b: 2 }]],
    ['a list behind the object', '{"a": 1}\n[2]', ['2:1 valid-document'], [{ a: 1 }]],
  ])('with %s is read with a problem', (_name, text, problems, objects) => {
    expect(read(text)).toEqual({ objects, problems });
  });

  test('has positions', () => {
    const document = readManifests('{\n  "a": [{"b": 1}],\n  "c": "x"\n}', { file: 'web.json' }).documents[0];
    expect(document?.positionOf(['a', 0, 'b'])).toEqual({ line: 2, column: 10, length: 3 });
    expect(document?.positionOf(['a', 0, 'b'], 'value')).toEqual({ line: 2, column: 15, length: 1 });
    expect(document?.positionOf(['a', 0])).toEqual({ line: 2, column: 9, length: 8 });
    expect(document?.positionOf(['c', 'd'])).toBeUndefined();
    expect(document?.positionOf(['constructor'])).toBeUndefined();
  });

  test('that does not parse still has positions', () => {
    const document = readManifests('\n{"a": 1,\n "b": 2,}', { file: 'web.json' }).documents[0];
    expect(document?.positionOf(['b'])).toEqual({ line: 3, column: 2, length: 3 });
  });
});
