import { assert, bigInt, constantFrom, property } from 'fast-check';
import {
  compareQuantities,
  formatQuantity,
  milliValue,
  parseQuantity,
  type Quantity,
  wholeValue,
} from '../../lib/kubernetes/quantity';

const read = (text: string | number) => {
  const quantity = parseQuantity(text);
  if (!quantity) throw new Error(`${text} is no quantity`);
  return quantity;
};

describe('parseQuantity', () => {
  test.each([
    [100, 100_000_000_000n],
    ['0', 0n],
    ['1', 1_000_000_000n],
    ['100m', 100_000_000n],
    ['1.5', 1_500_000_000n],
    ['.5', 500_000_000n],
    ['5.', 5_000_000_000n],
    ['+1', 1_000_000_000n],
    ['-1', -1_000_000_000n],
    ['1Ki', 1_024_000_000_000n],
    ['1k', 1_000_000_000_000n],
    ['1e3', 1_000_000_000_000n],
    ['1E3', 1_000_000_000_000n],
    ['1E', 10n ** 27n],
    ['1e-3', 1_000_000n],
    [1e21, 10n ** 30n],
    ['1e308', 10n ** 317n],
    ['1e4294967299', 1_000_000_000_000n],
    ['16Ei', (2n ** 63n - 1n) * 10n ** 9n],
    ['9223372036854775808Ki', (2n ** 63n - 1n) * 10n ** 9n],
    ['1n', 1n],
    ['0.1n', 1n],
    ['Mi', 0n],
    ['.', 0n],
    ['Ti', 0n],
    ['e-9', 0n],
    ['0Pi', 0n],
    ['1e-10', 1n],
    [' 1 ', 1_000_000_000n],
    ['\u00a01Ki\u3000', 1_024_000_000_000n],
    ['9223372036854775808', 2n ** 63n * 10n ** 9n],
    ['9'.repeat(1_000_000), 10n ** 1009n],
    [`${'9'.repeat(1_000_000)}Ki`, (2n ** 63n - 1n) * 10n ** 9n],
    [`${'0'.repeat(100)}1`, 1_000_000_000n],
    [`1${'0'.repeat(100)}e-100`, 1_000_000_000n],
  ])('%.30j is %s billionths', (text, nano) => expect(read(text).nano).toBe(nano));

  test.each([
    '',
    ' ',
    'abc',
    '1gb',
    '1 Gi',
    '1.2.3',
    '1KI',
    '1mi',
    '--1',
    '1e',
    '1e+',
    '0x10',
    '1\n',
    '\t1',
    '1\u2028',
    '１',
    '1kk',
    'NaN',
    'e3x',
    'Pi',
    '1e9223372036854775808',
    '.Ei',
    'e-10',
  ])('%j is none', (text) => expect(parseQuantity(text)).toBeUndefined());
});

test.each([
  ['1000m', '1'],
  ['1024Ki', '1Mi'],
  ['1024', '1024'],
  ['1000', '1k'],
  ['0.1', '100m'],
  ['1500m', '1500m'],
  ['1.5Gi', '1536Mi'],
  ['512', '512'],
  ['0Mi', '0'],
  ['1e3', '1e3'],
  ['1e308', '100e306'],
  ['18446744073709552000', '18446744073709552k'],
  ['-2000', '-2k'],
  ['100Ki', '100Ki'],
  ['1023.5Ki', '1048064'],
  ['102.4Ki', '104857600m'],
])('%s is written %s', (text, canonical) => expect(formatQuantity(read(text))).toBe(canonical));

test.each([
  ['1.5', 2n, 1500n],
  ['1', 1n, 1000n],
  ['1500u', 1n, 2n],
  ['-1.5', -2n, -1500n],
])('%s is %s whole and %s thousandths, rounded away from zero', (text, whole, milli) => {
  expect([wholeValue(read(text)), milliValue(read(text))]).toEqual([whole, milli]);
});

test('comparing follows the value, not the notation', () => {
  expect(compareQuantities(read('1Gi'), read('1G'))).toBeGreaterThan(0);
  expect(compareQuantities(read('1000m'), read('1'))).toBe(0);
  expect(compareQuantities(read('-1'), read('1m'))).toBeLessThan(0);
});

test('what is written reads as the same quantity', () => {
  const suffix = constantFrom('', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e3', 'e-3');
  assert(
    property(bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), suffix, (digits, unit) => {
      const quantity: Quantity = read(`${digits}${unit}`);
      expect(read(formatQuantity(quantity)).nano).toBe(quantity.nano);
    }),
  );
});
