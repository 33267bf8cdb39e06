import { defaultsParity } from '../../../scripts/conformance/defaults-parity';

test('defaults, drops and prints every accepted case as the servers of 1.28 and 1.36 do', () => {
  const { compared, differences } = defaultsParity();
  expect(differences).toEqual([]);
  expect(compared).toBe(2804);
});
