import { defaulted } from './defaulted';

const template = { metadata: { labels: { app: 'web' } } };

describe('defaultReplicationController', () => {
  test.each<[string, object, object, object, object]>([
    ['has one replica and no template of its own making', {}, {}, { replicas: 1 }, {}],
    [
      'selects by the labels of its template and bears them',
      { template },
      {},
      { replicas: 1, selector: { app: 'web' } },
      { labels: { app: 'web' } },
    ],
    [
      'reads empty maps as absent',
      { template, selector: {} },
      { labels: {} },
      { selector: { app: 'web' } },
      { labels: { app: 'web' } },
    ],
    [
      'keeps its own',
      { template, selector: { a: 'b' } },
      { labels: { c: 'd' } },
      { selector: { a: 'b' } },
      { labels: { c: 'd' } },
    ],
  ])('%s', (_, spec, metadata, expectedSpec, expectedMetadata) => {
    const filled = defaulted({
      apiVersion: 'v1',
      kind: 'ReplicationController',
      metadata: { name: 'web', ...metadata },
      spec,
    });
    expect(filled).toMatchObject({ spec: expectedSpec, metadata: expectedMetadata });
    if (!('template' in spec)) expect(filled).not.toHaveProperty('spec.template');
  });
});
