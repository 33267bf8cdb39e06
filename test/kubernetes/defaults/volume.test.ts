import { defaultedPodSpec } from './defaulted';

const fieldRef = { fieldPath: 'metadata.name' };

function defaultedVolume(volume: object, minor = 36): object {
  return (defaultedPodSpec({ volumes: [{ name: 'v', ...volume }] }, minor).volumes as object[])[0] as object;
}

describe('defaultVolume', () => {
  test.each<[string, object, object]>([
    ['is an emptyDir without any source', {}, { emptyDir: {} }],
    ['is an emptyDir when its source is null', { configMap: null }, { emptyDir: {} }],
    [
      'gives files of a ConfigMap the mode 0644',
      { configMap: { name: 'c' } },
      { configMap: { name: 'c', defaultMode: 420 } },
    ],
    [
      'keeps a mode, even 0',
      { configMap: { name: 'c', defaultMode: 0 } },
      { configMap: { name: 'c', defaultMode: 0 } },
    ],
    [
      'gives files of a Secret the mode 0644',
      { secret: { secretName: 's' } },
      { secret: { secretName: 's', defaultMode: 420 } },
    ],
    [
      'reads downward fields of v1',
      { downwardAPI: { items: [{ path: 'p', fieldRef }] } },
      { downwardAPI: { items: [{ path: 'p', fieldRef: { ...fieldRef, apiVersion: 'v1' } }], defaultMode: 420 } },
    ],
    [
      'gives a projected token an hour',
      {
        projected: {
          sources: [{ serviceAccountToken: { path: 't' } }, { downwardAPI: { items: [{ path: 'p', fieldRef }] } }],
        },
      },
      {
        projected: {
          sources: [
            { serviceAccountToken: { path: 't', expirationSeconds: 3600 } },
            { downwardAPI: { items: [{ path: 'p', fieldRef: { ...fieldRef, apiVersion: 'v1' } }] } },
          ],
          defaultMode: 420,
        },
      },
    ],
    [
      'pulls an image by its tag',
      { image: { reference: 'data:latest' } },
      { image: { reference: 'data:latest', pullPolicy: 'Always' } },
    ],
    [
      'fills in the claim of an ephemeral volume',
      { ephemeral: { volumeClaimTemplate: {} } },
      { ephemeral: { volumeClaimTemplate: { spec: { volumeMode: 'Filesystem' } } } },
    ],
    ['leaves other sources alone', { nfs: { server: 's', path: '/p' } }, { nfs: { server: 's', path: '/p' } }],
  ])('%s', (_, volume, expected) => {
    expect(defaultedVolume(volume)).toEqual({ name: 'v', ...expected });
  });
});
