import { readFileSync } from 'node:fs';
import type { ApiObject } from 'cdk8s';
import { App, Chart, Deployment, Pod, waive } from '../../lib';
import { checkVersions } from '../../lib/synthesis/check-rendered';
import { renderApp } from '../../lib/synthesis/render';

const RULE = 'no-hasty-liveness-probe';
const hasty = { web: { image: 'nginx:1.29', livenessProbe: { tcpSocket: { port: 80 }, periodSeconds: 1 } } } as const;

/** What is said of an app in which `build` has waived something, as `rule construct: message`. */
function said(
  build: (app: App, chart: Chart, pod: ApiObject) => void,
  settings: object = {},
  versions = ['1.36'],
): string[] {
  const app = new App();
  const chart = new Chart(app, 'shop');
  const pod = new Pod(chart, 'web', { containers: hasty });
  new Pod(new Chart(app, 'bank'), 'api', { containers: hasty });
  build(app, chart, pod);
  const options = { profile: 'none', rules: { [RULE]: 'warning' }, ...settings } as const;
  const found = checkVersions(renderApp(app).files, versions, options);
  return [...found.values()]
    .flat()
    .map(({ rule, construct, message }) => `${rule} ${construct}: ${message}`.slice(0, 90));
}

const HASTY = (construct: string) => expect.stringContaining(`${RULE} ${construct}: killed`);

test.each<[string, (app: App, chart: Chart, pod: ApiObject) => void, unknown[]]>([
  ['nothing', () => {}, [HASTY('bank/api'), HASTY('shop/web')]],
  ['an object', (_app, _chart, pod) => waive(pod, RULE, 'a demo'), [HASTY('bank/api')]],
  ['a chart', (_app, chart) => chart.waive(RULE, 'a demo'), [HASTY('bank/api')]],
  ['the app', (app) => waive(app, RULE, 'a demo'), []],
])('waives %s', (_name, build, expected) => {
  expect(said(build)).toEqual(expected);
});

test('a waiver of no use is a finding where it was written', () => {
  const lines = readFileSync(__filename, 'utf8').split('\n');
  const line = lines.findIndex((text) => /chart\.waive\(RULE, .in vain/.test(text)) + 1;
  const app = new App();
  const chart = new Chart(app, 'shop');
  new Deployment(chart, 'web', { containers: { web: { image: 'nginx:1.29' } } });
  chart.waive(RULE, 'in vain');
  const [found] = checkVersions(renderApp(app).files, ['1.36'], { profile: 'recommended', rules: {} })
    .get('1.36')
    ?.filter(({ rule }) => rule === 'no-unused-waiver') ?? [undefined];
  expect(found).toMatchObject({
    severity: 'warning',
    construct: 'shop',
    source: { file: expect.stringContaining('app-waivers.test.ts'), line },
    object: { name: 'web' },
  });
});

test.each([
  ['a rule that does not exist', 'no-hasty-liveness-prob', `Did you mean ${RULE}?`],
  ['a rule of the server', 'valid-container-name', 'Use lower'],
])('%s cannot be waived', (_name, rule) => {
  expect(said((_app, chart) => chart.waive(rule, 'a demo'))).toContainEqual(
    expect.stringContaining('valid-waiver shop: '),
  );
});

test('whether a waiver is of use is only asked where its rule is at work', () => {
  const unused = (settings: object, versions?: string[]) =>
    said((_app, chart) => chart.waive('no-delay-beside-startup-probe', 'later'), settings, versions).filter((text) =>
      text.startsWith('no-unused-waiver'),
    );
  expect(unused({})).toEqual([]);
  expect(unused({ profile: 'all' })).toHaveLength(1);
  expect(unused({ profile: 'all' }, ['1.28', '1.36'])).toHaveLength(2);
  expect(unused({ profile: 'all', rules: { 'no-unused-waiver': 'off' } })).toEqual([]);
});
