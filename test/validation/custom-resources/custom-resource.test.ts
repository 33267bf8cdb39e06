import { validate } from '../../../lib/validation/validate';
import { definition, findings, findingsOf, widget } from './widgets';

const SPEC = { type: 'object', properties: { size: { type: 'integer' } } } as const;
const SCHEMA = { properties: { spec: SPEC, status: { type: 'object', required: ['phase'], properties: {} } } };

test('an object of an unknown definition is not checked, and that is said once for a kind', () => {
  const diagnostics = validate([
    widget({}),
    widget({}),
    widget({}, { apiVersion: 'example.com/v2' }),
    widget({}, { kind: 'Gadget' }),
  ]);
  expect(
    diagnostics.map(({ rule, severity, reason, object, count, message }) => [
      rule,
      severity,
      reason,
      object.index,
      object.kind,
      count,
      message.includes('3 objects'),
    ]),
  ).toEqual([
    ['unchecked-custom-resource', 'info', 'NotChecked', 0, 'Widget', 3, true],
    ['unchecked-custom-resource', 'info', 'NotChecked', 3, 'Gadget', undefined, false],
  ]);
});

test('the definition is found among the objects, in any order, and beside them', () => {
  const wrong = widget({ size: 'big' });
  const found = (diagnostics: ReturnType<typeof validate>) => diagnostics.map(({ field, reason }) => [field, reason]);
  const expected = [['spec.size', 'FieldValueTypeInvalid']];
  expect(found(validate([definition(SCHEMA), wrong]))).toEqual(expected);
  expect(found(validate([wrong, definition(SCHEMA)]))).toEqual(expected);
  expect(found(validate([wrong], { customResourceDefinitions: [definition(SCHEMA)] }))).toEqual(expected);
});

test('a definition that does not decode defines nothing', () => {
  const broken = definition(SCHEMA, {}, { versions: 'v1' });
  expect(validate([widget({}), broken]).map(({ rule }) => rule)).toEqual(['unchecked-custom-resource', 'valid-type']);
});

test('a kind that is near to a defined one is a hint, not an error', () => {
  const [found] = validate([widget({}, { kind: 'Wigdet' })], { customResourceDefinitions: [definition(SCHEMA)] });
  expect(found).toMatchObject({ severity: 'info', fix: expect.stringContaining('Widget') });
});

