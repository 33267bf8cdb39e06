import { suggest } from '../kubernetes/suggest';
import { type Command, commandHelp, ExitCode, parseCommand } from './command';
import type { Io } from './io';
import { packageVersion } from './package-version';

/** The commands by name, loaded when called for. */
const COMMANDS: Record<string, () => Command> = {
  diff: () => (require('./commands/diff') as typeof import('./commands/diff')).diff as Command,
  explain: () => (require('./commands/explain') as typeof import('./commands/explain')).explain as Command,
  graph: () => (require('./commands/graph') as typeof import('./commands/graph')).graph as Command,
  init: () => (require('./commands/init') as typeof import('./commands/init')).init as Command,
  migrate: () => (require('./commands/migrate') as typeof import('./commands/migrate')).migrateCommand as Command,
  simulate: () => (require('./commands/simulate') as typeof import('./commands/simulate')).simulate as Command,
  synth: () => (require('./commands/synth') as typeof import('./commands/synth')).synth as Command,
  validate: () => (require('./commands/validate') as typeof import('./commands/validate')).validateCommand as Command,
  watch: () => (require('./commands/watch') as typeof import('./commands/watch')).watch as Command,
};

/**
 * Runs the `podwright` program.
 *
 * @param args What follows the program's name on the command line.
 * @returns The exit code: 0 clean, 1 findings of severity error, 2 wrong use or the app itself failed.
 */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') return print(io, `${packageVersion()}\n`);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print(io, help());
  const load = COMMANDS[name];
  if (!load) {
    const meant = suggest(name, Object.keys(COMMANDS));
    io.err(
      `podwright: there is no command '${name}'${meant ? `; did you mean ${meant}?` : '.'} See \`podwright --help\`.\n`,
    );
    return ExitCode.failed;
  }
  return runCommand(load(), rest, io);
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const { values, operands } = parseCommand(command, args);
    if (values.help) return print(io, commandHelp(command));
    return await command.run(values as Parameters<Command['run']>[0], operands, io);
  } catch (error) {
    io.err(`podwright: ${describe(error)}\n`);
    return ExitCode.failed;
  }
}

/** Errors with a code are ours or the system's and speak for themselves; anything else is a bug and needs its stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? error.message : (error.stack ?? error.message);
}

function print(io: Io, text: string): ExitCode {
  io.out(text);
  return ExitCode.ok;
}

function help(): string {
  const commands = Object.keys(COMMANDS).map((name) => `  ${name.padEnd(12)} ${COMMANDS[name]?.().summary}`);
  return `podwright: typed Kubernetes workloads, validated before they are written\n\nUsage: podwright COMMAND [options]\n\nCommands:\n${commands.join('\n')}\n\nExit codes: 0 clean, 1 findings, 2 wrong use or the app failed.\n`;
}
