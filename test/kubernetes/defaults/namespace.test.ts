import { defaulted } from './defaulted';

describe('defaultNamespace', () => {
  test.each<[string, object, object]>([
    ['bears its name as a label', { name: 'a' }, { labels: { 'kubernetes.io/metadata.name': 'a' } }],
    [
      'corrects that label',
      { name: 'a', labels: { 'kubernetes.io/metadata.name': 'b', own: 'c' } },
      { labels: { 'kubernetes.io/metadata.name': 'a', own: 'c' } },
    ],
    ['bears none before it has a name', { generateName: 'a-' }, { labels: undefined }],
  ])('%s', (_, metadata, { labels }: { labels?: object }) => {
    const namespace = defaulted({ apiVersion: 'v1', kind: 'Namespace', metadata });
    expect((namespace.metadata as { labels?: object }).labels).toEqual(labels);
  });

  test.each<[object | undefined, string[]]>([
    [undefined, ['kubernetes']],
    [{ finalizers: ['example.com/x'] }, ['example.com/x', 'kubernetes']],
    [{ finalizers: ['kubernetes'] }, ['kubernetes']],
  ])('is finalized by Kubernetes: %j', (spec, finalizers) => {
    expect(defaulted({ apiVersion: 'v1', kind: 'Namespace', ...(spec && { spec }) }).spec).toEqual({ finalizers });
  });
});
