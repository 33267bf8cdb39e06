import fc from 'fast-check';
import { decodeBase64, decodedLength, encodeBase64 } from '../../lib/kubernetes/base64';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('reads back every text that it writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const encoded = encodeBase64(value);
      expect(text(decodeBase64(encoded))).toBe(value);
      expect(decodedLength(encoded)).toBe(decodeBase64(encoded).length);
    }),
  );
});

test.each([
  ['line breaks', 'eyJh\nIjox\r\nfQ==', '{"a":1}'],
  ['spare bits in the last letter', 'YR==', 'a'],
  ['nothing', '', ''],
])('reads %s', (_, data, expected) => {
  expect(text(decodeBase64(data))).toBe(expected);
  expect(decodedLength(data)).toBe(expected.length);
});

test('reads a list of numbers as bytes', () => {
  expect(text(decodeBase64([123, 125]))).toBe('{}');
  expect(decodedLength([123, 125])).toBe(2);
});
