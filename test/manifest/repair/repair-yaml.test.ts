import { readManifests } from '../../../lib/manifest/read-manifests';

const lines = (...text: string[]) => text.join('\n');

/** Every mistake as `line:column rule`, and the object that is read in spite of them. */
function read(text: string) {
  const { documents, problems } = readManifests(text, { file: 'web.yaml' });
  return {
    problems: problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
    object: documents[0]?.object,
    recovered: documents[0]?.recovered,
  };
}

type Case = readonly [text: string, problems: readonly string[], object: unknown];

const cases: Record<string, Record<string, Case>> = {
  tabs: {
    'below spaces, four columns wide': [
      lines(
        'spec:',
        '  containers:',
        '  - name: web',
        '    image: nginx',
        '\targs:',
        '\t- -c',
        '  restartPolicy: Never',
      ),
      ['5:1 no-tab-indentation'],
      { spec: { containers: [{ name: 'web', image: 'nginx', args: ['-c'] }], restartPolicy: 'Never' } },
    ],
    'below spaces, two columns wide': [
      lines('metadata:', '  name: web', '\tlabels: {}'),
      ['3:1 no-tab-indentation'],
      { metadata: { name: 'web', labels: {} } },
    ],
    'below spaces, eight columns wide': [
      lines('spec:', '        replicas: 1', '\tpaused: true'),
      ['3:1 no-tab-indentation'],
      { spec: { replicas: 1, paused: true } },
    ],
    'in two places': [
      lines('a:', '\tb: 1', 'c:', '\td: 1'),
      ['2:1 no-tab-indentation', '4:1 no-tab-indentation'],
      { a: { b: 1 }, c: { d: 1 } },
    ],
    'on an empty line behind quotes': [lines('a: "1"', '  \t', 'b: 2'), ['2:3 no-tab-indentation'], { a: '1', b: 2 }],
    'on an empty line in the column of its field': [
      lines('a:', '  b: c', '  \t', '  d: 1'),
      ['3:3 no-tab-indentation'],
      { a: { b: 'c', d: 1 } },
    ],
    'on an empty line': [lines('a: 1', '\t', 'b: 2'), ['2:1 no-tab-indentation'], { a: 1, b: 2 }],
    'behind a dash': [lines('a:', '-\tb: 1'), ['2:2 no-tab-indentation'], { a: [{ b: 1 }] }],
    'around a block scalar': [
      lines('a:', '\tb: |', '\t\tif', '\t\t\tthen', '\tc: 1'),
      ['2:1 no-tab-indentation'],
      { a: { b: 'if\n\tthen\n', c: 1 } },
    ],
  },
  'missing colons': {
    'in front of a block': [
      lines('spec:', '  livenessProbe', '    httpGet:', '      path: /', '  replicas: 1'),
      ['2:3 require-colon'],
      { spec: { livenessProbe: { httpGet: { path: '/' } }, replicas: 1 } },
    ],
    'in front of a list': [
      lines('spec:', '  containers', '  - name: web'),
      ['2:3 require-colon'],
      { spec: { containers: [{ name: 'web' }] } },
    ],
    'in front of a value, before a field': [
      lines('httpGet:', '  path /', '  port: 80'),
      ['2:3 require-colon'],
      { httpGet: { path: '/', port: 80 } },
    ],
    'in front of a value, after a field': [
      lines('httpGet:', '  path: /', '  port 80', 'a: 1'),
      ['3:3 require-colon'],
      { httpGet: { path: '/', port: 80 }, a: 1 },
    ],
    'in a whole block': [
      lines('livenessProbe:', '  httpGet:', '    patch /', '    port 80'),
      ['3:5 require-colon', '4:5 require-colon'],
      { livenessProbe: { httpGet: { patch: '/', port: 80 } } },
    ],
    'on the line of the handler': [
      lines('livenessProbe:', '  httpGet: port 80'),
      ['2:12 require-colon'],
      { livenessProbe: { httpGet: { port: 80 } } },
    ],
    'with an equals sign': [
      lines('spec:', '  replicas=3', '  paused: true'),
      ['2:3 require-colon'],
      { spec: { replicas: 3, paused: true } },
    ],
  },
  'missing spaces': {
    'after the colon, before a field': [
      lines('tcpSocket:', '  port:22', '  host: a'),
      ['2:3 require-space-after-colon'],
      { tcpSocket: { port: 22, host: 'a' } },
    ],
    'after the colon, after a field': [
      lines('tcpSocket:', '  host: a', '  port:22', 'b: 1'),
      ['3:3 require-space-after-colon'],
      { tcpSocket: { host: 'a', port: 22 }, b: 1 },
    ],
    'after the only colon of a block': [
      lines('tcpSocket:', '  prot:22'),
      ['2:3 require-space-after-colon'],
      { tcpSocket: { prot: 22 } },
    ],
    'after the dash': [lines('args:', '- a', '-b', '- c'), ['3:1 require-space-after-dash'], { args: ['a', 'b', 'c'] }],
  },
  indentation: {
    'between two levels': [
      lines('metadata:', '    name: web', '  labels:', '    app: web', 'spec: {}'),
      ['3:1 valid-indentation'],
      { metadata: { name: 'web', labels: { app: 'web' } }, spec: {} },
    ],
    'too deep': [
      lines('metadata:', '  name: web', '    labels:', '      app: web', 'spec: {}'),
      ['3:1 valid-indentation'],
      { metadata: { name: 'web', labels: { app: 'web' } }, spec: {} },
    ],
    'of a list item': [
      lines('containers:', '  - name: a', '    image: b', ' - name: c', 'paused: true'),
      ['4:1 valid-indentation'],
      { containers: [{ name: 'a', image: 'b' }, { name: 'c' }], paused: true },
    ],
    'of a field in a list item, too deep': [
      lines('containers:', '- name: a', '     image: b', '     tty: true', 'paused: true'),
      ['3:1 valid-indentation'],
      { containers: [{ name: 'a', image: 'b', tty: true }], paused: true },
    ],
    'of a field in a list item, too shallow': [
      lines('containers:', '  - name: a', '  image: b'),
      ['3:1 valid-indentation'],
      { containers: [{ name: 'a', image: 'b' }] },
    ],
    'of the first line': [lines(' kind: Pod', 'spec: {}'), ['1:1 valid-indentation'], { kind: 'Pod', spec: {} }],
  },
  quotes: {
    'a double quote that is not closed': [
      lines('a: "x', 'b: 1', 'c: 2'),
      ['1:4 require-closing-quote'],
      { a: 'x', b: 1, c: 2 },
    ],
    'a single quote that is not closed, before another': [
      lines("a: 'x", "b: 'z'"),
      ['1:4 require-closing-quote'],
      { a: 'x', b: 'z' },
    ],
    'a quote inside of quotes': [lines("a: 'don't'", 'b: 1'), ['1:4 require-quotes'], { a: "don't", b: 1 }],
    'something behind the quotes': [lines('a: "x" z', 'b: 1'), ['1:4 require-quotes'], { a: '"x" z', b: 1 }],
    'a colon in the value': [lines('a: error: x', 'b: 1'), ['1:4 require-quotes'], { a: 'error: x', b: 1 }],
    'an at sign': [lines('a: @x', 'b: 1'), ['1:4 require-quotes'], { a: '@x', b: 1 }],
    'a percent sign': [lines('a: %x', 'b: 1'), ['1:4 require-quotes'], { a: '%x', b: 1 }],
    'a star': [lines('a: *.example.com', 'b: 1'), ['1:4 valid-alias'], { a: null, b: 1 }],
    'a question mark inside brackets': [
      lines('a: [b?c]', 'd: {e?: f}'),
      ['1:5 require-quotes', '2:5 require-quotes'],
      { a: ['b?c'], d: { 'e?': 'f' } },
    ],
    'a colon in front, inside brackets': [
      lines('a: [-p, :80]', 'b: 1'),
      ['1:9 require-quotes'],
      { a: ['-p', ':80'], b: 1 },
    ],
    'an escape that is none': [lines('a: "\\d"', 'b: 1'), ['1:5 valid-escape'], { a: '\\d', b: 1 }],
  },
  brackets: {
    'a list that is not closed': [lines('a: [x, z', 'b: 1'), ['1:4 require-closing-bracket'], { a: ['x', 'z'], b: 1 }],
    'an object that is not closed': [
      lines('a: {x: z', 'b: 1'),
      ['1:4 require-closing-bracket'],
      { a: { x: 'z' }, b: 1 },
    ],
    'a bracket too many': [lines('a: [x, z]]', 'b: 1'), ['1:10 require-closing-bracket'], { a: ['x', 'z'], b: 1 }],
    'a comma too many': [lines('a: [x,, z]', 'b: 1'), ['1:7 valid-yaml'], { a: ['x', 'z'], b: 1 }],
  },
  'what cannot be mended is left out': {
    'a list on the line of its field': [lines('a: - x', '   - z', 'b: 1'), ['1:4 valid-yaml'], { b: 1 }],
    'a list item among fields': [lines('a: 1', '- b', 'c: 2'), ['2:1 valid-document'], { a: 1, c: 2 }],
    'a directive': [lines('%YAML 1.1', 'a: 1'), ['1:1 valid-yaml'], { a: 1 }],
  },
  'several mistakes': {
    'are all found': [
      lines(
        'kind Pod',
        'metadata:',
        '\tname: web',
        'spec:',
        '  livenessProbe',
        '    tcpSocket:',
        '      prot:22',
        '  hostname: "a',
      ),
      [
        '1:1 require-colon',
        '3:1 no-tab-indentation',
        '5:3 require-colon',
        '7:7 require-space-after-colon',
        '8:13 require-closing-quote',
      ],
      { kind: 'Pod', metadata: { name: 'web' }, spec: { livenessProbe: { tcpSocket: { prot: 22 } }, hostname: 'a' } },
    ],
  },
};

