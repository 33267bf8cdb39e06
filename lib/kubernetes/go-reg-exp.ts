/**
 * The regular expressions of Go, which are those of RE2: no look-around, no back-references.
 *
 * Follows Go's regexp/syntax Parse.
 */

const MOST_REPEATS = 1000;
const PERL_CLASSES = 'dDsSwW';
const ESCAPES = `${PERL_CLASSES}bBAzaftnrvQ`;
const CLASS_ESCAPES = `${PERL_CLASSES}aftnrv`;
const POSIX = /^\[:\^?(alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;
const REPEAT = /^\{(\d+)(?:(,)(\d*))?\}/;
const GROUP = /^\(\?(?:P?<([A-Za-z_0-9]+)>|([imsU]*(?:-[imsU]+)?)([:)]))/;

/** Why Go cannot read a regular expression; undefined when it can. */
export function goRegExpFault(pattern: string): string | undefined {
  let rest = pattern;
  let depth = 0;
  let repeatable = false;
  let repeated = false;
  const names = new Set<string>();
  while (rest !== '') {
    const step = readStep(rest, names);
    if ('fault' in step) return step.fault;
    if (step.kind === 'repeat') {
      if (!repeatable) return `missing argument to repetition operator: ${step.text}`;
      if (repeated) return `invalid nested repetition operator: ${step.text}`;
    }
    if (step.kind === 'open') depth += 1;
    if (step.kind === 'close') depth -= 1;
    if (depth < 0) return 'unexpected )';
    repeated = step.kind === 'repeat';
    repeatable = step.kind === 'atom' || step.kind === 'close' || repeated;
    rest = rest.slice(step.text.length);
  }
  return depth > 0 ? 'missing closing )' : undefined;
}

type Step = { readonly kind: 'atom' | 'repeat' | 'open' | 'close' | 'other'; readonly text: string };
type Fault = { readonly fault: string };

function readStep(rest: string, names: Set<string>): Step | Fault {
  const [first = ''] = rest;
  if (first === '(') return readGroup(rest, names);
  if (first === ')') return { kind: 'close', text: first };
  if (first === '|') return { kind: 'other', text: first };
  if (first === '[') return readClass(rest);
  if (first === '\\') return readEscape(rest, ESCAPES);
  if (first === '*' || first === '+' || first === '?') return lazily(first, rest);
  if (first === '{') {
    const [text, low = '', comma, high] = REPEAT.exec(rest) ?? [];
    if (text === undefined) return { kind: 'atom', text: first };
    const most = high ? Number(high) : Number(low);
    if (Number(low) > MOST_REPEATS || most > MOST_REPEATS || (comma && high && most < Number(low)))
      return { fault: `invalid repeat count: ${text}` };
    return lazily(text, rest);
  }
  return { kind: 'atom', text: String.fromCodePoint(rest.codePointAt(0) ?? 0) };
}

function lazily(operator: string, rest: string): Step {
  return { kind: 'repeat', text: rest[operator.length] === '?' ? `${operator}?` : operator };
}

function readGroup(rest: string, names: Set<string>): Step | Fault {
  if (!rest.startsWith('(?')) return { kind: 'open', text: '(' };
  const [text, name, , end] = GROUP.exec(rest) ?? [];
  if (text === undefined) return { fault: `invalid or unsupported Perl syntax: ${rest.slice(0, 4)}` };
  if (name !== undefined && names.has(name)) return { fault: `duplicate capture group name: ${name}` };
  if (name !== undefined) names.add(name);
  return end === ')' ? { kind: 'other', text } : { kind: 'open', text };
}

function readEscape(rest: string, known: string): Step | Fault {
  const next = rest[1];
  if (next === undefined) return { fault: 'trailing backslash at end of expression' };
  if (next === 'Q') {
    const end = rest.indexOf('\\E');
    return { kind: 'atom', text: end === -1 ? rest : rest.slice(0, end + 2) };
  }
  const text =
    /^\\(?:[pP](?:\{\^?[A-Za-z_]+\}|[A-Z])|x(?:[0-9A-Fa-f]{2}|\{[0-9A-Fa-f]+\})|0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(
      rest,
    )?.[0];
  if (text !== undefined) return { kind: 'atom', text };
  if (!known.includes(next) && /[A-Za-z0-9]/.test(next)) return { fault: `invalid escape sequence: \\${next}` };
  return { kind: 'atom', text: `\\${String.fromCodePoint(rest.codePointAt(1) ?? 0)}` };
}

/** Reads a class such as `[a-z]`. */
function readClass(rest: string): Step | Fault {
  let at = rest[1] === '^' ? 2 : 1;
  for (let first = true; first || rest[at] !== ']'; first = false) {
    if (at >= rest.length) return { fault: 'missing closing ]' };
    const posix = rest.startsWith('[:', at) ? POSIX.exec(rest.slice(at))?.[0] : undefined;
    if (posix !== undefined) {
      at += posix.length;
      continue;
    }
    if (rest.startsWith('[:', at) && rest.indexOf(':]', at + 2) > 0)
      return { fault: `invalid character class range: ${rest.slice(at)}` };
    const low = readClassItem(rest, at);
    if ('fault' in low) return low;
    at += low.text.length;
    if (low.code === undefined || rest[at] !== '-' || rest[at + 1] === ']' || at + 1 >= rest.length) continue;
    const high = readClassItem(rest, at + 1);
    if ('fault' in high) return high;
    if (high.code !== undefined && high.code < low.code)
      return { fault: `invalid character class range: ${low.text}-${high.text}` };
    at += 1 + high.text.length;
  }
  return { kind: 'atom', text: rest.slice(0, at + 1) };
}

/** One character of a class, with its code point unless it stands for several or is written as a number. */
function readClassItem(rest: string, at: number): { readonly text: string; readonly code?: number } | Fault {
  if (rest[at] !== '\\') {
    const code = rest.codePointAt(at) ?? 0;
    return { text: String.fromCodePoint(code), code };
  }
  const escaped = readEscape(rest.slice(at), CLASS_ESCAPES);
  if ('fault' in escaped) return escaped;
  const [, next = ''] = escaped.text;
  return /[A-Za-z0-9]/.test(next) ? { text: escaped.text } : { text: escaped.text, code: next.codePointAt(0) };
}
