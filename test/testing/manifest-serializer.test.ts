import { format } from 'pretty-format';
import { render } from '../../lib';
import { type ManifestSerializerOptions, manifestSerializer } from '../../lib/testing';
import { plainDeployment, webChart } from './web';

const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' }, stringData: { key: 'correct-horse' } };
const print = (value: unknown, options?: ManifestSerializerOptions) =>
  format(value, { plugins: [manifestSerializer(options) as never] });

test('a chart is printed as the YAML of its file', () => {
  const chart = webChart();
  expect(`${print(chart)}\n`).toBe(render(chart.node.root as never)[0]?.content);
  expect(`${print([plainDeployment, secret], { secrets: 'shown' })}\n`).toMatch(
    /^apiVersion: apps\/v1\n.*\n---\napiVersion: v1\nkind: Secret\n/s,
  );
});

test('values that may be secret are printed only when they are to be', () => {
  expect(print(secret)).toBe('apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\nstringData:\n  key: <hidden>');
  expect(print(plainDeployment)).not.toContain('correct-horse');
  expect(print(secret, { secrets: 'shown' })).toContain('key: correct-horse');
});

test('an object inside of another value is indented', () => {
  expect(print({ found: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } } })).toBe(
    'Object {\n  "found": apiVersion: v1\n  kind: Pod\n  metadata:\n    name: a,\n}',
  );
});

test('other values are left to others', () => {
  expect(print({ kind: 'of magic' })).toBe('Object {\n  "kind": "of magic",\n}');
});
