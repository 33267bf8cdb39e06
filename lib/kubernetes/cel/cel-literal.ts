import type { CelNode } from './cel-node';

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const QUOTED = /^([bBrR]{0,2})("""|'''|"|')([\s\S]*)\2$/;
const ESCAPE = /\\(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]))/g;
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ...['\\', '?', '"', "'", '`'].map((sign) => [sign, sign] as const),
]);
/** The least number of 64 bits has this size, and is written with a sign; no other reaches it. */
const LARGEST = 2n ** 63n;
const LARGEST_CODE_POINT = 0x10ffff;

/** What a literal stands for. */
export function celLiteral(text: string): CelNode {
  const word = WORDS.get(text);
  if (word !== undefined) return { kind: 'literal', value: word };
  const value = /^[0-9.]/.test(text) ? numberOf(text) : textOf(text);
  return value === undefined ? { kind: 'other-literal', text } : { kind: 'literal', value };
}

function numberOf(text: string): bigint | number | undefined {
  if (/[uU]$/.test(text)) return undefined;
  if (!/^(?:0x|[0-9]+$)/.test(text)) return Number(text);
  const whole = BigInt(text);
  return whole < LARGEST ? whole : undefined;
}

function textOf(text: string): string | undefined {
  const [, prefix = '', , content = ''] = QUOTED.exec(text) ?? [];
  if (/[bB]/.test(prefix)) return undefined;
  if (/[rR]/.test(prefix)) return content;
  let sound = true;
  const value = content.replace(ESCAPE, (_escape, x, u, long, octal, letter) => {
    const code = x ?? u ?? long;
    const point = code !== undefined ? Number.parseInt(code, 16) : Number.parseInt(octal ?? '', 8);
    if (letter === undefined && point <= LARGEST_CODE_POINT) return String.fromCodePoint(point);
    const sign = LETTERS.get(letter ?? '');
    if (sign === undefined) sound = false;
    return sign ?? '';
  });
  return sound ? value : undefined;
}
