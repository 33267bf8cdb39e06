import { readFileSync } from 'node:fs';

/** Where a command reads from and prints to. */
export interface Io {
  /** Results, for other programs to read. */
  out(text: string): void;
  /** Progress and messages, for people to read. */
  err(text: string): void;
  /** All of standard input. */
  stdin(): Buffer;
  /** Whether messages may be coloured. */
  readonly colour: boolean;
}

/** The process's own streams; colours only on a terminal and not under `NO_COLOR`. */
export const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: () => readFileSync(0),
  colour: process.stderr.isTTY === true && !process.env.NO_COLOR,
};
