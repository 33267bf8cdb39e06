import { defaulted } from './defaulted';

const annotations = {
  'pod.beta.kubernetes.io/init-containers': '[]',
  'pod.alpha.kubernetes.io/init-containers': '[]',
  'pod.beta.kubernetes.io/init-container-statuses': '[]',
  'pod.alpha.kubernetes.io/init-container-statuses': '[]',
  kept: 'yes',
};

describe('dropInitContainerAnnotations', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a Pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', annotations } }, 'metadata.annotations'],
    [
      'a template',
      { apiVersion: 'v1', kind: 'PodTemplate', template: { metadata: { annotations } } },
      'template.metadata.annotations',
    ],
  ])('drops the old ones from %s', (_, manifest, path) => {
    expect(defaulted(manifest)).toHaveProperty(path, { kept: 'yes' });
  });
});