describe.each(Object.entries(cases))('%s', (_subject, table) => {
  test.each(Object.entries(table))('%s', (_name, [text, problems, object]) => {
    expect(read(text)).toEqual({ problems, object, recovered: true });
  });
});

describe('no mistake is', () => {
  test.each<[string, string, unknown]>([
    [
      'a list in brackets that closes in the column of its field',
      lines('a:', '  b: [', '    c', '  ]'),
      { a: { b: ['c'] } },
    ],
    ['a list in brackets that goes on in the first column', lines('a:', '  b: [', 'c', ']'), { a: { b: ['c'] } }],
    ['a tab in brackets', lines('a: [', '\tb', '  ]'), { a: ['b'] }],
    ['a tab in quotes', lines('a: "b', '\tc"'), { a: 'b c' }],
    ['a tab in a block scalar, behind its indentation', lines('a: |', '  b', '  \tc'), { a: 'b\n\tc\n' }],
    ['a tab between a name and its value', 'a:\tb', { a: 'b' }],
    [
      'a tab on an empty line behind text without quotes',
      lines('a:', '  b: c', '   \t', '  d: 1'),
      { a: { b: 'c', d: 1 } },
    ],
    ['a tab on an empty line behind an item', lines('a:', '- b', '', ' \t', '- c'), { a: ['b', 'c'] }],
    ['a comment right behind quotes', lines('a: "b"#c', "d: 'e'#f"), { a: 'b', d: 'e' }],
    ['a comment right behind brackets', lines('a: [b]#c', 'd: {e: f}#g'), { a: ['b'], d: { e: 'f' } }],
    ['a comment right behind the mark of a block scalar', lines('a: |-#c', '  b'), { a: 'b' }],
    ['a single quote behind a backslash', lines('a: "it\\\'s"', 'b: 1'), { a: "it's", b: 1 }],
    ['two backslashes in front of a slash', 'a: "\\\\/b"', { a: '\\/b' }],
    ['a question mark in quotes inside brackets', 'a: [\'b?c\', "?"]', { a: ['b?c', '?'] }],
    ['a question mark and a colon outside of brackets', lines('a: b?c', 'd: :80'), { a: 'b?c', d: ':80' }],
    ['an image on a line of its own', lines('image:', '  nginx:1.14'), { image: 'nginx:1.14' }],
    ['an argument with a colon', lines('args:', '- host:80'), { args: ['host:80'] }],
  ])('%s', (_name, text, object) => {
    expect(read(text)).toEqual({ problems: [], object, recovered: false });
  });
});

