import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * The folder in an output folder where new files wait until all of them are whole. Only one run at a time has it, and
 * none is left behind but by a run that was killed.
 */
export const STAGING = '.podwright.tmp';

const OWNER = 'owner';
/** Milliseconds that a run waits for another one. */
const PATIENCE = 5000;
const PAUSE = 20;
/** Milliseconds after which a folder that names no owner is nobody's: its run was killed before it could say. */
const NAMELESS = 1000;
/** Milliseconds after which a folder of another machine, whose processes cannot be seen from here, is nobody's. */
const FOREIGN = 60_000;

/** Another run holds the output folder. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/**
 * Makes the staging folder of an output folder, gives it to `action` and removes it with what is left in it. Waits while
 * another run has it; takes it over from a run that was killed.
 *
 * @throws BusyError when another run does not finish within 5 s.
 */
export function withStaging<T>(outdir: string, action: (staging: string) => T): T {
  const staging = join(outdir, STAGING);
  acquire(staging);
  try {
    writeFileSync(join(staging, OWNER), `${process.pid} ${hostname()}`);
    return action(staging);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function acquire(staging: string): void {
  const until = Date.now() + PATIENCE;
  while (!isMade(staging)) {
    const owner = ownerOf(staging);
    if (isGone(staging, owner)) rmSync(staging, { recursive: true, force: true });
    else if (Date.now() > until)
      throw new BusyError(`another podwright${owner ? ` (process ${owner.process})` : ''} is writing there`);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
}

function isMade(staging: string): boolean {
  try {
    mkdirSync(staging);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

interface Owner {
  readonly process: number;
  readonly machine: string;
}

function ownerOf(staging: string): Owner | undefined {
  try {
    const [process = '', machine = ''] = readFileSync(join(staging, OWNER), 'utf8').split(' ');
    return machine === '' ? undefined : { process: Number(process), machine };
  } catch {
    return undefined;
  }
}

function isGone(staging: string, owner: Owner | undefined): boolean {
  if (owner?.machine === hostname()) return !isRunning(owner.process);
  const modified = statSync(staging, { throwIfNoEntry: false })?.mtimeMs;
  return modified !== undefined && Date.now() - modified > (owner ? FOREIGN : NAMELESS);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
