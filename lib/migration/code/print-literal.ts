const IDENTIFIER = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;
const LINE_BREAK = /\n/;

/** A string as TypeScript: in single quotes unless double ones need fewer escapes, or as a template of several lines. */
export function printString(text: string): string {
  return LINE_BREAK.test(text) ? printTemplate(text) : printQuoted(text);
}

function printQuoted(text: string): string {
  const quote = count(text, "'") > count(text, '"') ? '"' : "'";
  return quote + escaped(text, quote) + quote;
}

/** The name of a property, in quotes where it needs them. */
export function printKey(key: string): string {
  // Written as a plain key it would set the prototype.
  if (key === '__proto__') return "['__proto__']";
  return IDENTIFIER.test(key) ? key : printQuoted(key);
}

function printTemplate(text: string): string {
  const lines = text.split('\n').map((line) => escaped(line, '`').replaceAll('${', '\\${'));
  return `\`${lines.join('\n')}\``;
}

/** Escapes what ends or changes a literal, and characters that are not seen. */
function escaped(text: string, quote: string): string {
  return [...text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)].map(visible).join('');
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const SHORT: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function visible(character: string): string {
  if (!UNSEEN.test(character)) return character;
  return SHORT[character] ?? [...Array(character.length).keys()].map((at) => unicode(character, at)).join('');
}

function unicode(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