describe('positions', () => {
  test('of a mended document are those of the text as it was written', () => {
    const text = lines('spec:', '  livenessProbe', '\thttpGet:', '\t\tport 80', '\t\tpath: /');
    const document = readManifests(text, { file: 'web.yaml' }).documents[0];
    expect(document?.positionOf(['spec', 'livenessProbe'])).toEqual({ line: 2, column: 3, length: 13 });
    expect(document?.positionOf(['spec', 'livenessProbe', 'httpGet'])).toEqual({ line: 3, column: 2, length: 7 });
    expect(document?.positionOf(['spec', 'livenessProbe', 'httpGet', 'port'], 'value')).toEqual({
      line: 4,
      column: 8,
      length: 2,
    });
    expect(document?.positionOf(['spec', 'livenessProbe', 'httpGet', 'path'], 'value')).toEqual({
      line: 5,
      column: 9,
      length: 1,
    });
  });
});

describe('messages', () => {
  test.each([
    ['what to write, after a harmless name', lines('spec:', '  port:22', '  b: 1'), 'Write `port: 22`'],
    ['no value that may be a secret', lines('stringData:', '  password:hunter2', '  b: 1'), 'Write `password: …`'],
    [
      'no value that may be a secret, before a colon',
      lines('stringData:', '  password hunter2', '  b: 1'),
      'Write `password: …`',
    ],
  ])('say %s', (_name, text, fix) => {
    const { problems } = readManifests(text, { file: 'web.yaml' });
    expect(problems.map((problem) => problem.fix)).toEqual([fix]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  test('of a tab name its lines', () => {
    const { problems } = readManifests(lines('a:', '\tb: 1', '\tc: 1', 'd: 1'), { file: 'web.yaml' });
    expect(problems).toMatchObject([{ line: 2, endLine: 3, reason: 'Malformed' }]);
  });
});
