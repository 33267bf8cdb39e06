import type { PlainObject } from '../plain-object';
import { type FlagSpecs, type ParsedWords, wrong } from './flags';

/** A command of kubectl that makes objects. */
export interface KubectlCommand {
  readonly flags: FlagSpecs;
  /** @param command what it is called in messages: `kubectl create job` */
  make(command: string, words: ParsedWords<FlagSpecs>, files: KubectlFiles): PlainObject[];
}

/** What a command reads beside its words. */
export interface KubectlFiles {
  /** The bytes of a file. */
  read(path: string): Buffer;
  /** The names of the files in a folder; undefined where the path is no folder. */
  list(path: string): string[] | undefined;
}

/** Exists to infer the types of a command's flags where it is written. */
export function kubectlCommand<const Specs extends FlagSpecs>(
  flags: Specs,
  make: (
    command: string,
    words: ParsedWords<Specs & { namespace: { type: 'string' } }>,
    files: KubectlFiles,
  ) => PlainObject[],
): KubectlCommand {
  return { flags, make: make as KubectlCommand['make'] };
}

/** The one name that a command takes. */
export function nameOf(command: string, operands: readonly string[]): string {
  const [name, ...more] = operands;
  if (name === undefined || name === '') throw wrong(command, 'name the object: NAME is missing.');
  if (more.length > 0)
    throw wrong(command, `one NAME is expected, but there is '${more[0]}' as well; commands stand after --.`);
  return name;
}

/** Metadata in the order in which people write it, without what is absent. */
export function metadata(
  name: string,
  namespace: string | undefined,
  rest: { readonly labels?: PlainObject | undefined; readonly annotations?: PlainObject | undefined } = {},
): PlainObject {
  return withoutAbsent({ name, namespace, ...rest });
}

/** A copy without the fields that are undefined. */
export function withoutAbsent(fields: PlainObject): PlainObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The list, or nothing for an empty one. */
export function orAbsent<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

/** `a=b` as `['a', 'b']`; the value may hold further `=`. */
export function splitPair(command: string, flag: string, text: string): [key: string, value: string] {
  const at = text.indexOf('=');
  if (at <= 0) throw wrong(command, `--${flag} takes KEY=VALUE, not '${text}'.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** A port of the command line. */
export function portNumber(command: string, flag: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw wrong(command, `--${flag}: ${text} is no port; ports are numbers from 1 to 65535.`);
}
