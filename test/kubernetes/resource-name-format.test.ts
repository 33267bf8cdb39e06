import {
  containerResourceName,
  isStandardQuotaResource,
  quotaResourceName,
  resourceName,
} from '../../lib/kubernetes/resource-name-format';

const faults = (name: string) =>
  [resourceName, containerResourceName, quotaResourceName].map((format) => format(name).length);

test.each([
  ['cpu', 0, 0, 0],
  ['hugepages-2Mi', 0, 0, 0],
  ['example.com/gpu', 0, 0, 0],
  ['kubernetes.io/x', 0, 0, 0],
  ['pods', 0, 1, 0],
  ['storage', 0, 1, 1],
  ['requests.cpu', 0, 1, 0],
  ['gpu', 1, 2, 2],
  ['requests.example.com/gpu', 0, 1, 0],
  ['count/jobs.batch', 0, 0, 0],
  ['a b', 1, 2, 2],
])('%s: %i faults anywhere, %i in a container, %i in a quota', (name, ...expected) => {
  expect(faults(name)).toEqual(expected);
});

test('storage is known, but not in quotas', () => {
  expect(['storage', 'requests.storage', 'example.com/gpu'].map(isStandardQuotaResource)).toEqual([false, true, false]);
});
