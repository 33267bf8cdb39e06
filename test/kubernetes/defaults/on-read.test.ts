import { defaultOnRead } from '../../../lib/kubernetes/defaults/on-read';

describe('defaultOnRead', () => {
  test.each<[string, string, string, object, object]>([
    [
      'a Job bears the labels of its pods',
      'batch',
      'Job',
      { metadata: {}, spec: { template: { metadata: { labels: { a: 'b' } } } } },
      { metadata: { labels: { a: 'b' } }, spec: { template: { metadata: { labels: { a: 'b' } } } } },
    ],
    [
      'a Job keeps labels of its own',
      'batch',
      'Job',
      { metadata: { labels: { c: 'd' } }, spec: { template: { metadata: { labels: { a: 'b' } } } } },
      { metadata: { labels: { c: 'd' } }, spec: { template: { metadata: { labels: { a: 'b' } } } } },
    ],
    [
      'an ExternalName Service has no traffic policy',
      '',
      'Service',
      { spec: { type: 'ExternalName', internalTrafficPolicy: 'Local' } },
      { spec: { type: 'ExternalName' } },
    ],
    [
      'another Service keeps it',
      '',
      'Service',
      { spec: { type: 'ClusterIP', internalTrafficPolicy: 'Local' } },
      { spec: { type: 'ClusterIP', internalTrafficPolicy: 'Local' } },
    ],
    [
      'a Service of another group is not one',
      'serving.knative.dev',
      'Service',
      { spec: { type: 'ExternalName', internalTrafficPolicy: 'Local' } },
      { spec: { type: 'ExternalName', internalTrafficPolicy: 'Local' } },
    ],
  ])('%s', (_, group, kind, object, expected) => {
    const copy = structuredClone(object) as Record<string, unknown>;
    defaultOnRead(copy, { group, kind });
    expect(copy).toEqual(expected);
  });
});
