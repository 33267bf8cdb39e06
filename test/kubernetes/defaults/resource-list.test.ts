import fc from 'fast-check';
import { defaultResourceList } from '../../../lib/kubernetes/defaults/resource-list';
import { milliValue, parseQuantity } from '../../../lib/kubernetes/quantity';

function rounded(amount: string | number): string | number | undefined {
  const list = { cpu: amount };
  defaultResourceList(list);
  return list.cpu;
}

describe('defaultResourceList', () => {
  test.each<[string | number, string | number]>([
    ['1n', '1m'],
    ['1500u', '2m'],
    ['0.0001', '1m'],
    ['1.0005', '1001m'],
    ['1e-4', '1e-3'],
    ['-1n', '-1m'],
    [0.0001, '1m'],
  ])('rounds %s up to %s', (amount, expected) => {
    expect(parseQuantity(rounded(amount) ?? '')?.nano).toBe(parseQuantity(expected)?.nano);
  });

  test.each<string | number>(['100m', '0.5', '1.5Gi', '64Mi', 1, '1000000n', 'nonsense'])(
    'leaves %s as it is',
    (amount) => {
      expect(rounded(amount)).toBe(amount);
    },
  );

  test('changes no amount by a thousandth or more, and leaves whole thousandths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.constantFrom('n', 'u', 'm', '', 'k'), (digits, suffix) => {
        const before = parseQuantity(`${digits}${suffix}`)?.nano ?? 0n;
        const after = parseQuantity(rounded(`${digits}${suffix}`) ?? '')?.nano ?? 0n;
        expect(after % 1_000_000n).toBe(0n);
        expect(after).toBe(milliValue({ nano: before, format: 'DecimalSI' }) * 1_000_000n);
      }),
    );
  });
});
