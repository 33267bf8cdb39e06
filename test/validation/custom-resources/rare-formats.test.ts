import { RARE_FORMATS } from '../../../lib/validation/custom-resources/rare-formats';

const cases: [format: string, valid: string[], invalid: string[]][] = [
  ['bsonobjectid', ['507f1f77bcf86cd799439011'], ['', '507f1f77bcf86cd79943901', '507f1f77bcf86cd79943901g']],
  ['creditcard', ['4111111111111111', '4111-1111-1111-1111', '371449635398431'], ['', '4111111111111112', '1234']],
  ['isbn', ['0321751043', '978-0321751041'], ['0321751044', 'x']],
  ['isbn10', ['0-321-75104-3', '316148410X'], ['978-0321751041', '0321751044']],
  ['isbn13', ['978 0321751041'], ['0321751043', '9780321751042']],
  ['rgbcolor', ['rgb(1,2,3)', 'rgb( 255 , 0 , 20 )'], ['rgb(256,0,0)', 'rgb(01,2,3)', '#fff']],
  ['ssn', ['111-11-1111', '111 11 1111'], ['111111111', '111-11-11111', '']],
];

test.each(cases)('%s', (format, valid, invalid) => {
  const test = RARE_FORMATS.get(format);
  expect(valid.filter((text) => test?.(text) !== true)).toEqual([]);
  expect(invalid.filter((text) => test?.(text) !== false)).toEqual([]);
});

test('every format has a table', () => {
  expect(cases.map(([format]) => format)).toEqual([...RARE_FORMATS.keys()]);
});
