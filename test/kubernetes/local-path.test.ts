import { descendingPath, pathWithoutBacksteps, volumeFilePath } from '../../lib/kubernetes/local-path';

test.each([
  ['a/b', 0],
  ['', 0],
  ['a..b/..c', 0],
  ['/a', 1],
  ['a/../b', 1],
  ['..', 1],
  ['/..', 2],
])('a path below a directory: %j has %i faults', (path, faults) => {
  expect(descendingPath(path)).toHaveLength(faults);
});

test('an absolute path may be without backsteps', () => {
  expect(pathWithoutBacksteps('/a/b')).toEqual([]);
  expect(pathWithoutBacksteps('/a/../b')).toHaveLength(1);
});

test.each([
  ['a/b', 0],
  ['a/..b', 0],
  ['..a', 1],
  ['../a', 1],
  ['/a', 1],
  ['..', 2],
])('a file of a volume: %j has %i faults', (path, faults) => {
  expect(volumeFilePath(path)).toHaveLength(faults);
});
