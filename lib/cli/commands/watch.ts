import { relative } from 'node:path';
import { comparisonFormats } from '../../comparison/reports/formats';
import { findDrift } from '../../synthesis/drift';
import { writeFiles } from '../../synthesis/write-files';
import { defineCommand, ExitCode } from '../command';
import { adviceOptions, formatOf } from '../common-options';
import { appSources } from '../files/app-sources';
import { FileWatcher } from '../files/file-watcher';
import type { Io } from '../io';
import { hasErrors, reportOf, synthesisOptions, synthesizeTarget, type Target, targetOf } from '../synthesis-options';
import { tellWritten } from '../tell-written';

type Options = Parameters<typeof targetOf>[0];

/** Synthesizes the app again whenever one of its files changes, until it is told to stop. */
export const watch = defineCommand({
  name: 'watch',
  summary: 'Synthesize on every change of the app, and say what it changes; Ctrl+C stops.',
  options: { ...synthesisOptions, profile: adviceOptions.profile },
  async run(options, _operands, io) {
    const signal = stopSignal();
    const watcher = new FileWatcher();
    try {
      await Promise.race([signal.received, watchApp(options, watcher, io)]);
    } finally {
      signal.release();
      watcher.close();
    }
    return ExitCode.ok;
  },
});

async function watchApp(options: Options, watcher: FileWatcher, io: Io): Promise<never> {
  let target: Target = { app: 'main.ts', outdir: 'dist' };
  for (let isFirst = true; ; isFirst = false) {
    const start = performance.now();
    try {
      target = targetOf(options);
      await synthesizeAndWrite(target, options, isFirst, io);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      io.err(`podwright: ${error.message}\n${target.outdir} stays as it was.\n`);
    }
    const sources = appSources(target.app, target.outdir);
    watcher.watch(sources);
    // A command may write beside its sources; that is no change of the app.
    if (sources.folders.length > 0) await watcher.forget();
    io.err(`${Math.round(performance.now() - start)} ms; waiting for changes\n`);
    const changed = await watcher.next();
    io.err(`\n${changed.map((file) => relative(process.cwd(), file)).join(', ')} changed\n`);
  }
}

async function synthesizeAndWrite(target: Target, options: Options, isFirst: boolean, io: Io): Promise<void> {
  const synthesis = await synthesizeTarget(target, options, formatOf());
  io.err(formatOf().render(reportOf(synthesis, target.outdir, io)));
  if (hasErrors(synthesis)) {
    io.err(`${target.outdir} stays as it was.\n`);
    return;
  }
  const difference = isFirst ? undefined : findDrift(target.outdir, synthesis.files, { extent: synthesis });
  const written = writeFiles(target.outdir, synthesis.files, { extent: synthesis });
  if (difference && difference.files.length > 0)
    io.err(comparisonFormats.text?.render({ ...difference, purpose: 'diff', colour: io.colour }) ?? '');
  else tellWritten(written, target.outdir, io);
}

/** Waits for Ctrl+C or `kill`. */
function stopSignal(): { readonly received: Promise<void>; release(): void } {
  let stop = (): void => {};
  const received = new Promise<void>((done) => {
    stop = done;
  });
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  return { received, release: () => signals.forEach((signal) => void process.off(signal, stop)) };
}
