import { isSame, type JsonObject } from '../../lib/comparison/json';
import { heldStates } from '../../lib/explanation/held-states';
import { minimalObject } from '../../lib/explanation/minimal-object';
import { readCases } from '../../scripts/conformance/cases';
import { deployment, pod } from '../simulation/scenario/workloads';

const hold = (object: JsonObject) => heldStates(object, 36)?.held;
const minimal = (object: JsonObject) => minimalObject(object, hold);

const CONTAINER = { name: 'web', image: 'web:1' };

test.each<[string, JsonObject, JsonObject]>([
  ['nothing can be left out', pod(CONTAINER), pod(CONTAINER)],
  [
    'defaults are left out, with the fields around them',
    pod({
      ...CONTAINER,
      imagePullPolicy: 'IfNotPresent',
      ports: [{ containerPort: 80, protocol: 'TCP' }],
      livenessProbe: { httpGet: { port: 80, scheme: 'HTTP', path: '/' }, periodSeconds: 10, timeoutSeconds: 2 },
    }),
    pod({
      ...CONTAINER,
      ports: [{ containerPort: 80 }],
      livenessProbe: { httpGet: { port: 80 }, timeoutSeconds: 2 },
    }),
  ],
  [
    'what looks like a default stays where it is none',
    pod({ ...CONTAINER, image: 'web', imagePullPolicy: 'IfNotPresent' }),
    pod({ ...CONTAINER, image: 'web', imagePullPolicy: 'IfNotPresent' }),
  ],
  [
    'an empty map stays where the server holds it',
    pod({ ...CONTAINER, securityContext: {}, lifecycle: null }),
    pod({ ...CONTAINER, securityContext: {} }),
  ],
  [
    'notation stays',
    pod({ ...CONTAINER, resources: { requests: { cpu: '1000m' }, limits: {} } }),
    pod({ ...CONTAINER, resources: { requests: { cpu: '1000m' } } }),
  ],
  [
    'requests of a Pod come from its limits',
    pod({ ...CONTAINER, resources: { requests: { cpu: 1 }, limits: { cpu: '1' } } }),
    pod({ ...CONTAINER, resources: { limits: { cpu: '1' } } }),
  ],
  [
    'what only servers say is left out',
    {
      ...pod(CONTAINER),
      metadata: { name: 'web', namespace: 'default', uid: 'a', creationTimestamp: '2026-01-01T00:00:00Z' },
      status: { phase: 'Running' },
    },
    { ...pod(CONTAINER), metadata: { name: 'web', namespace: 'default' } },
  ],
  [
    'a Secret keeps its text',
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, type: 'Opaque', stringData: { a: 'b' } },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { a: 'b' } },
  ],
])('%s', (_, written, expected) => {
  expect(JSON.stringify(minimal(written))).toBe(JSON.stringify(expected));
});

test('the whole of what the server holds comes down to what was written', () => {
  const written = deployment({ replicas: 3, container: CONTAINER });
  expect(minimal(hold(written) as JsonObject)).toEqual({
    ...written,
    metadata: { name: 'web', namespace: 'default' },
  });
});

describe('of what real servers accept', () => {
  const accepted = readCases([]).filter(({ verdicts }) => verdicts.get('1.36')?.accepted);
  const some = accepted.filter((_, index) => index % 40 === 0).map(({ manifest }) => manifest);

  test.each([
    ['written', some],
    ['held', some.map((manifest) => hold(manifest) ?? manifest)],
  ])('the minimum of what is %s gives the same and can lose no field', (_, objects) => {
    expect(objects.length).toBeGreaterThan(30);
    for (const object of objects) {
      const least = minimal(object);
      expect(hold(least)).toEqual(hold(object));
      const needless = fieldsOf(least).filter((shorter) => isSame(hold(shorter), hold(object)));
      expect(needless).toEqual([]);
    }
  });
});

/** The object once more for each of its fields, without that field; but for those that name it. */
function fieldsOf(object: JsonObject): JsonObject[] {
  const { apiVersion, kind, metadata, ...rest } = object;
  const { name, namespace, generateName, ...more } = (metadata ?? {}) as JsonObject;
  const named = {
    apiVersion,
    kind,
    metadata: {
      ...(name !== undefined && { name }),
      ...(namespace !== undefined && { namespace }),
      ...(generateName !== undefined && { generateName }),
    },
  };
  return [
    ...shorter(rest).map((fields) => ({ ...named, metadata: { ...named.metadata, ...more }, ...fields })),
    ...shorter(more).map((fields) => ({ ...named, metadata: { ...named.metadata, ...fields }, ...rest })),
  ];
}

function shorter(object: JsonObject): JsonObject[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const { [name]: _, ...without } = object;
    return [without, ...inner(value).map((changed) => ({ ...object, [name]: changed }))];
  });
}

function inner(value: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => inner(item).map((changed) => value.with(index, changed)));
  return typeof value === 'object' && value !== null ? shorter(value as JsonObject) : [];
}
