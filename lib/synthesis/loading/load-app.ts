import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { App as Cdk8sApp } from 'cdk8s';
import { recordCreationSites } from '../../constructs/creation-site';
import { ENVIRONMENT_VARIABLE, setEnvironmentDiscovery } from '../environment';
import { SynthesisError } from '../synthesis-error';
import { forgetAppModules, recordAppModules } from './app-modules';
import { ExitCodeError, runAsProcess } from './app-process';
import { type Collector, setCollector } from './collector';
import { forgetImported, importAnew } from './module-versions';
import { waitsAtTopLevel } from './transpile';
import { installTypescriptHook } from './typescript-hook';

/** What came of running the script of an app. */
export interface LoadedApp {
  /** The apps on which it called `synth()`. */
  readonly apps: readonly Cdk8sApp[];
  /** The environments that it has values for. */
  readonly environments: readonly string[];
}

/**
 * Runs the script of an app in this process, with all its modules as they are now.
 *
 * @param script Path of the script, TypeScript or JavaScript; its apps may be podwright's or cdk8s's.
 * @param environment The environment to run it for; without one, the first that it has values for.
 * @throws SynthesisError `ERR_APP_NOT_FOUND`, `ERR_APP_FAILED` with the script's own error as its cause,
 *   or `ERR_APP_NOT_SYNTHESIZED` when it ends without a call of `synth()`.
 */
export async function loadApp(script: string, environment?: string): Promise<LoadedApp> {
  const file = resolve(script);
  if (!existsSync(file))
    throw new SynthesisError(
      'ERR_APP_NOT_FOUND',
      `${script} does not exist; name the app's script in cdk8s.yaml (app: main.ts) or with --app.`,
    );
  const apps: Cdk8sApp[] = [];
  const collector: Collector = { add: (app) => void apps.push(app) };
  const discovery = { names: new Set<string>() };
  await withEnvironment(environment, async () => {
    setCollector(collector);
    setEnvironmentDiscovery(discovery);
    try {
      recordAppModules();
      installTypescriptHook(process.cwd());
      recordCreationSites();
      forgetAppModules();
      interceptSynth(file, collector);
      await runAsProcess(
        () => run(file, apps),
        () => apps.length > 0,
      );
    } catch (error) {
      throw new SynthesisError('ERR_APP_FAILED', `${script} failed: ${describe(error)}`, { cause: error });
    } finally {
      setCollector(undefined);
      setEnvironmentDiscovery(undefined);
    }
  });
  if (apps.length === 0)
    throw new SynthesisError(
      'ERR_APP_NOT_SYNTHESIZED',
      `${script} ended without calling app.synth(); call it at the end of the script.`,
    );
  return { apps, environments: [...discovery.names] };
}

/** The app and all that it starts see the environment in the process's own variables. */
async function withEnvironment(environment: string | undefined, action: () => Promise<void>): Promise<void> {
  const before = process.env[ENVIRONMENT_VARIABLE];
  if (environment !== undefined) process.env[ENVIRONMENT_VARIABLE] = environment;
  try {
    await action();
  } finally {
    if (before === undefined) delete process.env[ENVIRONMENT_VARIABLE];
    else process.env[ENVIRONMENT_VARIABLE] = before;
  }
}

/** With `require`, which also tells what the app loads; with `import` what only an ES module can do. */
async function run(file: string, apps: Cdk8sApp[]): Promise<void> {
  forgetImported();
  if (/\.mjs$/.test(file)) return importAnew(file);
  try {
    createRequire(file)(file);
  } catch (error) {
    if (!isForEsModules(error)) throw error;
    apps.length = 0;
    await importAnew(file);
  }
}

/** Codes of Node for what `require` cannot load: an ES module, in old versions, or one that waits at its top level. */
const ES_MODULES_ONLY = ['ERR_REQUIRE_ESM', 'ERR_REQUIRE_ASYNC_MODULE'];

function isForEsModules(error: unknown): boolean {
  return waitsAtTopLevel(error) || ES_MODULES_ONLY.includes((error as NodeJS.ErrnoException)?.code ?? '');
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

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ExitCodeError) return error.message;
  const hasFrames = error.stack?.includes('\n    at ');
  return hasFrames ? `${error.name}: ${error.message}${firstFrame(error)}` : error.message;
}

/** The first line of the stack outside of node_modules and Node itself. */
function firstFrame(error: Error): string {
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line));
  return frame ? `\n${frame}` : '';
}
