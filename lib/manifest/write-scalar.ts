import { resolveScalar } from './resolve-scalar';

/** The options with which cdk8s writes YAML, see cdk8s/src/yaml.ts `Yaml.stringify`. */
const STRINGIFY_OPTIONS = { version: '1.1', lineWidth: 0 } as const;

/** A line break, or a character that is written as an escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const SPECIAL = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\u{D800}-\u{DFFF}]/u;

/** Characters that `kubectl` refuses or takes for line breaks when they are not escaped. */
const UNREADABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** What YAML reads as something else than text when it stands without quotes: indicators, comments, `: `, outer spaces. */
const INDICATOR = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|:[ \t]|[\t ]#|[\t :]$/;

/** What YAML 1.1 reads as null, a boolean, a number or a date, and YAML 1.2 as a number. */
const TYPED = new RegExp(
  [
    /^(?:~|[Nn]ull|NULL)?$/,
    /^(?:[YyNn]|[Yy]es|YES|[Nn]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE|[Oo]n|ON|[Oo]ff|OFF)$/,
    /^[-+]?(?:0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$/,
    /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/,
    /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:t|T|[ \t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]+)?(?:[ \t]*(?:Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** Texts that need no closer look: words of at least six letters, digits, dots, slashes and dashes. */
const PLAIN = /^[A-Za-z/][A-Za-z0-9_./-]{5,}$/;

/** A text as the value of a field or a list item whose continuation lines are indented by `indent`. */
export function writeText(text: string, indent: string): string {
  if (PLAIN.test(text)) return text;
  if (!SPECIAL.test(text)) return writeLine(text);
  if (isUnreadable(text)) return escapeText(text);
  return writeBlock(text, indent) ?? writeWithLibrary(text, indent);
}

/** The name of a field. `isRoot` is whether it begins in the first column, where `---` would end the document. */
export function writeKey(name: string, isRoot: boolean): string {
  if (PLAIN.test(name)) return name;
  if (!SPECIAL.test(name)) return isRoot && /^(?:---|\.\.\.)/.test(name) ? quote(name) : writeLine(name, name === '<<');
  if (isUnreadable(name)) return escapeText(name);
  const written = stringify({ [name]: 0 });
  return written.startsWith('? ') ? written.slice('? '.length, -'\n: 0\n'.length) : written.slice(0, -': 0\n'.length);
}

// Where `kubectl` reads more words and numbers than cdk8s knows of, such as `0o17`, they are quoted as well.
function writeLine(text: string, isMergeKey = false): string {
  const needsQuotes = isMergeKey || INDICATOR.test(text) || TYPED.test(text) || typeof resolveScalar(text) !== 'string';
  return needsQuotes ? quote(text) : text;
}

/**
 * Whether `kubectl` would not read back what cdk8s writes: because of a character, because all lines are empty and some
 * have spaces, or because the first line that is not empty begins with a tab.
 */
function isUnreadable(text: string): boolean {
  if (text.search(UNREADABLE) >= 0) return true;
  if (!text.includes('\n')) return false;
  return /^\n*\t/.test(text) || (/[ \t]/.test(text) && !/[^ \t\n]/.test(text));
}

function escapeText(text: string): string {
  return JSON.stringify(text).replace(
    UNREADABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function quote(text: string): string {
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

/** Lines as a literal block, when the text neither begins nor ends with anything that needs an indicator of its own. */
function writeBlock(text: string, indent: string): string | undefined {
  const isSimple = /^\S[\s\S]*\S\n?$/.test(text) && !SPECIAL.test(text.replaceAll('\n', ''));
  if (!isSimple) return undefined;
  const isClipped = text.endsWith('\n');
  const body = (isClipped ? text.slice(0, -1) : text).replace(/\n+/g, `$&${indent}`);
  return `|${isClipped ? '' : '-'}\n${indent}${body}`;
}

/** Leaves a rare text to the library, at the depth at which it will stand. */
function writeWithLibrary(text: string, indent: string): string {
  const depth = indent.length / 2;
  let nested: unknown = text;
  for (let level = 0; level < depth; level++) nested = { a: nested };
  const written = stringify(nested);
  // Line `level` is indented by two spaces a level, followed by `a:` and a line break or, the last time, a space.
  return written.slice(depth * (depth - 1) + depth * 'a: '.length, -1);
}

/** The library is loaded for the rare texts that need it: that takes longer than to write thousands of objects. */
function stringify(value: unknown): string {
  return (require('yaml') as typeof import('yaml')).stringify(value, STRINGIFY_OPTIONS);
}
