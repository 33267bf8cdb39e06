import { volumeDeviceList, volumeMountList } from '../../lib/constructs/volume-mount';
import { inOrder } from './synthesized';

test('mounts by path: a name, or a name with options', () => {
  const mounts = { '/data': 'data', '/data/config': { subPath: 'config', readOnly: true, name: 'data' } };
  expect(inOrder(volumeMountList(mounts))).toBe(
    inOrder([
      { name: 'data', mountPath: '/data' },
      { name: 'data', mountPath: '/data/config', subPath: 'config', readOnly: true },
    ]),
  );
});

test('block devices by path', () => {
  expect(volumeDeviceList({ '/dev/xvda': 'disk' })).toEqual([{ name: 'disk', devicePath: '/dev/xvda' }]);
});
