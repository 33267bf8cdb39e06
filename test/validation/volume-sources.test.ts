import { surplusPodSources, surplusVolumeSources, withoutSources } from '../../lib/validation/volume-sources';

test.each([
  ['none', { name: 'a' }, []],
  ['one', { name: 'a', nfs: {} }, []],
  ['two, the later first', { name: 'a', nfs: {}, hostPath: {} }, ['nfs']],
  ['three', { image: {}, emptyDir: {}, csi: {} }, ['csi', 'image']],
])('of the sources of a pod volume, %s, the first stays', (_, volume, surplus) => {
  expect(surplusPodSources(volume)).toEqual(surplus);
});

test.each([
  ['beside other fields', { accessModes: [], nfs: {} }, []],
  ['two', { csi: {}, hostPath: {} }, ['csi']],
  ['a flexVolume second', { flexVolume: {}, hostPath: {} }, []],
  ['a flexVolume first', { flexVolume: {}, csi: {} }, ['csi']],
])('of the sources of a PersistentVolume, %s, the first stays', (_, spec, surplus) => {
  expect(surplusVolumeSources(spec)).toEqual(surplus);
});

test('a volume without some of its sources is a copy; without none, itself', () => {
  const volume = { name: 'a', nfs: {}, hostPath: {} };
  expect(withoutSources(volume, ['nfs'])).toEqual({ name: 'a', hostPath: {} });
  expect(withoutSources(volume, [])).toBe(volume);
});
