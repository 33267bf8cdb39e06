/** Thrown where an app ends the process. */
class AppExit extends Error {
  override readonly name = 'AppExit';
}

/** An app that says with its exit code that it has failed. */
export class ExitCodeError extends Error {
  override readonly name = 'ExitCodeError';

  constructor(exitCode: number) {
    super(`it ended with exit code ${exitCode}.`);
  }
}

/**
 * Runs an app that thinks the process is its own, until it has done all that it began.
 *
 * What it prints goes to standard error, as standard output belongs to the command. Where it ends the process, the action
 * ends; what it throws where nobody catches it, now or later, fails the action.
 *
 * @param action Runs the app.
 * @param isEnough Whether it is enough to wait for what the app began itself; else for all that keeps the process alive.
 * @throws What the app throws, or an ExitCodeError where it ends the process, or would, with another exit code than 0.
 */
export async function runAsProcess(action: () => Promise<void>, isEnough: () => boolean): Promise<void> {
  const begun = activeWork(WORK, PIPES);
  const failure = uncaughtFailure();
  const exit = exitThrows();
  const restoreOutput = outputToStandardError();
  let code = 0;
  try {
    const whole = async () => {
      await action();
      if (isEnough()) await workDone(begun);
      else await eventLoopDrained();
    };
    await Promise.race([whole(), failure.happens]);
  } catch (error) {
    if (!exit.isCalled()) throw error;
  } finally {
    restoreOutput();
    code = exit.restore();
    failure.restore();
  }
  if (code !== 0) throw new ExitCodeError(code);
}

/** Has `process.exit()` throw. To restore it gives the code with which the app would have ended. */
function exitThrows(): { isCalled(): boolean; restore(): number } {
  const { exit, exitCode } = process;
  let code: number | undefined;
  process.exitCode = undefined;
  process.exit = (given) => {
    code ??= Number(given ?? process.exitCode ?? 0);
    throw new AppExit('the app ends the process');
  };
  return {
    isCalled: () => code !== undefined,
    restore() {
      const last = code ?? Number(process.exitCode ?? 0);
      process.exit = exit;
      process.exitCode = exitCode;
      return last;
    },
  };
}

const UNCAUGHT = ['uncaughtException', 'unhandledRejection'] as const;

/** Rejects with what nobody catches. */
function uncaughtFailure(): { readonly happens: Promise<never>; restore(): void } {
  let fail: (error: unknown) => void = () => undefined;
  const happens = new Promise<never>((_, reject) => {
    fail = reject;
  });
  happens.catch(() => undefined);
  const listener = (error: unknown) => fail(error);
  for (const event of UNCAUGHT) process.on(event, listener);
  return { happens, restore: () => UNCAUGHT.forEach((event) => void process.off(event, listener)) };
}

/**
 * Node makes its streams when somebody asks for them, which takes a while; so does this.
 *
 * @returns Gives standard output back.
 */
function outputToStandardError(): () => void {
  const own = Object.getOwnPropertyDescriptor(process, 'stdout');
  Object.defineProperty(process, 'stdout', { configurable: true, enumerable: true, get: () => process.stderr });
  return () => {
    if (own) Object.defineProperty(process, 'stdout', own);
  };
}

/** What keeps a process alive because somebody waits for it: timers, requests, connections, other processes. */
const WORK = /^(Timeout|Immediate|ProcessWrap|TCPSocketWrap|TLSWrap|(?!CloseReq).*Req.*)$/;
/** Also what standard output and error may be, which keep no process alive. */
const PIPES = /^PipeWrap$/;

function activeWork(...kinds: readonly RegExp[]): number {
  return process.getActiveResourcesInfo().filter((name) => kinds.some((kind) => kind.test(name))).length;
}

/** Waits for what the app began; it mostly began nothing. */
async function workDone(begun: number): Promise<void> {
  await new Promise((done) => setImmediate(done));
  if (activeWork(WORK, PIPES) > begun) await Promise.race([eventLoopDrained(), isQuiet(begun)]);
}

/** For a process that something else keeps alive: milliseconds between two looks, and looks at which nothing is done. */
const [LOOK_AGAIN, LOOKS] = [5, 100];

async function isQuiet(begun: number): Promise<void> {
  for (let quiet = 0; quiet < LOOKS; quiet = activeWork(WORK) > begun ? 0 : quiet + 1)
    await new Promise((done) => setTimeout(done, LOOK_AGAIN).unref());
}

function eventLoopDrained(): Promise<void> {
  return new Promise((done) => {
    process.once('beforeExit', () => done());
  });
}
