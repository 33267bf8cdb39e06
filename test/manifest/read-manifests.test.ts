import { readManifests } from '../../lib/manifest/read-manifests';

const lines = (...text: string[]) => text.join('\n');
const read = (text: string | Uint8Array, file = 'web.yaml') => readManifests(text, { file });
const objects = (text: string | Uint8Array) => read(text).documents.map(({ object }) => object);
const found = (text: string | Uint8Array) =>
  read(text).problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe('documents', () => {
  test('are numbered through the file, empty ones left out', () => {
    const { documents, problems } = read(
      lines('---', '# nothing', '---', 'kind: A', '--- # second', 'kind: B', '---', 'null', ''),
    );
    expect(documents.map(({ index, document, object }) => [index, document, object])).toEqual([
      [0, 0, { kind: 'A' }],
      [1, 1, { kind: 'B' }],
    ]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['a byte order mark', '\ufeffkind: A\n'],
    ['line ends of Windows', 'kind: A\r\n---\r\n'],
    ['bytes', Buffer.from('kind: A')],
    ['comments around it', '# a\nkind: A # b\n# c'],
  ])('are read with %s', (_name, text) => {
    expect(objects(text)).toEqual([{ kind: 'A' }]);
  });

  test('may be none at all', () => {
    expect(read('# nothing\n')).toMatchObject({ documents: [], problems: [], skipped: [] });
  });

  test.each([
    ['on the line of the separator', '--- {kind: A}\n', ['1:1 valid-document-separator'], [{ kind: 'A' }]],
    [
      'between the end of a document and a separator',
      'kind: A\n...\nkind: B\n---\nkind: C\n',
      ['3:1 valid-document-separator'],
      [{ kind: 'A' }, { kind: 'C' }],
    ],
  ])('%s are a problem', (_name, text, problems, expected) => {
    expect(found(text)).toEqual(problems);
    expect(objects(text)).toEqual(expected);
  });

  test('that are no objects are a problem, and the others are read', () => {
    const text = lines('kind: A', '---', '- kind: B', '---', 'hello', '---', 'kind: C');
    expect(found(text)).toEqual(['3:1 valid-document', '5:1 valid-document']);
    expect(objects(text)).toEqual([{ kind: 'A' }, { kind: 'C' }]);
  });

  test('do not break each other', () => {
    const text = lines('a: "x', '---', 'b: 1', 'b: 2', '---', 'c: [1');
    const { documents, problems } = read(text);
    expect(problems.map(({ document, line, rule }) => [document, line, rule])).toEqual([
      [0, 1, 'require-closing-quote'],
      [1, 4, 'unique-keys'],
      [2, 6, 'require-closing-bracket'],
    ]);
    expect(documents.map(({ object, recovered }) => [object, recovered])).toEqual([
      [{ a: 'x' }, true],
      [{ b: 2 }, true],
      [{ c: [1] }, true],
    ]);
  });
});

describe('values', () => {
  test.each<[string, string, unknown]>([
    ['an alias is a copy', 'a: &x {b: [1]}\nc: *x', { a: { b: [1] }, c: { b: [1] } }],
    [
      'a merge key gives way to the fields behind it',
      'x: &x {a: 1, b: 1}\nc: {<<: *x, b: 2}',
      { x: { a: 1, b: 1 }, c: { a: 1, b: 2 } },
    ],
    ['of several merged objects the first wins', 'c: {<<: [{a: 1}, {a: 2, b: 2}]}', { c: { a: 1, b: 2 } }],
    ['a merge key in quotes is a name', '"<<": {a: 1}', { '<<': { a: 1 } }],
    ['names become text', '1: a\n1.5: b\nyes: c\n1e3: d', { 1: 'a', 1.5: 'b', true: 'c', 1000: 'd' }],
    ['quotes make text', 'a: "1"\nb: \'yes\'', { a: '1', b: 'yes' }],
    ['tags make text', 'a: !!str 1\nb: ! 2\nc: !own 3\nd: !!str', { a: '1', b: '2', c: '3', d: '' }],
    ['tags make numbers', 'a: !!int "1"\nb: !!float 3\nc: !!int 0x1F', { a: 1, b: 3, c: 31 }],
    ['bytes become text', 'a: !!binary aGVsbG8=', { a: 'hello' }],
    ['a merge key may be marked', 'a: {!!merge <<: {b: 1}}', { a: { b: 1 } }],
    [
      'names keep all digits',
      '1234567890123456789: a\n1000000.5: b',
      { '1234567890123456789': 'a', '1.0000005e+06': 'b' },
    ],
    ['other line breaks stand in quotes', 'a: "b\u2028c"\nd: e # f\u2028', { a: 'b\u2028c', d: 'e' }],
    ['escapes', 'a: "\\u0041\\x42\\U0001F600\\\\/"', { a: 'AB\u{1F600}\\/' }],
    [
      'block scalars keep or lose their line ends',
      'a: |\n  b\nc: |-\n  d\ne: >\n  f\n  g\n',
      { a: 'b\n', c: 'd', e: 'f g\n' },
    ],
    ['a name without a value is null', 'a:\nb: {c}', { a: null, b: { c: null } }],
  ])('%s', (_name, text, object) => {
    expect(read(text)).toMatchObject({ problems: [] });
    expect(objects(text)).toEqual([object]);
  });

  test.each<[string, string, ...string[]]>([
    ['a name set twice', 'a: 1\nb: 2\na: 3', '3:1 unique-keys'],
    ['a name set twice in different spellings', 'yes: 1\n"true": 2', '2:1 unique-keys'],
    ['a name that is null', '~: 1', '1:1 valid-key'],
    ['a name that is a list', '? [a]\n: 1', '1:3 valid-key'],
    ['an unknown anchor', 'a: *x', '1:4 valid-alias'],
    ['an alias inside of itself', 'a: &x [*x]', '1:8 valid-alias'],
    ['a merge of a text', 'a: {<<: b}', '1:9 valid-alias'],
    ['infinity', 'a: .inf', '1:4 valid-number'],
    ['a number that is none', 'a: [.nan]', '1:5 valid-number'],
    ['a value that does not fit its tag', 'a: !!int x', '1:10 valid-yaml'],
    ['bytes that are no base64', 'a: !!binary aGV', '1:13 valid-yaml'],
    ['a name that is a number beyond 64 bits', '18446744073709551615: a', '1:1 valid-key'],
    ['an escape of JSON', 'a: "b\\/c"', '1:6 valid-yaml'],
    ['half a character', 'a: "\\ud83d\\ude00"', '1:5 valid-yaml', '1:11 valid-yaml'],
    ['a line break of YAML 1.1 in a text', 'a: |\n  b\u2028c\n', '2:4 valid-encoding'],
    ['a line break of YAML 1.1 in a comment', '# b\u0085c\na: 1', '1:4 valid-encoding'],
    ['a byte order mark inside of the file', 'a: 1\n---\n\ufeffb: 2', '3:1 valid-encoding'],
  ])('%s is a problem', (_name, text, ...problems) => {
    expect(found(text)).toEqual(problems);
  });

  test('a name set twice is reported with the line of the first', () => {
    expect(read('a: 1\n\na: 2').problems[0]?.message).toContain('line 1');
  });
});

describe('lists', () => {
  test.each<[string, string[], unknown[]]>([
    [
      'a List is its items',
      ['apiVersion: v1', 'kind: List', 'items:', '- {kind: A}', '- {kind: B}'],
      [{ kind: 'A' }, { kind: 'B' }],
    ],
    [
      'the items of a typed list have its version and kind',
      ['apiVersion: v1', 'kind: PodList', 'items:', '- metadata: {name: a}', '- kind: Other'],
      [
        { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } },
        { apiVersion: 'v1', kind: 'Other' },
      ],
    ],
    [
      'a List in a List is its items',
      ['kind: List', 'items:', '- kind: List', '  items: [{kind: A}]', '- kind: B'],
      [{ kind: 'A' }, { kind: 'B' }],
    ],
    ['an empty List is nothing', ['kind: List', 'items: []'], []],
    ['a kind that only ends alike is an object', ['kind: AllowList', 'spec: {}'], [{ kind: 'AllowList', spec: {} }]],
  ])('%s', (_name, text, expected) => {
    expect(objects(lines(...text))).toEqual(expected);
  });

  test('keep the positions of their items', () => {
    const { documents } = read(lines('kind: List', 'items:', '- kind: A', '- kind: B', '  spec: {a: 1}'));
    expect(documents.map((document) => document.positionOf(['kind'])?.line)).toEqual([3, 4]);
    expect(documents[1]?.positionOf(['spec', 'a'], 'value')).toEqual({ line: 5, column: 13, length: 1 });
    expect(documents[1]?.closestPositionOf(['metadata', 'name'])).toMatchObject({ line: 4, column: 3 });
  });

  test('with an item that is no object have a problem there', () => {
    expect(found(lines('kind: List', 'items:', '- kind: A', '- 7'))).toEqual(['4:3 valid-document']);
  });
});

