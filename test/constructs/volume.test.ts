import { type Volumes, volumeList } from '../../lib/constructs/volume';
import { inOrder } from './synthesized';

test.each<[string, Volumes, unknown]>([
  ['one source', { data: { emptyDir: { medium: 'Memory' } } }, [{ name: 'data', emptyDir: { medium: 'Memory' } }]],
  ['no source: the server makes it an empty directory', { data: {} }, [{ name: 'data' }]],
  [
    'an ephemeral volume',
    { data: { ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'] } } } } },
    [{ name: 'data', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'] } } } }],
  ],
  [
    'several, in order',
    { b: { hostPath: { path: '/b' } }, a: { secret: { secretName: 'a' } } },
    [
      { name: 'b', hostPath: { path: '/b' } },
      { name: 'a', secret: { secretName: 'a' } },
    ],
  ],
])('volumes: %s', (_, volumes, expected) => {
  expect(inOrder(volumeList(volumes))).toBe(inOrder(expected));
});
