import { decode } from '../../../lib/validation/decoding/decode';

const POD = 'core.v1.Pod';
const found = (value: unknown, type = POD, minor = 36) =>
  decode(value, type, minor).findings.map(({ field, reason }) => `${field}: ${reason}`);
const container = (fields: object) => ({ spec: { containers: [{ name: 'app', ...fields }] } });
const decoded = (fields: object) => {
  const { spec } = decode(container(fields), POD, 36).object as { spec: { containers: object[] } };
  return spec.containers[0];
};

describe('what decodes', () => {
  test.each<[string, object, object]>([
    ['null fields are absent', { image: null, ports: null, resources: null }, {}],
    [
      'zero values of what Go holds by value are absent',
      { image: '', tty: false, livenessProbe: { periodSeconds: 0 } },
      { livenessProbe: {} },
    ],
    [
      'zero values behind pointers stay',
      { securityContext: { runAsUser: 0, privileged: false } },
      { securityContext: { runAsUser: 0, privileged: false } },
    ],
    ['zero values that are always written stay', { ports: [{ containerPort: 0 }] }, { ports: [{ containerPort: 0 }] }],
    ['null items are empty items', { command: ['a', null], ports: [null] }, { command: ['a', ''], ports: [{}] }],
    ['holes are empty items, too', { command: new Array(1), ports: new Array(1) }, { command: [''], ports: [{}] }],
    [
      'null entries of a map are zero values',
      { resources: { limits: { cpu: null } } },
      { resources: { limits: { cpu: '0' } } },
    ],
    [
      'empty lists and maps stay',
      { command: [], resources: { limits: {} } },
      { command: [], resources: { limits: {} } },
    ],
    ['undefined is absent', { image: undefined, unknown: undefined }, {}],
  ])('%s', (_name, given, expected) => {
    expect(found(container(given))).toEqual([]);
    expect(decoded(given)).toEqual({ name: 'app', ...expected });
  });

  test('the given object is left as it is', () => {
    const given = Object.freeze(container(Object.freeze({ image: null })));
    decode(given, POD, 36);
    expect(given).toEqual(container({ image: null }));
  });
});

test.each<[string, object, string[]]>([
  ['a number for a string', { image: 1 }, ['spec.containers[0].image: Malformed']],
  [
    'a string for a number',
    { ports: [{ containerPort: '80' }] },
    ['spec.containers[0].ports[0].containerPort: Malformed'],
  ],
  ['a fraction', { ports: [{ containerPort: 1.5 }] }, ['spec.containers[0].ports[0].containerPort: Malformed']],
  ['beyond 32 bits', { ports: [{ containerPort: 2 ** 31 }] }, ['spec.containers[0].ports[0].containerPort: Malformed']],
  ['a string for a boolean', { tty: 'yes' }, ['spec.containers[0].tty: Malformed']],
  ['a string for a list', { command: 'run' }, ['spec.containers[0].command: Malformed']],
  ['a list for a struct', { resources: [] }, ['spec.containers[0].resources: Malformed']],
  ['a list for a map', { resources: { limits: [] } }, ['spec.containers[0].resources.limits: Malformed']],
  ['no quantity', { resources: { limits: { cpu: '1gb' } } }, ['spec.containers[0].resources.limits[cpu]: Malformed']],
  [
    'a boolean for an int-or-string',
    { livenessProbe: { httpGet: { port: true } } },
    ['spec.containers[0].livenessProbe.httpGet.port: Malformed'],
  ],
  [
    'every wrong type and unknown field at once',
    { image: 1, tty: 1, imag: '' },
    [
      'spec.containers[0].image: Malformed',
      'spec.containers[0].tty: Malformed',
      'spec.containers[0].imag: UnknownField',
    ],
  ],
  ['a field in another letter case', { Image: 'a' }, ['spec.containers[0].Image: UnknownField']],
  ['an unknown field that is null', { imag: null }, ['spec.containers[0].imag: UnknownField']],
])('refuses %s', (_name, fields, expected) => expect(found(container(fields))).toEqual(expected));

