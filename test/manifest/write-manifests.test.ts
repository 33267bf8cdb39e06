import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { readManifests } from '../../lib/manifest/read-manifests';
import { writeManifests } from '../../lib/manifest/write-manifests';

const NASTY = [
  ...[
    '',
    ' ',
    '~',
    'null',
    'Null',
    'y',
    'Y',
    'yes',
    'no',
    'NO',
    'on',
    'off',
    'true',
    'False',
    '<<',
    '=',
    '.',
    '..',
    '...',
    '---',
  ],
  ...[
    '0',
    '-0',
    '+1',
    '017',
    '0o17',
    '0x1F',
    '0b11',
    '1_000',
    '1e3',
    '1.5',
    '.5',
    '5.',
    '1e',
    '.inf',
    '-.INF',
    '.nan',
    '0.0.1',
  ],
  ...[
    '12:30:45',
    '1:2',
    '12:30:45.5',
    '2024-01-01',
    '2024-1-1 1:2:3',
    '2024-01-01T00:00:00Z',
    '2024-01-01T00:00:00+09:00',
  ],
  ...[
    'a: b',
    'a:',
    ':a',
    'a #b',
    '#a',
    'a#b',
    '- a',
    '-a',
    '-',
    '?',
    '? a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
  ],
  ...[
    '"',
    "'",
    '"a"',
    "'a'",
    `a"b'c`,
    '\\',
    'a\\nb',
    '{a}',
    '[a]',
    'a, b',
    ',',
    '{{ .Values.a }}',
    ' a',
    'a ',
    '\ta',
    'a\t',
    'a\tb',
  ],
  ...[
    'a\nb',
    'a\nb\n',
    'a\n\nb\n\n',
    '\na',
    '\n',
    '\n\n',
    ' \n',
    'a\n ',
    'a\n  b',
    '  a\nb',
    'a \nb',
    'a\n\tb',
    'a\n---\nb',
    '%a\nb',
  ],
  ...[
    'a\n  \n',
    'a\r\nb',
    '\0',
    '\x07',
    '\x1b',
    '\x7f',
    '\x85',
    '\xa0',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\ud800',
    '😀',
    '한글',
    '__proto__',
  ],
  ...[
    'a'.repeat(10_000),
    `${'word '.repeat(2_000)}end`,
    'k'.repeat(1_024),
    'k'.repeat(1_025),
    '"'.repeat(600),
    '\n'.repeat(600),
  ],
];

const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aA1 \t\n:-?#"\'\\{}[],&*!|>%@.+_~é\u2028') }),
  fc.tuple(fc.constantFrom(...NASTY), fc.constantFrom(...NASTY)).map(([a, b]) => a + b),
);
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 1e21, 1e-7, 2 ** 53, -(2 ** 62), 0.1),
);
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}));
const manifests = fc.array(fc.dictionary(text, json, { maxKeys: 5 }), { maxLength: 3 });

/** Texts that cdk8s writes so that `kubectl` refuses them or reads something else. */
const MISREAD =
  /^[-+]?(?:0[oO][0-7_]+|0[xX][0-9a-fA-F_]+|0[bB][01_]+|_[0-9_]*[0-9_.eE]*)$|[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|^[ \t\n]*$|^\n*\t/;

const hasMisread = (value: unknown): boolean => {
  if (typeof value === 'string') return MISREAD.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name === '<<' || hasMisread(name) || hasMisread(inner));
};

// JSON has no -0.
const withoutNegativeZero = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe('the bytes', () => {
  test('are those of cdk8s', () => {
    fc.assert(
      fc.property(manifests, (objects) => {
        fc.pre(!hasMisread(objects));
        expect(writeManifests(objects)).toBe(Yaml.stringify(...objects));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(
    NASTY.filter((value) => value !== '<<' && !MISREAD.test(value)).map((value) => [value.slice(0, 20), value]),
  )('are those of cdk8s for %j, wherever it stands', (_name, value) => {
    const object = { [value]: value, inner: { [value]: [value, [value], { [value]: { [value]: {} } }] } };
    expect(writeManifests([object])).toBe(Yaml.stringify(object));
  });

  test.each([
    ['an octal number of YAML 1.2', '0o17', '"0o17"'],
    ['a hexadecimal number in capitals', '0X1F', '"0X1F"'],
    ['a number with an underscore in front', '-_1', '"-_1"'],
    ['a delete character', 'a\x7f', '"a\\u007f"'],
    ['a next line, which YAML 1.1 takes for a line break', 'a\x85b', '"a\\u0085b"'],
    ['a line separator', 'a\u2028b', '"a\\u2028b"'],
    ['a space and a line break', ' \n', '" \\n"'],
    ['lines of which the first begins with a tab', '\ta\nb', '"\\ta\\nb"'],
    ['a byte order mark', '\ufeffa', '"\\ufeffa"'],
  ])('have quotes for %s, which kubectl would not read back', (_name, value, written) => {
    expect(writeManifests([{ a: value, b: [{ [value]: 1 }] }])).toBe(`a: ${written}\nb:\n  - ${written}: 1\n`);
  });

  test('have quotes for the merge key as a name', () => {
    expect(writeManifests([{ '<<': { a: '<<' } }])).toBe('"<<":\n  a: <<\n');
  });
});

describe('fields that are undefined', () => {
  test('are left out, in lists they are null', () => {
    expect(writeManifests([{ a: undefined, b: { c: undefined }, d: [undefined] }])).toBe('b: {}\nd:\n  - null\n');
  });
});

describe('what is written is read back', () => {
  test('as YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(manifests, fc.constantFrom('1.1' as const, '1.2' as const), (objects, version) => {
        const documents = parseAllDocuments(writeManifests(objects), { version, uniqueKeys: false });
        const values = Array.isArray(documents) ? documents.map((document) => document.toJS()) : [];
        expect(withoutNegativeZero(values)).toEqual(withoutNegativeZero(objects));
      }),
      { numRuns: 1_000 },
    );
  });

  test('as kubectl does, but for half characters, which it does not read', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(text, json, { minKeys: 1, maxKeys: 5 }), { maxLength: 3 }), (objects) => {
        fc.pre(!/\\ud[89a-f]/.test(JSON.stringify(objects)));
        const { documents, problems } = readManifests(writeManifests(objects), { file: 'web.yaml' });
        expect(problems).toEqual([]);
        expect(documents.map(({ object }) => object)).toEqual(withoutNegativeZero(objects));
      }),
      { numRuns: 1_000 },
    );
  });
});
