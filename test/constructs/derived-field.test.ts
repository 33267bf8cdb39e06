import { type ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { CronJob } from '../../lib/constructs/cron-job';
import { DaemonSet } from '../../lib/constructs/daemon-set';
import { Deployment } from '../../lib/constructs/deployment';
import type { ManifestObject } from '../../lib/constructs/manifest-object';
import { Pod } from '../../lib/constructs/pod';
import { Service } from '../../lib/constructs/service';
import { StatefulSet } from '../../lib/constructs/stateful-set';

const containers = { web: { image: 'web:1', ports: { http: 8080 } } };
const chart = (props?: ConstructorParameters<typeof Chart>[2]) => new Chart(new App(), 'chart', props);
const derived = (object: ManifestObject) =>
  object
    .derivedFields()
    .filter(({ path }) => !['apiVersion', 'kind'].includes(path[0] ?? ''))
    .map(({ path, from }) => `${path.join(' ')} < ${from}`);

const OWNED = ['spec selector matchLabels app < its name', 'spec template metadata labels app < its selector'];

test.each<[string, (scope: Chart) => ManifestObject, string[]]>([
  ['a Pod has its name from its id', (scope) => new Pod(scope, 'web', { containers }), ['metadata name < its id']],
  ['a name that is given is written', (scope) => new Pod(scope, 'id', { metadata: { name: 'web' }, containers }), []],
  [
    'a name that the server completes is nowhere',
    (scope) => new Pod(scope, 'id', { metadata: { generateName: 'web-' }, containers }),
    [],
  ],
  [
    'a Deployment has its selector from its name',
    (scope) => new Deployment(scope, 'web', { metadata: { name: 'web' }, containers }),
    OWNED,
  ],
  ['so has a DaemonSet', (scope) => new DaemonSet(scope, 'web', { metadata: { name: 'web' }, containers }), OWNED],
  ['so has a StatefulSet', (scope) => new StatefulSet(scope, 'web', { metadata: { name: 'web' }, containers }), OWNED],
  [
    'labels that are given make the selector',
    (scope) =>
      new Deployment(scope, 'web', {
        metadata: { name: 'web' },
        template: { metadata: { labels: { app: 'shop', tier: 'front' } } },
        containers,
      }),
    ['spec selector matchLabels app < the label app of its pods'],
  ],
  [
    'a selector that is given makes the labels',
    (scope) =>
      new Deployment(scope, 'web', {
        metadata: { name: 'web' },
        selector: { matchLabels: { tier: 'front' } },
        containers,
      }),
    ['spec template metadata labels tier < its selector'],
  ],
  [
    'a CronJob has no selector',
    (scope) =>
      new CronJob(scope, 'web', { metadata: { name: 'web' }, schedule: '@daily', restartPolicy: 'Never', containers }),
    [],
  ],
  [
    'a Service has the selector of its workload',
    (scope) =>
      new Service(scope, 'web', {
        metadata: { name: 'web' },
        selector: new Deployment(scope, 'shop', { containers }),
        ports: { http: 80 },
      }),
    ['spec selector app < Deployment/shop'],
  ],
  [
    'or the one that is written',
    (scope) => new Service(scope, 'web', { metadata: { name: 'web' }, selector: { app: 'web' }, ports: { http: 80 } }),
    [],
  ],
])('%s', (_, create, expected) => {
  expect(derived(create(chart()))).toEqual(expected);
});

test('the namespace and the labels of the chart are derived, those of the object are not', () => {
  const scope = chart({ namespace: 'shop', labels: { team: 'a', tier: 'back' } });
  const labels = { tier: 'front' };
  expect(derived(new Pod(scope, 'web', { metadata: { name: 'web', labels }, containers }))).toEqual([
    'metadata namespace < its chart',
    'metadata labels team < its chart',
  ]);
  expect(derived(new Pod(scope, 'x', { metadata: { name: 'x', namespace: 'shop', labels }, containers }))).toEqual([
    'metadata labels team < its chart',
  ]);
});

test('what a patch replaces is written', () => {
  const deployment = new Deployment(chart(), 'web', { containers });
  deployment.patch(JsonPatch.replace('/spec/selector/matchLabels/app', 'shop'), JsonPatch.remove('/metadata/name'));
  expect(derived(deployment)).toEqual(['spec template metadata labels app < its selector']);
});

test('every text that is not derived was written: as a value, or as the name of one', () => {
  const scope = chart({ namespace: 'shop', labels: { team: 'a' } });
  const props = { replicas: 3, containers, minReadySeconds: 5, nodeSelector: { disk: 'ssd' } };
  const written = new Set(textsOf(props).concat(keysOf(props)));
  const deployment = new Deployment(scope, 'kuard', props);
  const made = new Set(deployment.derivedFields().map(({ path }) => path.join(' ')));
  const unexplained = leavesOf((deployment as ApiObject).toJson()).filter(
    ([path, value]) => !made.has(path) && !written.has(String(value)),
  );
  expect(unexplained).toEqual([]);
  expect([...made].filter((path) => !leavesOf(deployment.toJson()).some(([known]) => known === path))).toEqual([]);
});

function leavesOf(value: unknown, path: readonly string[] = []): [path: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path.join(' '), value]];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

function textsOf(value: unknown): string[] {
  return leavesOf(value).map(([, text]) => String(text));
}

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysOf(item)]);
}
