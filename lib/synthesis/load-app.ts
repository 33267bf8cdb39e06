import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App as Cdk8sApp } from 'cdk8s';
import { recordCreationSites } from '../constructs/creation-site';
import { type Collector, setCollector } from './collector';
import { SynthesisError } from './synthesis-error';
import { installTypescriptHook } from './typescript-hook';

/**
 * Runs the script of an app in this process and gives the apps on which it called `synth()`.
 *
 * @param script Path of the script, TypeScript or JavaScript; its apps may be podwright's or cdk8s's.
 * @throws SynthesisError `ERR_APP_NOT_FOUND`, `ERR_APP_FAILED` with the script's own error as its cause,
 *   or `ERR_APP_NOT_SYNTHESIZED` when it ends without a call of `synth()`.
 */
export async function loadApp(script: string): Promise<Cdk8sApp[]> {
  const file = resolve(script);
  if (!existsSync(file))
    throw new SynthesisError(
      'ERR_APP_NOT_FOUND',
      `${script} does not exist; name the app's script in cdk8s.yaml (app: main.ts) or with --app.`,
    );
  const apps: Cdk8sApp[] = [];
  setCollector({ add: (app) => void apps.push(app) });
  try {
    installTypescriptHook(process.cwd());
    recordCreationSites();
    interceptSynth(file, { add: (app) => void apps.push(app) });
    await run(file);
    if (apps.length === 0) await eventLoopDrained();
  } catch (error) {
    throw new SynthesisError('ERR_APP_FAILED', `${script} failed: ${describe(error)}`, { cause: error });
  } finally {
    setCollector(undefined);
  }
  if (apps.length === 0)
    throw new SynthesisError(
      'ERR_APP_NOT_SYNTHESIZED',
      `${script} ended without calling app.synth(); call it at the end of the script.`,
    );
  return apps;
}

async function run(file: string): Promise<void> {
  if (/\.mjs$/.test(file)) await import(pathToFileURL(file).href);
  else createRequire(file)(file);
}

/** An app of cdk8s itself writes its files at once; here it is handed over as an app of podwright is. */
function interceptSynth(file: string, collector: Collector): void {
  for (const from of [file, __filename]) {
    try {
      const cdk8s = createRequire(from)('cdk8s') as typeof import('cdk8s');
      cdk8s.App.prototype.synth = function synth() {
        collector.add(this);
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
}

/** A script may call `synth()` after something that it waits for. */
function eventLoopDrained(): Promise<void> {
  return new Promise((done) => {
    process.once('beforeExit', () => done());
  });
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const hasFrames = error.stack?.includes('\n    at ');
  return hasFrames ? `${error.name}: ${error.message}${firstFrame(error)}` : error.message;
}

/** The first line of the stack outside of node_modules and Node itself. */
function firstFrame(error: Error): string {
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line));
  return frame ? `\n${frame}` : '';
}