test.each<[string, string, unknown, boolean]>([
  ['a time', '2026-01-31T08:00:00Z', 'time', true],
  ['a time with a zone and a fraction', '2026-01-31T08:00:00.5+09:00', 'time', true],
  ['a day that does not exist', '2026-02-30T08:00:00Z', 'time', false],
  ['a leap day', '2024-02-29T08:00:00Z', 'time', true],
  ['a time without a zone', '2026-01-31T08:00:00', 'time', false],
  ['a date', '2026-01-31', 'time', false],
  ['an empty time', '', 'time', false],
  ['hour 24', '2026-01-31T24:00:00Z', 'time', false],
  ['an hour of one digit', '2026-01-31T8:00:00Z', 'time', true],
])('%s: %s', (_name, value, _type, valid) => {
  expect(found({ metadata: { creationTimestamp: value } })).toEqual(
    valid ? [] : ['metadata.creationTimestamp: Malformed'],
  );
});

test.each<[string, unknown, boolean]>([
  ['six decimals', '2026-01-31T08:00:00.000000Z', true],
  ['six decimals behind a comma', '2026-01-31T8:00:00,000000+09:00', true],
  ['three decimals', '2026-01-31T08:00:00.000Z', false],
  ['seven decimals', '2026-01-31T08:00:00.0000000Z', false],
  ['no decimals', '2026-01-31T08:00:00Z', false],
  ['a number', 5, false],
])('a micro time with %s', (_name, acquireTime, valid) => {
  expect(found({ spec: { acquireTime } }, 'coordination.v1.Lease')).toEqual(
    valid ? [] : ['spec.acquireTime: Malformed'],
  );
});

test.each<[string, unknown, boolean]>([
  ['padded base64', 'aGk=', true],
  ['base64 over lines', 'aGk=\n', true],
  ['a list of bytes', [1, 255], true],
  ['a list with null', [null, 1], true],
  ['no padding', 'aGk', false],
  ['no base64', 'hi!', false],
  ['a list of other numbers', [256], false],
  ['a number', 5, false],
])('bytes as %s', (_name, value, valid) => {
  expect(found({ data: { a: value } }, 'core.v1.Secret')).toEqual(valid ? [] : ['data[a]: Malformed']);
});

test.each<[string, unknown, string[]]>([
  [
    'a schema, a list of schemas, a boolean',
    { items: [{ type: 'string' }], additionalProperties: true, dependencies: { a: ['b'] } },
    [],
  ],
  [
    'a schema below, which is not decoded strictly',
    { additionalProperties: { typ: 'string' }, items: { properties: { a: { typ: 'string' } }, type: 1 } },
    ['schema.openAPIV3Schema.items.type: Malformed'],
  ],
  [
    'an unknown word in a property',
    { properties: { a: { typ: 'string' } } },
    ['schema.openAPIV3Schema.properties.a.typ: UnknownField'],
  ],
  ['a number for a schema', { items: 1 }, ['schema.openAPIV3Schema.items: Malformed']],
])('a CustomResourceDefinition with %s', (_name, openAPIV3Schema, expected) => {
  expect(found({ schema: { openAPIV3Schema } }, 'apiextensions.v1.CustomResourceDefinitionVersion')).toEqual(expected);
});

test('fields know their minors', () => {
  const given = container({ restartPolicyRules: [] });
  expect(found(given, POD, 34)).toEqual([]);
  expect(decode(given, POD, 33).findings).toMatchObject([
    { reason: 'UnknownField', detail: 'is known since Kubernetes 1.34' },
  ]);
});

test.each<[string, object, string | undefined]>([
  ['a number for a text', { workingDir: 5 }, 'Put it in quotes.'],
  ['a boolean for a text', { workingDir: true }, 'Put it in quotes.'],
  ['a list for a text', { workingDir: [] }, undefined],
  ['a text for a number', { livenessProbe: { periodSeconds: '5' } }, 'Write it without quotes.'],
  ['a text for a boolean', { stdin: 'true' }, 'Write it without quotes.'],
  ['words for a number', { livenessProbe: { periodSeconds: '5s' } }, undefined],
  ['a fraction for a whole number', { livenessProbe: { periodSeconds: '0.5' } }, undefined],
  ['another word for a boolean', { stdin: 'yes' }, undefined],
])('of %s it says what to do about its quotes', (_name, given, fix) => {
  const { findings } = decode(container(given), POD, 36);
  expect(findings.map((finding) => finding.fix)).toEqual([fix]);
});

test('messages never hold the value', () => {
  const messages = decode(
    { stringData: { password: 31337 }, data: { key: 'hunter2!' } },
    'core.v1.Secret',
    36,
  ).findings.map(({ detail, fix }) => `${detail} ${fix}`);
  expect(messages).toHaveLength(2);
  expect(messages.join()).not.toMatch(/31337|hunter2/);
});
