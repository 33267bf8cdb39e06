import * as names from '../../lib/kubernetes/resource-name';

/** For each question: the names of which it is true, and those of which it is not. */
const tables: Record<string, { ask: (name: string) => boolean; yes: string[]; no: string[] }> = {
  isHugePages: {
    ask: names.isHugePages,
    yes: ['hugepages-2Mi', 'hugepages-'],
    no: ['hugepages', 'requests.hugepages-2Mi'],
  },
  isStandardResource: {
    ask: names.isStandardResource,
    yes: ['cpu', 'limits.memory', 'pods', 'requests.storage', 'hugepages-1Gi', 'requests.hugepages-1Gi'],
    no: ['gpu', 'limits.storage', 'limits.hugepages-1Gi'],
  },
  isStandardContainerResource: {
    ask: names.isStandardContainerResource,
    yes: ['cpu', 'memory', 'ephemeral-storage', 'hugepages-1Gi'],
    no: ['storage', 'limits.cpu', 'pods'],
  },
  isNativeResource: {
    ask: names.isNativeResource,
    yes: ['anything', 'kubernetes.io/a', 'example.kubernetes.io/a'],
    no: ['example.com/gpu'],
  },
  isExtendedResource: {
    ask: names.isExtendedResource,
    yes: ['example.com/gpu', 'a/b'],
    no: ['gpu', 'a.kubernetes.io/b', 'requests.example.com/gpu', 'A/b', `${'a'.repeat(245)}/b`],
  },
  isIntegerResource: { ask: names.isIntegerResource, yes: ['pods', 'example.com/gpu'], no: ['cpu', 'hugepages-2Mi'] },
  isOvercommitAllowed: {
    ask: names.isOvercommitAllowed,
    yes: ['cpu', 'a.kubernetes.io/b'],
    no: ['hugepages-2Mi', 'example.com/gpu'],
  },
};

describe.each(Object.entries(tables))('%s', (_, { ask, yes, no }) => {
  test.each(yes)('%s: yes', (name) => expect(ask(name)).toBe(true));
  test.each(no)('%s: no', (name) => expect(ask(name)).toBe(false));
});

test('a hugepages name states its page size', () => {
  expect(names.pageSizeOf('hugepages-2Ki')?.nano).toBe(2048n * 1_000_000_000n);
  expect(names.pageSizeOf('hugepages-x')).toBeUndefined();
});
