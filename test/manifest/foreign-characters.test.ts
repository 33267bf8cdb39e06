import { parseDocument } from 'yaml';
import { foreignCharacters } from '../../lib/manifest/foreign-characters';

const places = (text: string): number[] => foreignCharacters(text, parseDocument(text)).map(({ start }) => start);

test.each<[string, string, number[]]>([
  ['nothing of the kind', 'a: "\\n\\u0041" # b', []],
  ['a slash in single quotes', "a: '\\/'", []],
  ['a backslash before a slash', 'a: "\\\\/"', []],
  ['an escaped slash', 'a: "b\\/c"', [5]],
  ['an escaped slash in a name', '"b\\/c": a', [2]],
  ['both halves of a character', 'a: "\\ud83d\\ude00"', [4, 10]],
  ['a line separator in a text without quotes', 'a: b\u2028c', [4]],
  ['a line separator in a comment', 'a: b # c\u2029d', [8]],
  ['a carriage return alone', 'a: b\rc', [4]],
  ['a carriage return at the end of a line', 'a: b\r\nc: d', []],
  ['a line separator in double quotes', 'a: "b\u2028c"', []],
  ['a line separator in single quotes', "a: 'b\u2028c'", []],
  ['a line separator at the end of a line', 'a: b\u2028\nc: d', []],
  ['a line separator before a comment', 'a: b\u2028# c', []],
])('%s', (_name, text, found) => expect(places(text)).toEqual(found));
