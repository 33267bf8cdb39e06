import { suggest } from '../../kubernetes/suggest';
import { MigrationError } from '../migration-error';

/**
 * A flag as kubectl declares it: `list` splits at commas and may be given several times, `each` may be given several times
 * and does not split.
 */
export interface FlagSpec {
  readonly type: 'string' | 'boolean' | 'number' | 'list' | 'each';
  readonly short?: string;
}

export type FlagSpecs = Readonly<Record<string, FlagSpec>>;

/** The value of a flag in code. */
type FlagValue<Spec extends FlagSpec> = Spec['type'] extends 'boolean'
  ? boolean
  : Spec['type'] extends 'number'
    ? number
    : Spec['type'] extends 'list' | 'each'
      ? readonly string[]
      : string;

/** The flags that were given. */
export type FlagValues<Specs extends FlagSpecs> = { readonly [Name in keyof Specs]?: FlagValue<Specs[Name]> };

/** The words of a command, taken apart. */
export interface ParsedWords<Specs extends FlagSpecs> {
  readonly flags: FlagValues<Specs>;
  /** The words that are no flags, before `--`. */
  readonly operands: readonly string[];
  /** The words after `--`. */
  readonly rest: readonly string[];
}

/** Flags that decide nothing about the object. */
const WITHOUT_EFFECT: FlagSpecs = {
  'allow-missing-template-keys': { type: 'boolean' },
  'dry-run': { type: 'string' },
  'field-manager': { type: 'string' },
  output: { type: 'string', short: 'o' },
  'save-config': { type: 'boolean' },
  'show-managed-fields': { type: 'boolean' },
  template: { type: 'string' },
  validate: { type: 'string' },
  context: { type: 'string' },
  cluster: { type: 'string' },
  kubeconfig: { type: 'string' },
  kuberc: { type: 'string' },
  'request-timeout': { type: 'string' },
  server: { type: 'string', short: 's' },
  v: { type: 'string', short: 'v' },
};

/** Flags that may stand without a value, and what they mean then. */
const BARE: Readonly<Record<string, string>> = { 'dry-run': 'unchanged', validate: 'strict' };

export const NAMESPACE = { namespace: { type: 'string', short: 'n' } } as const satisfies FlagSpecs;

/**
 * Takes the words of a kubectl command apart as its flag library does.
 *
 * @param command What the flags belong to, for messages: `kubectl run`.
 * @throws MigrationError `ERR_KUBECTL` for a flag that the command does not have, and for a wrong value
 *
 * Follows github.com/spf13/pflag, `parseArgs`.
 */
export function parseFlags<const Specs extends FlagSpecs>(
  command: string,
  words: readonly string[],
  own: Specs,
): ParsedWords<Specs> {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const specs: FlagSpecs = { ...WITHOUT_EFFECT, ...NAMESPACE, ...own };
  const flags: Record<string, unknown> = {};
  const operands: string[] = [];
  for (let at = 0; at < before.length; at += 1) {
    const word = before[at] ?? '';
    if (word.length < 2 || !word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    for (const { name, spec, text } of flagsIn(command, word, specs)) {
      const bare = spec.type === 'boolean' ? 'true' : BARE[name];
      const value = text ?? bare ?? before[++at];
      if (value === undefined) throw wrong(command, `--${name} needs a value.`);
      flags[name] = flagValue(command, name, spec, value, flags[name]);
    }
  }
  return { flags: flags as FlagValues<Specs>, operands, rest: end < 0 ? [] : words.slice(end + 1) };
}

/** An error about a kubectl command. */
export function wrong(command: string, problem: string): MigrationError {
  return new MigrationError('ERR_KUBECTL', `${command}: ${problem}`);
}

interface FoundFlag {
  readonly name: string;
  readonly spec: FlagSpec;
  /** Its value where it stands in the same word. */
  readonly text: string | undefined;
}

function flagsIn(command: string, word: string, specs: FlagSpecs): FoundFlag[] {
  if (!word.startsWith('--')) return shortFlags(command, word.slice(1), specs);
  const [, name = '', text] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
  const spec = specs[name];
  if (!spec || !Object.hasOwn(specs, name)) {
    const meant = suggest(name, Object.keys(specs));
    throw wrong(command, `there is no flag --${name}${meant ? `; did you mean --${meant}?` : '.'}`);
  }
  return [{ name, spec, text }];
}

/** Those of one word: `-it`, `-nshop`, `-n=shop`. */
function shortFlags(command: string, letters: string, specs: FlagSpecs): FoundFlag[] {
  const found: FoundFlag[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at];
    const known = Object.entries(specs).find(([, { short }]) => short === letter);
    if (!known) throw wrong(command, `there is no flag -${letter}.`);
    const [name, spec] = known;
    const rest = letters.slice(at + 1);
    if (spec.type === 'boolean' && !rest.startsWith('=')) found.push({ name, spec, text: undefined });
    else return [...found, { name, spec, text: rest === '' ? undefined : rest.replace(/^=/, '') }];
  }
  return found;
}

const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const FALSE = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

function flagValue(command: string, name: string, { type }: FlagSpec, text: string, before: unknown): unknown {
  if (type === 'string') return text;
  if (type === 'each') return [...((before as string[]) ?? []), text];
  if (type === 'list') return [...((before as string[]) ?? []), ...splitList(text)];
  if (type === 'boolean' && (TRUE.includes(text) || FALSE.includes(text))) return TRUE.includes(text);
  if (type === 'number' && /^[-+]?\d+$/.test(text)) return Number(text);
  throw wrong(command, `--${name} takes a ${type}, not '${text}'.`);
}

/** A row of values with commas between them, of which one in double quotes may hold commas. */
function splitList(text: string): string[] {
  const values = text.match(/"(?:[^"]|"")*"|[^,]+|(?<=,)(?=,|$)|^(?=,)/g) ?? [];
  return values.map((value) => (value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value));
}
