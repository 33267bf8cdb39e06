import { wholeNumber } from '../../lib/manifest/whole-number';

test.each<[bigint, number]>([
  [0n, 0],
  [-7n, -7],
  [2n ** 53n + 1n, 2 ** 53],
  [2n ** 63n - 1n, 2 ** 63 - 1024],
  [2n ** 63n - 513n, 2 ** 63 - 1024],
  [2n ** 63n, 2 ** 63],
  [-(2n ** 63n), -(2 ** 63)],
  [-(2n ** 63n) - 1n, -(2 ** 63) - 2048],
  [2n ** 64n - 1n, 2 ** 64],
])('%s is %s', (value, number) => expect(wholeNumber(value)).toBe(number));
