import { descendingPath, pathWithoutBacksteps } from '../../lib/kubernetes/local-path';

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
