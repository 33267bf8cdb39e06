import fc from 'fast-check';
import { servedQuantity } from '../../../lib/kubernetes/defaults/served-quantity';
import { parseQuantity } from '../../../lib/kubernetes/quantity';

describe('servedQuantity', () => {
  test.each<[string | number, string]>([
    ['0.1', '100m'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['1.5Gi', '1536Mi'],
    ['.5Gi', '512Mi'],
    ['2048Ki', '2Mi'],
    ['1028Ki', '1028Ki'],
    ['1Ei', '1Ei'],
    ['1e3', '1e3'],
    ['1E3', '1E3'],
    ['+1', '+1'],
    ['5.', '5.'],
    ['+1Gi', '+1Gi'],
    ['007', '007'],
    [' 64Mi ', '64Mi'],
    ['0', '0'],
    ['00', '0'],
    ['.', '0'],
    ['Mi', '0'],
    [1024, '1024'],
    [0.5, '500m'],
    ['9999999999999999999Ei', '9223372036854775807'],
  ])('%j is %s', (amount, expected) => {
    expect(servedQuantity(amount)).toBe(expected);
  });

  test('keeps the amount', () => {
    const suffix = fc.constantFrom('m', '', 'k', 'M', 'Ki', 'Mi', 'e3', 'E-3');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 6 }),
        fc.integer({ min: 0, max: 999 }),
        suffix,
        (whole, fraction, unit) => {
          for (const text of [`${whole}${unit}`, `${whole}.${fraction}${unit}`]) {
            expect(parseQuantity(servedQuantity(text))?.nano).toBe(parseQuantity(text)?.nano);
          }
        },
      ),
    );
  });
});
