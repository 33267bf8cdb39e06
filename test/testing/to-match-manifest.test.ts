import '../../lib/testing';
import { failureOf } from './failure-of';
import { plainDeployment, webChart } from './web';

const deployment = (spec: object) => ({ kind: 'Deployment', spec });
const containers = (...list: object[]) => deployment({ template: { spec: { containers: list } } });

test('holds for what the object says, and for less of it', () => {
  expect(plainDeployment).toMatchManifest(plainDeployment);
  expect(plainDeployment).toMatchManifest({});
  expect(plainDeployment).toMatchManifest({ metadata: { labels: { tier: expect.any(String) } } });
  expect(plainDeployment).toMatchManifest(containers({ name: 'app', ports: [{ name: 'admin', containerPort: 81 }] }));
  expect(plainDeployment).toMatchManifest(deployment({ replicas: undefined }));
});

test('defaults of the server are not written', () => {
  expect(plainDeployment).not.toMatchManifest(deployment({ replicas: 1 }));
});

test.each<[string, object]>([
  ['another value', { metadata: { name: 'api' } }],
  ['a field that is not there', { metadata: { annotations: {} } }],
  ['an item that is not there', containers({ name: 'debug' })],
  ['a list without keys that is longer', containers({ name: 'app', args: ['--level'] })],
  ['a matcher that does not match', containers({ name: 'app', image: expect.stringContaining('apache') })],
])('does not hold for %s', (_, part) => {
  expect(plainDeployment).not.toMatchManifest(part as never);
});

test('several objects are told apart by kind and name', () => {
  expect(webChart()).toMatchManifest({ kind: 'Service', spec: { ports: [{ name: 'http', port: 80 }] } });
  expect(webChart()).toMatchManifest([{ kind: 'Service' }, { kind: 'Deployment', metadata: { name: 'web' } }]);
  expect(webChart()).not.toMatchManifest([{ kind: 'Service' }, { kind: 'Job' }]);
});

test('fails with the fields that differ', () => {
  expect(
    failureOf(() => expect(plainDeployment).toMatchManifest({ metadata: { name: 'api', labels: { app: 'web' } } })),
  ).toBe(
    `expected Deployment/web to match the manifest

What differs, expected -> received:
  ~ metadata.name: api -> web
  - metadata.labels[app]: web`,
  );
  expect(
    failureOf(() =>
      expect(webChart()).toMatchManifest([{ kind: 'Service', spec: { type: 'NodePort' } }, { kind: 'Job' }]),
    ),
  ).toBe(`expected the chart web to match the 2 manifests

Service/web: What differs, expected -> received:
  - spec.type: NodePort

There is no object of kind Job; the chart web holds Service/web, Deployment/web.`);
});

test('.not fails', () => {
  expect(failureOf(() => expect(plainDeployment).not.toMatchManifest({ kind: 'Deployment' }))).toBe(
    'expected Deployment/web not to match the manifest',
  );
});

test('a part that may be one of several objects is refused', () => {
  expect(() => expect(webChart()).not.toMatchManifest({ metadata: { name: 'web' } })).toThrow(
    expect.objectContaining({ code: 'ERR_OBJECT' }),
  );
});

test('values of Secrets are not shown', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' }, stringData: { key: 'correct-horse' } };
  const message = failureOf(() => expect(secret).toMatchManifest({ stringData: { key: 'battery-staple' } }));
  expect(message).toContain('stringData[key]: changed, and the value is not shown');
  expect(message).not.toMatch(/battery|horse/);
});
