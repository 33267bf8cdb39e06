import { minorOf, minorsOf } from '../../lib/kubernetes/version';

test.each([
  ['1.28', 28],
  ['v1.30.4', 30],
  ['1.36', 36],
  ['1.33.1-eks-abc', 33],
])('minorOf(%j) is %d', (text, minor) => expect(minorOf(text)).toBe(minor));

test.each(['1.27', '1.37', '2.30', '1', '', 'latest', '1.3'])('minorOf(%j) is an error', (text) => {
  expect(() => minorOf(text)).toThrow(expect.objectContaining({ code: 'ERR_KUBE_VERSION' }));
});

test.each([
  ['1.30', [30]],
  ['1.30,1.28', [28, 30]],
  ['1.34..1.36', [34, 35, 36]],
  ['1.34-1.35', [34, 35]],
  ['1.34 … 1.35', [34, 35]],
  ['1.28..1.29, 1.36', [28, 29, 36]],
  ['all', [28, 29, 30, 31, 32, 33, 34, 35, 36]],
])('minorsOf(%j) is %j', (text, minors) => expect(minorsOf(text)).toEqual(minors));

test.each(['1.36..1.28', '1.27..1.30', 'x'])('minorsOf(%j) is an error', (text) => {
  expect(() => minorsOf(text)).toThrow(expect.objectContaining({ code: 'ERR_KUBE_VERSION' }));
});
