/** Something to wait for: calls back once when it has happened. */
export type Wait = (resume: () => void) => void;

/** Steps with waits between them, written as a generator. */
export type Process<Result = void> = Generator<Wait, Result, void>;

/** Runs a process to its end, and hands on its result. */
export function run<Result>(process: Process<Result>, done: (result: Result) => void): void {
  const step = () => {
    const next = process.next();
    if (next.done) done(next.value);
    else next.value(step);
  };
  step();
}

/** Waits for all of these, which run side by side. */
export function all(processes: readonly Process[]): Wait {
  return (resume) => {
    let left = processes.length;
    if (left === 0) resume();
    for (const process of processes) {
      run(process, () => {
        left--;
        if (left === 0) resume();
      });
    }
  };
}
