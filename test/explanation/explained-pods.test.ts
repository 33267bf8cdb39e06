import type { JsonObject } from '../../lib/comparison/json';
import { explainObject } from '../../lib/explanation/explanation';
import type { QosClass } from '../../lib/kubernetes/defaults/qos-class';
import { readCases } from '../../scripts/conformance/cases';
import { deployment, pod } from '../simulation/scenario/workloads';

const container = (requests?: object, limits?: object, more: object = {}) => ({
  name: 'web',
  image: 'web:1',
  resources: { ...(requests && { requests }), ...(limits && { limits }) },
  ...more,
});
const withSpec = (spec: object) => ({ ...pod(), spec });
const podsOf = (object: JsonObject, beside: JsonObject[] = [], kubeVersion = '1.36') =>
  explainObject(object, { beside, kubeVersion })?.pods;
const ofTemplate = (spec: object) => {
  const object = deployment();
  return { ...object, spec: { ...object.spec, template: { ...object.spec.template, spec } } };
};

test.each<[string, JsonObject, object]>([
  ['nothing said', pod(container()), { requests: {}, limits: {}, unlimited: { cpu: ['web'], memory: ['web'] } }],
  [
    'containers add up',
    withSpec({ containers: [container({ cpu: '100m', memory: '64Mi' }), { ...container({ cpu: '1' }), name: 'b' }] }),
    { requests: { cpu: '1100m', memory: '64Mi' } },
  ],
  [
    'the highest init container, or all containers',
    withSpec({
      initContainers: [
        { ...container({ cpu: '2', memory: '1Mi' }), name: 'a' },
        { ...container({ cpu: '1' }), name: 'b' },
      ],
      containers: [container({ cpu: '500m', memory: '64Mi' })],
    }),
    { requests: { cpu: '2', memory: '64Mi' } },
  ],
  [
    'sidecars run beside both',
    withSpec({
      initContainers: [
        { ...container({ cpu: '100m' }), name: 'side', restartPolicy: 'Always' },
        { ...container({ cpu: '2' }), name: 'init' },
      ],
      containers: [container({ cpu: '500m' })],
    }),
    { requests: { cpu: '2100m' } },
  ],
  [
    'a sidecar that starts after an init container does not run beside it',
    withSpec({
      initContainers: [
        { ...container({ cpu: '2' }), name: 'init' },
        { ...container({ cpu: '100m' }), name: 'side', restartPolicy: 'Always' },
      ],
      containers: [container({ cpu: '500m' })],
    }),
    { requests: { cpu: '2' } },
  ],
  [
    'requests from limits',
    pod(container(undefined, { cpu: '1' })),
    { requests: { cpu: '1' }, limits: { cpu: '1' }, unlimited: { memory: ['web'] } },
  ],
  ['also in a template', ofTemplate({ containers: [container(undefined, { cpu: '1' })] }), { requests: { cpu: '1' } }],
  [
    'overhead on top, of limits where there are any',
    withSpec({
      overhead: { cpu: '250m', memory: '10Mi' },
      runtimeClassName: 'vm',
      containers: [container({ cpu: '1' }, { cpu: '1' })],
    }),
    { requests: { cpu: '1250m', memory: '10Mi' }, limits: { cpu: '1250m' } },
  ],
  [
    'resources of the whole pod count in place of the sum',
    withSpec({
      resources: { requests: { cpu: '3' }, limits: { cpu: '4' } },
      containers: [container({ cpu: '1', memory: '5Mi' })],
    }),
    { requests: { cpu: '3', memory: '5Mi' }, limits: { cpu: '4' }, unlimited: { memory: ['web'] } },
  ],
])('resources: %s', (_, object, expected) => {
  const resources = podsOf(object)?.resources;
  const { unlimited } = expected as { unlimited?: object };
  expect(resources).toMatchObject(expected);
  if (unlimited) expect(resources?.unlimited).toEqual(unlimited);
});

test('resources of the whole pod do not exist before 1.34', () => {
  const object = withSpec({ resources: { requests: { cpu: '3' } }, containers: [container({ cpu: '1' })] });
  expect(podsOf(object, [], '1.33')?.resources.requests).toEqual({ cpu: '1' });
});

