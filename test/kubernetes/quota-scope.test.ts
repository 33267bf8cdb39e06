import {
  conflictingScopes,
  fitsScope,
  isQuotaScope,
  isWithoutValue,
  quotaScopes,
} from '../../lib/kubernetes/quota-scope';

test('every scope is known to 1.36, all but the one of volume attributes to 1.32', () => {
  expect(quotaScopes.filter((scope) => !isQuotaScope(scope, 36))).toEqual([]);
  expect(quotaScopes.filter((scope) => !isQuotaScope(scope, 32))).toEqual(['VolumeAttributesClass']);
  expect(isQuotaScope('besteffort', 36)).toBe(false);
});

test.each([
  ['pods', 'BestEffort', true],
  ['cpu', 'BestEffort', false],
  ['limits.memory', 'Terminating', true],
  ['ephemeral-storage', 'NotTerminating', false],
  ['hugepages-2Mi', 'PriorityClass', false],
  ['requests.storage', 'VolumeAttributesClass', true],
  ['pods', 'VolumeAttributesClass', false],
  ['count/jobs.batch', 'BestEffort', true],
  ['storage', 'BestEffort', true],
  ['pods', 'x', true],
])('%s with %s: %s', (resource, scope, fits) => {
  expect(fitsScope(resource, scope)).toBe(fits);
});

test('scopes that exclude each other, and scopes that have values', () => {
  expect(conflictingScopes(['BestEffort', 'Terminating', 'NotBestEffort'])).toEqual([['BestEffort', 'NotBestEffort']]);
  expect(conflictingScopes(['BestEffort', 'Terminating'])).toEqual([]);
  expect(quotaScopes.filter((scope) => !isWithoutValue(scope))).toEqual(['PriorityClass', 'VolumeAttributesClass']);
});
