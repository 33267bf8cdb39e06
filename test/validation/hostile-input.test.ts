import * as cron from '../../lib/kubernetes/cron-schedule';
import * as images from '../../lib/kubernetes/defaults/image-pull-policy';
import * as formats from '../../lib/kubernetes/formats';
import * as duration from '../../lib/kubernetes/go-duration';
import * as indexList from '../../lib/kubernetes/index-list';
import * as ip from '../../lib/kubernetes/ip';
import { kinds } from '../../lib/kubernetes/kinds';
import * as localPaths from '../../lib/kubernetes/local-path';
import * as quantity from '../../lib/kubernetes/quantity';
import * as resourceNames from '../../lib/kubernetes/resource-name-format';
import * as timeZones from '../../lib/kubernetes/time-zone';
import * as whiteSpace from '../../lib/kubernetes/white-space';
import type { Diagnostic } from '../../lib/validation/diagnostic';
import { validate } from '../../lib/validation/validate';
import { definition, widget } from './custom-resources/widgets';
import { deployment, object, pod, podWithContainer } from './manifests';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', '__defineGetter__'];
/** Functions of these modules that take something else than text. */
const NO_TEXT = new Set([
  'portNumber',
  'formatIP',
  'isWithin',
  'formatQuantity',
  'wholeValue',
  'milliValue',
  'compareQuantities',
]);
const FORMATS = [
  'byte',
  'cidr',
  'date',
  'date-time',
  'duration',
  'email',
  'hexcolor',
  'hostname',
  'ipv4',
  'ipv6',
  'mac',
  'uri',
  'uuid',
];
const LEVELS = 100_000;
const MANY = 100_000;