test('the QoS class of every Pod is the one in its status, which real servers were asked for', () => {
  const pods = readCases([]).filter(
    ({ manifest, verdicts }) => manifest.kind === 'Pod' && verdicts.get('1.36')?.accepted,
  );
  const found = new Map<QosClass, number>();
  for (const { id, manifest } of pods) {
    const explanation = explainObject(manifest);
    const { qosClass: inStatus } = (explanation?.held.status ?? {}) as { qosClass?: QosClass };
    expect([id, explanation?.pods?.qosClass]).toEqual([id, inStatus]);
    if (inStatus) found.set(inStatus, (found.get(inStatus) ?? 0) + 1);
  }
  expect([...found.keys()].sort()).toEqual(['BestEffort', 'Burstable']);
});

test.each<[string, object, QosClass]>([
  ['nothing', {}, 'BestEffort'],
  ['limits alone', { limits: { cpu: '1', memory: '1Gi' } }, 'Guaranteed'],
  ['a limit alone', { limits: { memory: '1Gi' } }, 'Burstable'],
])('the pods of a Deployment are of the class of a Pod with %s', (_, resources, expected) => {
  const containers = [{ ...container(), resources }];
  expect(podsOf(ofTemplate({ containers }))?.qosClass).toBe(expected);
  expect(podsOf(withSpec({ containers }))?.qosClass).toBe(expected);
});

const priorityClass = (name: string, value: number, globalDefault = false) => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name },
  value,
  globalDefault,
});

test.each<[string, string | undefined, JsonObject[], object]>([
  ['no class', undefined, [], { value: 0 }],
  ['a class among the objects', 'high', [priorityClass('high', 1000)], { value: 1000, className: 'high' }],
  ['a class that is not', 'high', [], { className: 'high' }],
  ['a class of the system', 'system-node-critical', [], { value: 2_000_001_000, className: 'system-node-critical' }],
  [
    'the class of who names none',
    undefined,
    [priorityClass('common', 5, true), priorityClass('x', 1)],
    { value: 5, className: 'common' },
  ],
])('priority: %s', (_, priorityClassName, beside, expected) => {
  const object = withSpec({ ...(priorityClassName && { priorityClassName }), containers: [container()] });
  expect(podsOf(object, beside)?.priority).toEqual(expected);
});

const budget = (spec: object) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'web' },
  spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
});

test.each<[string, JsonObject, string[]]>([
  ['at least so many', budget({ minAvailable: 2 }), ['a drain may evict 1 of 3 at once, while all are healthy']],
  ['all', budget({ minAvailable: '100%' }), ['a drain may evict none of 3, and waits for ever']],
  [
    'a share of them, rounded up',
    budget({ maxUnavailable: '50%' }),
    ['a drain may evict 2 of 3 at once, while all are healthy'],
  ],
  ['of other pods', { ...budget({}), spec: { minAvailable: 1, selector: { matchLabels: { app: 'db' } } } }, []],
  [
    'an autoscaler',
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: { maxReplicas: 9, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    },
    ['sets replicas, from 1 to 9'],
  ],
])('scale: %s', (_, beside, expected) => {
  expect(podsOf(deployment({ replicas: 3 }), [beside])?.scale.map(({ text }) => text)).toEqual(expected);
});

test('containers come in the order of their start, with their probes as kubectl prints them', () => {
  const object = withSpec({
    initContainers: [
      { name: 'init', image: 'a:1' },
      { name: 'side', image: 'a:1', restartPolicy: 'Always', startupProbe: { exec: { command: ['ls'] } } },
    ],
    containers: [container(undefined, undefined, { livenessProbe: { httpGet: { port: 80 }, failureThreshold: 2 } })],
  });
  expect(podsOf(object)?.containers).toMatchObject([
    { name: 'init', role: 'init container', probes: [] },
    { name: 'side', role: 'sidecar', probes: [{ probe: 'startup', line: expect.stringMatching(/^exec \[ls\] /) }] },
    {
      name: 'web',
      role: 'container',
      probes: [
        {
          probe: 'liveness',
          line: 'http-get http://:80/ delay=0s timeout=1s period=10s #success=1 #failure=2',
          windows: { failure: { earliest: 10, latest: 20 } },
        },
      ],
      recovery: { earliest: 11, latest: 51.8 },
    },
  ]);
});
