import fc from 'fast-check';
import { isGoDuration } from '../../lib/kubernetes/go-duration';

test.each([
  '0',
  '-0',
  '1h',
  '1h30m',
  '.5s',
  '1.s',
  '-1.5h',
  '+3us',
  '3\u00b5s',
  '3\u03bcs',
  '1ns2ms',
  '2562047h',
  '-2562047h47m16.854775808s',
])('%j is a duration', (text) => {
  expect(isGoDuration(text)).toBe(true);
});

test.each([
  '',
  '+',
  '1',
  '00',
  'h',
  '.s',
  '1d',
  '1 h',
  ' 1h',
  '1H',
  '1h-1m',
  '1.2.3s',
  '1h1',
  '2562048h',
  '2562047h47m16.854775808s',
])('%j is none', (text) => {
  expect(isGoDuration(text)).toBe(false);
});

test('whole hours, minutes and seconds in any order are a duration', () => {
  const part = fc.tuple(fc.nat(9999), fc.constantFrom('h', 'm', 's')).map(([count, unit]) => `${count}${unit}`);
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => isGoDuration(parts.join(''))));
});