/** An object with one own field, whatever its name. */
const field = (name: string, value: unknown): Record<string, unknown> =>
  JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`);
const found = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ field: at, reason }) => `${at}: ${reason}`);
const check = (...objects: unknown[]) => found(validate(objects, { oneApp: true }));

function nested(wrap: (inner: unknown) => unknown, levels = LEVELS): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

describe('nesting', () => {
  const inLists = nested((inner) => [inner]);
  const inObjects = nested((inner) => ({ a: inner }));
  test.each<[string, unknown, RegExp]>([
    ['a list as the object', inLists, /^: Malformed$/],
    ['an object without a kind', inObjects, /^apiVersion: UnknownKind$/],
    ['a scalar', pod({ hostname: inLists }), /^spec\.hostname: Malformed$/],
    ['an unknown field', pod({ a: inObjects }), /^spec\.a: UnknownField$/],
    ['labels', pod({}, { labels: inObjects }), /^metadata\.labels\[a\]: Malformed$/],
    [
      'data that is kept as it is',
      object('apps/v1', 'ControllerRevision', { revision: 1, data: inObjects }),
      /^data\.a/,
    ],
    [
      'a schema',
      definition(nested((inner) => ({ properties: { a: inner } })) as object),
      /^spec\.versions\[0\]\.schema\.openAPIV3Schema\.properties.*: Malformed$/,
    ],
    ['an unchecked custom resource', widget(inObjects), /^: NotChecked$/],
  ])('%s', (_name, given, expected) => {
    expect(check(given)).toEqual([expect.stringMatching(expected)]);
  });

  test('a custom resource', () => {
    const schema = { properties: { spec: { 'x-kubernetes-preserve-unknown-fields': true } } };
    expect(check(definition(schema), widget(inObjects))).toEqual([expect.stringMatching(/^spec\.a.*: Malformed$/)]);
  });
});

describe('values that hold themselves', () => {
  const itself: Record<string, unknown> = {};
  itself.a = itself;
  itself.properties = { a: itself, b: itself };
  itself.spec = itself;
  itself.containers = [itself, itself];
  test.each<[string, unknown]>([
    ['an object', { ...itself, apiVersion: 'v1', kind: 'Pod', metadata: itself }],
    ['a spec', pod(itself)],
    ['metadata', pod({}, itself)],
    ['data that is kept as it is', object('apps/v1', 'ControllerRevision', { revision: 1, data: itself })],
    ['a schema', definition(itself)],
    ['a custom resource', widget(itself)],
  ])('%s', (_name, given) => {
    expect(
      check(given, definition({ properties: { spec: { 'x-kubernetes-preserve-unknown-fields': true } } })),
    ).not.toEqual([]);
  });

  test('a schema that holds another one twice, and so on, is not followed for ever', () => {
    let doubled: object = { type: 'string' };
    for (let level = 0; level < 60; level += 1) doubled = { properties: { a: doubled, b: doubled } };
    expect(check(definition(doubled))).toEqual([expect.stringMatching(/: Malformed$/)]);
  });
});

describe.each(NAMES)('%s', (name) => {
  const unknownField = (at: string) => [`${at}${name}: UnknownField`];
  test('is an unknown field of the object, of its metadata, its spec and its containers', () => {
    expect(check({ ...pod(), ...field(name, {}) }).concat(check(Object.assign(field(name, {}), pod())))).not.toEqual(
      [],
    );
    const whole = JSON.parse(JSON.stringify(pod()).replace('{', `{${JSON.stringify(name)}: {},`));
    expect(check(whole)).toEqual(unknownField(''));
    const inMetadata = JSON.parse(JSON.stringify(pod()).replace('"metadata":{', `"metadata":{"${name}": {},`));
    expect(check(inMetadata)).toEqual(unknownField('metadata.'));
    const inContainer = JSON.parse(JSON.stringify(pod()).replace('[{', `[{"${name}": {},`));
    expect(check(inContainer)).toEqual(unknownField('spec.containers[0].'));
  });

  test('is a key of labels, annotations and data like any other', () => {
    const letters = /^[A-Za-z]/.test(name);
    const labels = pod({}, { labels: field(name, 'x'), annotations: field(name, 'x') });
    expect(check(labels)).toEqual(
      letters ? [] : ['metadata.annotations: FieldValueInvalid', 'metadata.labels: FieldValueInvalid'].sort().reverse(),
    );
    expect(check(object('v1', 'ConfigMap', { data: field(name, 'x') }))).toEqual([]);
    expect(check(object('v1', 'ConfigMap', { data: field(name, 1) }))).toEqual([`data[${name}]: Malformed`]);
    expect(check(object('v1', 'Secret', { stringData: field(name, 'x') }))).toEqual([]);
    const resources = { limits: field(name, '1') };
    expect(check(podWithContainer({ resources }))).toContain(
      `spec.containers[0].resources.limits[${name}]: FieldValueInvalid`,
    );
  });

  test('is neither a kind nor an apiVersion', () => {
    expect(check({ ...pod(), kind: name })).toEqual([expect.stringMatching(/: UnknownKind$/)]);
    expect(check({ ...pod(), apiVersion: name })).toEqual([expect.stringMatching(/: UnknownKind$/)]);
    expect(check({ ...pod(), apiVersion: `${name}/v1` })).toEqual([expect.stringMatching(/: UnknownKind$/)]);
    expect(check({ apiVersion: `${name}.example.com/${name}`, kind: name })).toEqual([': NotChecked']);
  });

  test('is a value like any other', () => {
    const values = [
      podWithContainer({ name }),
      podWithContainer({ imagePullPolicy: name }),
      podWithContainer({ env: [{ name, value: name }] }),
      podWithContainer({ volumeMounts: [{ name, mountPath: name }] }),
      pod({ restartPolicy: name, nodeSelector: field(name, name), volumes: [{ name, configMap: { name } }] }),
      deployment({ strategy: { type: name } }),
      object('v1', 'Service', { spec: { type: name, ports: [{ port: 80, protocol: name, name }] } }),
    ];
    expect(() => validate(values, { oneApp: true })).not.toThrow();
    expect(check(podWithContainer({ imagePullPolicy: name }))).toEqual([
      'spec.containers[0].imagePullPolicy: FieldValueNotSupported',
    ]);
  });

  test('is a field of a custom resource like any other', () => {
    const schema = {
      properties: {
        spec: {
          type: 'object',
          properties: field(name, { type: 'integer' }) as Record<string, object>,
          required: [name],
        },
      },
    };
    expect(check(definition(schema), widget({}))).toEqual([`spec.${name}: FieldValueRequired`]);
    expect(check(definition({ properties: { spec: { type: 'object' } } }), widget(field(name, 1)))).toEqual([
      `spec.${name}: UnknownField`,
    ]);
  });
});

test('no name of JavaScript is left behind on what all objects share', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('values that JSON does not know', () => {
  test.each<[string, unknown]>([
    ['a BigInt', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a Date', new Date(0)],
    ['a Map', new Map([['a', 1]])],
    ['a RegExp', /x/],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
  ])('%s', (_name, value) => {
    expect(check(value)).toEqual([expect.stringMatching(/: (Malformed|UnknownKind)$/)]);
    expect(check(podWithContainer({ image: value }))).toEqual(['spec.containers[0].image: Malformed']);
    expect(check(pod({ terminationGracePeriodSeconds: value }))).toEqual([
      'spec.terminationGracePeriodSeconds: Malformed',
    ]);
    expect(check(pod({}, { labels: { a: value } }))).toEqual(['metadata.labels[a]: Malformed']);
    expect(check({ ...pod(), kind: value })).toEqual(['kind: UnknownKind']);
  });

  test('an error of a getter is the error of whoever wrote it, and comes through as it is', () => {
    const error = new Error('from the getter');
    const given = pod();
    Object.defineProperty(given, 'spec', {
      enumerable: true,
      get: () => {
        throw error;
      },
    });
    expect(() => validate([given])).toThrow(error);
  });

  test('holes and absent items', () => {
    const holes = new Array(3);
    holes[1] = { name: 'app', image: 'x' };
    expect(check(pod({ containers: holes }))).toEqual(check(pod({ containers: [{}, holes[1], {}] })));
    expect(validate(new Array(2)).map(({ reason }) => reason)).toEqual([]);
    expect(check(undefined, null)).toEqual([': Malformed', ': Malformed']);
  });

  test('a list of a billion holes', () => {
    expect(check(pod({ containers: new Array(1e9) }))).toEqual(['spec.containers: Malformed']);
  });

  test('nothing that is given is changed, though it be frozen', () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
      return Object.freeze(value);
    };
    const given = kinds.map(({ kind, group, version }) =>
      freeze({
        apiVersion: group === '' ? version : `${group}/${version}`,
        kind,
        metadata: { generateName: 'web-' },
        spec: {},
      }),
    );
    expect(() => validate(given, { oneApp: true })).not.toThrow();
  });
});

describe('many items', () => {
  const times = (make: (index: number) => unknown) => Array.from({ length: MANY }, (_, index) => make(index));
  const map = (make: (index: number) => string) =>
    Object.fromEntries(times((index) => [make(index), 'x']) as [string, string][]);
  test.each<[string, unknown]>([
    ['containers', pod({ containers: times((index) => ({ name: `c${index}`, image: 'x' })) })],
    ['containers of one name', pod({ containers: times(() => ({ name: 'c', image: 'x' })) })],
    [
      'containers with ports and mounts',
      pod({
        containers: times((index) => ({ name: `c${index}`, image: 'x', ports: [{ containerPort: 1, hostPort: 1 }] })),
      }),
    ],
    ['environment variables', podWithContainer({ env: times((index) => ({ name: `V${index}` })) })],
    [
      'ports',
      podWithContainer({ ports: times((index) => ({ name: `p-${index}`, containerPort: (index % 65535) + 1 })) }),
    ],
    ['mounts', podWithContainer({ volumeMounts: times((index) => ({ name: 'v', mountPath: `/${index}` })) })],
    ['volumes', pod({ volumes: times((index) => ({ name: `v${index}`, emptyDir: {} })) })],
    ['volumes of many sources', pod({ volumes: times(() => ({ name: 'v', emptyDir: {}, hostPath: { path: '/' } })) })],
    ['tolerations', pod({ tolerations: times((index) => ({ key: `k${index}`, operator: 'Exists' })) })],
    [
      'topology spread constraints',
      pod({
        topologySpreadConstraints: times(() => ({ maxSkew: 1, topologyKey: 'k', whenUnsatisfiable: 'DoNotSchedule' })),
      }),
    ],
    ['host aliases', pod({ hostAliases: times(() => ({ ip: '1.2.3.4', hostnames: ['a'] })) })],
    ['image pull secrets', pod({ imagePullSecrets: times((index) => ({ name: `s${index}` })) })],
    ['sysctls', pod({ securityContext: { sysctls: times((index) => ({ name: `a.b${index}`, value: 'x' })) } })],
    ['scheduling gates', pod({ schedulingGates: times((index) => ({ name: `g${index}` })) })],
    ['resource claims', pod({ resourceClaims: times((index) => ({ name: `c${index}`, resourceClaimName: 'x' })) })],
    ['labels', pod({}, { labels: map((index) => `k${index}`) })],
    ['wrong labels', pod({}, { labels: map((index) => `k ${index}`) })],
    ['unknown fields', pod(map((index) => `k${index}`))],
    ['finalizers', pod({}, { finalizers: times((index) => `f${index}`) })],
    [
      'owner references',
      pod(
        {},
        {
          ownerReferences: times((index) => ({
            apiVersion: 'v1',
            kind: 'Pod',
            name: 'x',
            uid: `${index}`,
            controller: true,
          })),
        },
      ),
    ],
    ['resources', podWithContainer({ resources: { limits: map((index) => `example.com/r${index}`) } })],
    [
      'claim templates',
      object('apps/v1', 'StatefulSet', {
        spec: {
          ...(deployment().spec as object),
          serviceName: 'x',
          volumeClaimTemplates: times((index) => ({ metadata: { name: `c${index}` }, spec: {} })),
        },
      }),
    ],
    [
      'ports of a Service',
      object('v1', 'Service', {
        spec: { ports: times((index) => ({ name: `p${index}`, port: (index % 65535) + 1, nodePort: 30000 })) },
      }),
    ],
    ['keys of a ConfigMap', object('v1', 'ConfigMap', { data: map((index) => `k ${index}`) })],
    [
      'endpoints',
      object('discovery.k8s.io/v1', 'EndpointSlice', {
        addressType: 'IPv4',
        endpoints: times(() => ({ addresses: ['1.2.3.4'] })),
        ports: [],
      }),
    ],
    [
      'rules of a Role',
      object('rbac.authorization.k8s.io/v1', 'Role', {
        rules: times(() => ({ verbs: ['get'], apiGroups: [''], resources: ['pods'] })),
      }),
    ],
    [
      'names of a policy',
      object('policy/v1', 'PodDisruptionBudget', {
        spec: { selector: { matchExpressions: times((index) => ({ key: `k${index}`, operator: 'Exists' })) } },
      }),
    ],
  ])('%s take less than quadratic time', (_name, given) => {
    const start = performance.now();
    expect(Array.isArray(validate([given], { oneApp: true }))).toBe(true);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test('objects', () => {
    const start = performance.now();
    const objects = Array.from({ length: 20_000 }, (_, index) => pod({}, { name: `p${index % 100}` }));
    expect(validate(objects, { oneApp: true })).toHaveLength(20_000 - 100);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('long texts', () => {
  const LENGTH = 10_000;
  const PARTS =
    'a A 1 0 . - _ / : :: , + * ? % = @ ~ ( [ { " \\ \n \t é a. a- 1. 0: 1, 1- */ YQ== 1h .. -- a/ $(a) http://'
      .split(' ')
      .concat(' ');
  const texts = (length: number) =>
    PARTS.flatMap((part) => ['', '!', 'a'].map((end) => `a${part.repeat(length / part.length)}${end}`)).concat(
      PARTS.map((part) => part.repeat(length / part.length)),
    );
  /** The shortest of a few tries, in milliseconds, as other programs run as well; one is enough for what is quick. */
  const time = (test: (text: string) => unknown, text: string): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 5 && best > QUICK; tries += 1) {
      const start = performance.now();
      test(text);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  const QUICK = 20;
  /** The texts for which four times the length takes more than ten times as long. */
  const slowFor = (test: (text: string) => unknown): string[] => {
    const short = texts(LENGTH);
    return texts(4 * LENGTH).flatMap((text, index) => {
      const took = time(test, text);
      return took > QUICK && took > 10 * time(test, short[index] ?? '') ? [text.slice(0, 9)] : [];
    });
  };

  const modules = [
    formats,
    ip,
    cron,
    duration,
    quantity,
    resourceNames,
    timeZones,
    localPaths,
    indexList,
    whiteSpace,
    images,
  ];
  const functions = modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) =>
      typeof value === 'function' && !NO_TEXT.has(name)
        ? [[name, value as (text: string, minor: number) => unknown] as const]
        : [],
    ),
  );
  test.each(functions)('%s takes linear time', (_name, value) => {
    expect(slowFor((text) => value(text, 36))).toEqual([]);
  });

  const places: [name: string, make: (text: string) => unknown][] = [
    ['a name', (text) => pod({}, { name: text })],
    ['a label', (text) => pod({}, { labels: { [text]: text } })],
    ['an annotation', (text) => pod({}, { annotations: { [text]: text } })],
    ['a kind', (text) => pod({ apiVersion: text, kind: text })],
    ['a kind of its own', (text) => ({ ...pod(), apiVersion: `${text}.com/v1`, kind: text })],
    ['an unknown field', (text) => pod({ [text]: 1 })],
    ['an image', (text) => podWithContainer({ image: text })],
    [
      'the parts of a container',
      (text) =>
        podWithContainer({
          name: text,
          workingDir: text,
          env: [{ name: text, value: text }],
          ports: [{ name: text, containerPort: 1, hostIP: text }],
        }),
    ],
    [
      'mounts',
      (text) =>
        podWithContainer(
          { volumeMounts: [{ name: text, mountPath: text, subPath: text, subPathExpr: text }] },
          { volumes: [{ name: text, hostPath: { path: text } }] },
        ),
    ],
    ['resources', (text) => podWithContainer({ resources: { limits: { [text]: '1', cpu: text } } })],
    ['a schedule', (text) => object('batch/v1', 'CronJob', { spec: { schedule: text, timeZone: text } })],
    [
      'addresses',
      (text) =>
        object('v1', 'Service', {
          spec: { clusterIP: text, externalName: text, externalIPs: [text], loadBalancerSourceRanges: [text] },
        }),
    ],
    ['Secret data', (text) => object('v1', 'Secret', { data: { a: text }, type: text })],
    [
      'a webhook',
      (text) =>
        object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
          webhooks: [{ name: text, clientConfig: { url: text } }],
        }),
    ],
    ['a format of a custom resource', (text) => widget({ a: text })],
  ];
  const formatsOfAll = definition({
    properties: {
      spec: {
        type: 'object',
        properties: {
          a: { type: 'string', allOf: FORMATS.map((format) => ({ format })), pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' },
        },
      },
    },
  });
  test.each(places)('%s takes linear time', (_name, make) => {
    const customResourceDefinitions = [formatsOfAll];
    expect(slowFor((text) => validate([make(text)], { customResourceDefinitions }))).toEqual([]);
  });

  test('the default of a schema is matched with its pattern in linear time', () => {
    const text = { type: 'string', pattern: '^(([a-z])+.)+[A-Z]([a-z])+$', default: 'a'.repeat(50_000) as unknown };
    const spec = { type: 'object', properties: { a: text } };
    expect(check(definition({ properties: { spec } }))).toEqual([
      expect.stringMatching(/\.default: FieldValueInvalid$/),
    ]);
  });

  test('a text of a megabyte is looked at, one that no object can hold is not', () => {
    const value = 'a.'.repeat(2 ** 19);
    expect(check(pod({}, { name: value, labels: { a: value } }))).toEqual(
      ['metadata.name: FieldValueInvalid', 'metadata.labels: FieldValueInvalid'].flatMap((one) => [one, one]),
    );
    expect(check(pod({}, { labels: { a: value.repeat(2), [value.repeat(2)]: 'x' } }))).toEqual([
      'metadata.labels: Malformed',
      'metadata.labels[a]: Malformed',
    ]);
  });
});