describe('positions', () => {
  const text = lines(
    '# a Pod',
    '---',
    'kind: Pod',
    'spec:',
    '  containers:',
    '    - name: web',
    '      "image": nginx',
    '      env: &env',
    '        - name: A',
    '      more:',
    '        <<: {x: 1}',
    '      same: *env',
    '1: a',
  );
  const document = read(text).documents[0];

  test.each([
    [['kind'], 'key', { line: 3, column: 1, length: 4 }],
    [['kind'], 'value', { line: 3, column: 7, length: 3 }],
    [['spec', 'containers', 0, 'image'], 'key', { line: 7, column: 7, length: 7 }],
    [['spec', 'containers', 0, 'image'], 'value', { line: 7, column: 16, length: 5 }],
    [['spec', 'containers', 0], 'key', { line: 6, column: 7, length: 9 }],
    [['spec', 'containers', 0, 'more', 'x'], 'value', { line: 11, column: 17, length: 1 }],
    [['spec', 'containers', 0, 'same'], 'value', { line: 12, column: 13, length: 4 }],
    [['spec', 'containers', 0, 'same', 0, 'name'], 'value', { line: 9, column: 17, length: 1 }],
    [['1'], 'value', { line: 13, column: 4, length: 1 }],
    [['spec', 'containers', 1], 'key', undefined],
    [['kind', 'name'], 'key', undefined],
    [['__proto__'], 'key', undefined],
  ] as const)('of %j, its %s', (path, part, position) => {
    expect(document?.positionOf(path, part)).toEqual(position);
  });

  test('of a missing field are those of the closest object around it', () => {
    expect(document?.closestPositionOf(['spec', 'containers', 0, 'ports', 0, 'name'])).toEqual({
      line: 6,
      column: 7,
      length: 9,
    });
    expect(document?.closestPositionOf(['metadata'])).toEqual({ line: 3, column: 1, length: 9 });
  });
});

