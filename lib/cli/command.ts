import { type ParseArgsConfig, parseArgs } from 'node:util';
import { suggest } from '../kubernetes/suggest';
import type { Io } from './io';

/** Exit codes of every command. */
export const ExitCode = {
  /** Nothing to complain of. */
  ok: 0,
  /** Findings of severity error, or differences where none were wanted. */
  findings: 1,
  /** Wrong use of the command, or the app itself failed. */
  failed: 2,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** An option of a command, `--name`. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** Whether it may be given several times; its value is then a list. Default: false. */
  readonly multiple?: boolean;
  /** What stands for the value in the help: `VERSION`. */
  readonly value?: string;
  readonly summary: string;
}

/** The values of a command's options; absent where not given. */
type OptionValues<O extends Record<string, OptionSpec>> = {
  readonly [K in keyof O]?: O[K]['type'] extends 'boolean'
    ? boolean
    : O[K]['multiple'] extends true
      ? readonly string[]
      : string;
};

/** One command of the `podwright` program. */
export interface Command<O extends Record<string, OptionSpec> = Record<string, OptionSpec>> {
  readonly name: string;
  readonly summary: string;
  /** What follows the command's name: `FILE...`. */
  readonly operands?: string;
  readonly options: O;
  /** An operand with which the words of another program begin: what follows it belongs to that program. */
  readonly foreign?: string;
  run(options: OptionValues<O>, operands: readonly string[], io: Io): Promise<ExitCode> | ExitCode;
}

/** Exists to infer the types of a command's options where it is written. */
export function defineCommand<const O extends Record<string, OptionSpec>>(command: Command<O>): Command<O> {
  return command;
}

/** Wrong use of a command; the message says what is right. */
export class UsageError extends Error {
  readonly code = 'ERR_USAGE';
}

/**
 * Takes the arguments of a command apart.
 *
 * @throws UsageError for an unknown option, with the one that was likely meant.
 */
export function parseCommand(
  command: Command,
  args: readonly string[],
): { values: Record<string, string | boolean | string[]>; operands: string[] } {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries<OptionSpec>({ ...command.options, help: { type: 'boolean', short: 'h', summary: '' } }).map(
      ([name, { type, short, multiple }]) => [name, { type, ...(short && { short }), ...(multiple && { multiple }) }],
    ),
  );
  try {
    const { values, positionals } = parseArgs({
      args: withoutForeign(args, command.foreign),
      options,
      allowPositionals: command.operands !== undefined,
      strict: true,
    });
    return { values: values as Record<string, string | boolean | string[]>, operands: positionals };
  } catch (error) {
    throw new UsageError(
      `${explain(command, error as NodeJS.ErrnoException)} See \`podwright ${command.name} --help\`.`,
    );
  }
}

/** The arguments with `--` before the words of another program. */
function withoutForeign(args: readonly string[], foreign: string | undefined): string[] {
  const [at, end] = [foreign === undefined ? -1 : args.indexOf(foreign), args.indexOf('--')];
  return at < 0 || (end >= 0 && end < at) ? [...args] : [...args.slice(0, at), '--', ...args.slice(at)];
}

function explain(command: Command, error: NodeJS.ErrnoException): string {
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const meant = suggest(option.replace(/^-+/, ''), Object.keys(command.options));
    return `${command.name} has no option ${option}${meant ? `; did you mean --${meant}?` : '.'}`;
  }
  if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `${command.name} takes no operands.`;
  return `${error.message.split('\n')[0]?.replace(/\.?$/, '.')}`;
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const lines = Object.entries(command.options).map(([name, { short, value, summary }]) => {
    const flag = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
    return `  ${flag.padEnd(30)} ${summary}`;
  });
  const usage = `Usage: podwright ${command.name}${lines.length > 0 ? ' [options]' : ''}${command.operands ? ` ${command.operands}` : ''}`;
  return `${command.summary}\n\n${usage}\n${lines.length > 0 ? `\nOptions:\n${lines.join('\n')}\n` : ''}`;
}