test('a defined kind is never taken for a misspelt one of Kubernetes', () => {
  const own = definition(SCHEMA, {}, { group: 'apps.k8s.io', names: { kind: 'Deployment', plural: 'deployments' } });
  const object = { apiVersion: 'apps.k8s.io/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { size: 'x' } };
  expect(findingsOf(object, own)).toEqual(['spec.size: FieldValueTypeInvalid']);
});

test('rules for kinds of Kubernetes do not look at custom kinds of the same name', () => {
  const own = definition(
    { properties: { spec: { type: 'object' } } },
    {},
    { names: { kind: 'Service', plural: 'services' } },
  );
  expect(findingsOf(widget({}, { kind: 'Service' }), own)).toEqual([]);
});

describe('the version', () => {
  const schema = { openAPIV3Schema: { type: 'object' as const } };
  const two = definition(
    {},
    {},
    {
      versions: [
        { name: 'v1beta1', served: false, storage: false, schema },
        { name: 'v1', served: true, storage: true, schema },
      ],
    },
  );
  test.each([
    ['example.com/v1', []],
    ['example.com/v1beta1', ['apiVersion: UnknownKind']],
    ['example.com/v2', ['apiVersion: UnknownKind']],
    ['example.com/v1/x', ['apiVersion: UnknownKind']],
    ['example.com', ['apiVersion: UnknownKind']],
  ])('%s', (apiVersion, expected) => {
    expect(findingsOf({ apiVersion, kind: 'Widget', metadata: { name: 'web' } }, two)).toEqual(expected);
  });
  test('the one that is served is named', () => {
    const [found] = validate([widget({}, { apiVersion: 'example.com/v2' }), two]);
    expect(found?.fix).toBe('Write apiVersion: example.com/v1.');
  });
});

describe('metadata', () => {
  const cases: [string, Record<string, unknown>, string[]][] = [
    ['a name', { name: 'web' }, []],
    ['a generated name', { generateName: 'web-' }, []],
    [
      'what a cluster prints',
      { name: 'web', creationTimestamp: null, generation: -1, uid: 'x', resourceVersion: '1' },
      [],
    ],
    ['no name', {}, ['metadata.name: FieldValueRequired']],
    ['a wrong name', { name: 'My_Web' }, ['metadata.name: FieldValueInvalid']],
    ['a wrong label', { name: 'web', labels: { app: 'a b' } }, ['metadata.labels: FieldValueInvalid']],
    ['a label that is no text', { name: 'web', labels: { app: 1 } }, ['metadata.labels[app]: Malformed']],
    ['an unknown field', { name: 'web', lables: {} }, ['metadata.lables: UnknownField']],
    ['a wrong finalizer', { name: 'web', finalizers: ['a b'] }, ['metadata.finalizers: FieldValueInvalid']],
  ];
  test.each(cases)('%s', (_name, metadata, expected) => {
    const found = findingsOf({ ...widget({}), metadata }, definition(SCHEMA));
    expect([...new Set(found)].slice(0, 1)).toEqual(expected);
  });
  test('the namespace of a cluster-scoped kind is dropped', () => {
    const object = { ...widget({}), metadata: { name: 'web', namespace: 'My_Team' } };
    expect(findingsOf(object, definition(SCHEMA))).toEqual(['metadata.namespace: FieldValueInvalid']);
    expect(findingsOf(object, definition(SCHEMA, {}, { scope: 'Cluster' }))).toEqual([]);
  });
});

describe('subresources', () => {
  test('the status of a new object is dropped where it is a resource of its own', () => {
    const object = widget({}, { status: {} });
    expect(findingsOf(object, definition(SCHEMA))).toEqual(['status.phase: FieldValueRequired']);
    expect(findingsOf(object, definition(SCHEMA, { subresources: { status: {} } }))).toEqual([]);
    expect(findingsOf(widget({}, { status: { x: 1 } }), definition(SCHEMA, { subresources: { status: {} } }))).toEqual([
      'status.x: UnknownField',
    ]);
  });
  const any = { properties: { spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } } };
  const scaled = definition(any, {
    subresources: { scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' } },
  });
  test.each([
    [undefined, []],
    [0, []],
    [2 ** 31 - 1, []],
    [-1, ['.spec.replicas: FieldValueInvalid']],
    [2 ** 31, ['.spec.replicas: FieldValueInvalid']],
    ['3', ['.spec.replicas: FieldValueInvalid']],
  ])('replicas %j', (replicas, expected) => {
    expect(findingsOf(widget(replicas === undefined ? {} : { replicas }), scaled)).toEqual(expected);
  });
});

test('fields are kept in every version where the definition keeps unknown ones', () => {
  expect(findings(SCHEMA, { colour: 'red' })).toEqual(['spec.colour: UnknownField']);
  expect(findingsOf(widget({ colour: 'red' }), definition(SCHEMA, {}, { preserveUnknownFields: true }))).toEqual([]);
});

test('values under names that sound secret do not appear', () => {
  const schema = {
    properties: { spec: { type: 'object', properties: { password: { type: 'string', pattern: '^x', enum: ['xy'] } } } },
  };
  const found = validate([widget({ password: 'hunter2' }), definition(schema)]);
  expect(found.map(({ field }) => field)).toEqual(['spec.password', 'spec.password']);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test('CEL rules that are not evaluated are reported once for a definition', () => {
  const rule = { rule: 'ip(string(self.size)).family() == 4' };
  const schema = { properties: { spec: { ...SPEC, 'x-kubernetes-validations': [rule] } } };
  const found = validate([widget({ size: 0 }), widget({ size: 0 }), definition(schema)]);
  expect(found.map(({ rule: id, severity, reason, count }) => [id, severity, reason, count])).toEqual([
    ['unchecked-schema-rule', 'info', 'NotChecked', 2],
  ]);
});

test('the object and the definition stay as they are', () => {
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  const schema = {
    properties: {
      spec: { type: 'object', default: { size: 1 }, properties: { size: { type: 'integer', default: 2 } } },
    },
  };
  const objects = [
    freeze({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'web' }, spec: { size: null } }),
    freeze(definition(schema)),
  ];
  expect(validate(objects)).toEqual([]);
});

test('two objects of one name in an app are one too many', () => {
  const found = validate([widget({}), widget({}), definition(SCHEMA)], { oneApp: true });
  expect(found.map(({ rule, object }) => [rule, object.index])).toEqual([['unique-object', 1]]);
});
