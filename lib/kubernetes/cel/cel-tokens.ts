/** A word, sign or value of an expression. */
export interface CelToken {
  readonly kind: 'identifier' | 'value' | 'sign';
  readonly text: string;
}

const SPACE = /^(?:[\t\n\f\r ]|\/\/[^\n]*)+/;
const STRING =
  /^(?:[bB]?[rR]|[rR][bB])(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n\r]*"|'[^'\n\r]*')|^[bB]?(?:"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\.|[^\\"\n\r])*"|'(?:\\.|[^\\'\n\r])*')/;
const NUMBER = /^(?:0x[0-9a-fA-F]+[uU]?|\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|\d+[uU]?)/;
const IDENTIFIER = /^(?:[A-Za-z_][A-Za-z0-9_]*|`[A-Za-z0-9_./ -]+`)/;
const SIGN = /^(?:&&|\|\||==|!=|<=|>=|[-+*/%!<>?:()[\]{},.])/;
const VALUES = new Set(['true', 'false', 'null']);

/**
 * Takes an expression of the Common Expression Language apart; undefined where it holds what the language does not.
 *
 * Follows the lexical rules of https://github.com/google/cel-spec/blob/master/doc/langdef.md.
 */
export function celTokens(expression: string): CelToken[] | undefined {
  const tokens: CelToken[] = [];
  let rest = expression;
  for (;;) {
    rest = rest.replace(SPACE, '');
    if (rest === '') return tokens;
    const token = readToken(rest, tokens.at(-1)?.text === '.');
    if (token === undefined) return undefined;
    tokens.push(token);
    rest = rest.slice(token.text.length);
  }
}

function readToken(rest: string, selects: boolean): CelToken | undefined {
  const value = STRING.exec(rest)?.[0] ?? (selects ? undefined : NUMBER.exec(rest)?.[0]);
  if (value !== undefined) return { kind: 'value', text: value };
  const word = IDENTIFIER.exec(rest)?.[0];
  if (word !== undefined) return { kind: VALUES.has(word) && !selects ? 'value' : 'identifier', text: word };
  const sign = SIGN.exec(rest)?.[0];
  return sign === undefined ? undefined : { kind: 'sign', text: sign };
}
