import { fstatSync, readFileSync, writeSync } from 'node:fs';

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
  out: (text) => print(1, text),
  err: (text) => print(2, text),
  stdin: () => readFileSync(0),
  get colour() {
    return !process.env.NO_COLOR && !isPlain(2) && process.stderr.isTTY === true;
  },
};

/** Files and pipes are written at once: Node's streams take longer to load than most commands to print what they say. */
function print(target: 1 | 2, text: string): void {
  const rest = !streamed.has(target) && isPlain(target) ? unwritten(target, Buffer.from(text)) : text;
  if (rest.length === 0) return;
  streamed.add(target);
  (target === 1 ? process.stdout : process.stderr).write(rest);
}

/** What goes through its stream from now on, so that nothing overtakes what the stream still holds. */
const streamed = new Set<number>();

/** What of a text its reader does not take at the moment, or not at all, which the stream knows how to handle. */
function unwritten(target: number, text: Buffer): Buffer {
  let rest = text;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(target, rest));
  } catch {
    return rest;
  }
  return rest;
}

/** Whether there is a file, a pipe or another program at the other end, rather than a terminal. */
function isPlain(target: number): boolean {
  try {
    const status = fstatSync(target);
    return status.isFile() || status.isFIFO() || status.isSocket();
  } catch {
    return false;
  }
}