describe('what is no manifest', () => {
  test.each([
    ['a Kustomization by its name', 'base/kustomization.yaml', 'resources: []', 'kustomize'],
    [
      'a Kustomization by its group',
      'web.yaml',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization',
      'kustomize',
    ],
    ['Helm values', 'chart/values-prod.yaml', 'replicas: 1', 'helm template'],
    ['a Helm chart', 'chart\\Chart.yaml', 'apiVersion: v2\nname: web', 'helm template'],
    ['a Helm template', 'web.yaml', 'kind: Pod\nspec:\n  {{- toYaml .Values.spec | nindent 2 }}\n', 'helm template'],
    [
      'a Helm template with a value',
      'web.yaml',
      'kind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n',
      'helm template',
    ],
    ['a Compose file', 'docker-compose.yml', 'services: {}', 'Compose'],
    ['the configuration of cdk8s', 'cdk8s.yaml', 'language: typescript', 'cdk8s'],
    ['the configuration of Skaffold', 'skaffold.yaml', 'apiVersion: skaffold/v4beta1\nkind: Config', 'program'],
    ['a cluster of kind', 'kind.yaml', 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster', 'program'],
    ['the configuration of a kubelet', 'a.yaml', 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: X', 'program'],
    ['an audit policy', 'a.yaml', 'apiVersion: audit.k8s.io/v1\nkind: Policy', 'program'],
    ['a kubeconfig', 'config.yaml', 'apiVersion: v1\nkind: Config\nclusters: []', 'kubeconfig'],
  ])('is skipped with a reason: %s', (_name, file, text, reason) => {
    const { documents, problems, skipped } = read(text, file);
    expect({ documents, problems }).toEqual({ documents: [], problems: [] });
    expect(skipped).toEqual([{ document: 0, line: 1, reason: expect.stringContaining(reason) }]);
  });

  test.each([
    ['a manifest named like values', 'values.yaml', 'kind: Pod'],
    ['a custom resource of a project of Kubernetes', 'a.yaml', 'apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster'],
    ['a Config of v1 that is no kubeconfig', 'a.yaml', 'apiVersion: v1\nkind: Config'],
    ['a manifest with a misspelt apiVersion', 'web.yaml', 'apiVerison: v1'],
    ['a template in a block scalar', 'web.yaml', 'data:\n  a: |\n    {{ .Values.x }}\n'],
    ['a template in quotes', 'web.yaml', 'data:\n  a: "{{ .Values.x }}"\n'],
  ])('is read: %s', (_name, file, text) => {
    expect(read(text, file)).toMatchObject({ documents: [{ index: 0 }], problems: [], skipped: [] });
  });

  test('a broken text beside a template in a block scalar is no Helm template', () => {
    expect(found('data:\n  a: |\n    {{ .Values.x }}\nkind ConfigMap\nspec: 1')).toEqual(['4:1 require-colon']);
  });

  test('the line of a skipped document is given', () => {
    const text = 'kind: A\n---\napiVersion: kustomize.config.k8s.io/v1\n---\nkind: B';
    expect(read(text).skipped).toMatchObject([{ document: 1, line: 3 }]);
    expect(objects(text)).toEqual([{ kind: 'A' }, { kind: 'B' }]);
  });
});

describe('hostile input', () => {
  test('aliases of aliases stop at a limit', () => {
    const levels = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, target] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'])
      levels.push(`${name}: &${name} [${Array(9).fill(`*${target}`).join(', ')}]`);
    expect(read(levels.join('\n')).problems).toMatchObject([{ rule: 'no-excessive-aliases' }]);
  });

  test.each([
    ['brackets', `a: ${'['.repeat(100_000)}`],
    ['closed brackets', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['braces', `a: ${'{a: '.repeat(100_000)}`],
    ['dashes', `${'- '.repeat(100_000)}a`],
    ['lines', Array.from({ length: 1_000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['brackets of JSON', `{"a": ${'['.repeat(100_000)}`],
    ['braces of JSON', '{"a": '.repeat(100_000)],
    ['brackets just over the limit', `a: ${'['.repeat(200)}${']'.repeat(200)}`],
  ])('%s nested without end are refused', (_name, text) => {
    expect(read(text).problems).toMatchObject([{ rule: 'valid-nesting-depth' }]);
  });

  test('nesting up to the limit is read', () => {
    expect(found(`a: ${'['.repeat(199)}${']'.repeat(199)}`)).toEqual([]);
    expect(found(`{"a": ${'['.repeat(199)}${']'.repeat(199)}}`)).toEqual([]);
  });

  test.each([
    ['YAML', '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\ntoString: x'],
    ['JSON', '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": "x"}'],
    ['a merge', '<<: {__proto__: {polluted: 1}}\nconstructor: 1\ntoString: x'],
  ])('names of prototypes are names like others in %s', (_name, text) => {
    const object = objects(text)[0] ?? {};
    expect(Object.keys(object).sort()).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(read(text).problems).toEqual([]);
  });

  test('bytes that are not UTF-8 are a problem, and the rest is read', () => {
    const bytes = Buffer.from([...Buffer.from('a: x'), 0xff, ...Buffer.from('z\nb: 1')]);
    expect(found(bytes)).toEqual(['1:5 valid-encoding']);
    expect(objects(bytes)).toEqual([{ a: 'x z', b: 1 }]);
  });

  test('a replacement character in good UTF-8 is text', () => {
    expect(read(Buffer.from('a: \ufffd')).problems).toEqual([]);
  });

  test('control characters are a problem, one for each line', () => {
    expect(found('a: x\0y\0\nb: \x07\nc: 1')).toEqual(['1:5 valid-encoding', '2:4 valid-encoding']);
    expect(objects('a: x\0y\nc: 1')).toEqual([{ a: 'x y', c: 1 }]);
  });

  test('a document of more than 16 MiB is refused, the others are read', () => {
    const text = `kind: A\n---\na: |\n${'  some text\n'.repeat(1_500_000)}---\nkind: B`;
    expect(found(text)).toEqual(['3:1 valid-document-size']);
    expect(objects(text)).toEqual([{ kind: 'A' }, { kind: 'B' }]);
  });

  test('a document of more than 100,000 lines is refused before it fills the memory', () => {
    const text = `kind: A\n---\n${'- a: b\n  c: "d"\n'.repeat(80_000)}---\nkind: B`;
    expect(read(text).problems).toMatchObject([{ rule: 'valid-document-size' }]);
    expect(objects(text)).toEqual([{ kind: 'A' }, { kind: 'B' }]);
  });

  test('brackets that open without end are refused where they are too deep', () => {
    expect(found(`a: ${'['.repeat(400_000)}`)).toEqual(['1:204 valid-nesting-depth']);
    expect(found(`{"a": ${'[{"a": '.repeat(100_000)}`)).toEqual(['1:701 valid-nesting-depth']);
  });

  test('a text of nothing but brackets is given up early', () => {
    const started = process.cpuUsage();
    for (const brackets of ['}{}{', '][', '}', '{}']) {
      expect(read(`a\n${brackets.repeat(100_000)}`).problems).toHaveLength(1);
    }
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(4);
    expect(Error.stackTraceLimit).toBeGreaterThan(0);
  });

  test('a text with many spaces before its end takes no quadratic time', () => {
    const started = process.cpuUsage();
    expect(objects(`v: a${' '.repeat(200_000)}b #c`)).toEqual([{ v: `a${' '.repeat(200_000)}b` }]);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2);
  });

  test('fifty thousand equal keys and many anchors take no quadratic time', () => {
    const started = process.cpuUsage();
    expect(read(`a:\n${'  k: v\n'.repeat(50_000)}`).problems).toHaveLength(49_999);
    expect(found(Array.from({ length: 20_000 }, (_, index) => `k${index}: &a${index} x`).join('\n'))).toEqual([]);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10);
  });

  test.each([
    ['quotes', "a: 'x\n".repeat(20_000)],
    ['commas', `a: {${','.repeat(50_000)}`],
    ['tabs', `a:\n${'\t'.repeat(50_000)}b: c`],
    ['colons', `a${': '.repeat(50_000)}`],
    ['spaces', `a: "${' '.repeat(200_000)}x\n\tb`],
  ])('a text of nothing but %s ends soon, with a problem', (_name, text) => {
    const started = process.cpuUsage();
    expect(read(text).problems.length).toBeGreaterThan(0);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10);
  });
});
