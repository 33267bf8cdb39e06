import type { App as Cdk8sApp } from 'cdk8s';
import { readManifests } from '../manifest/read-manifests';
import type { Diagnostic } from '../validation/diagnostic';
import { validate } from '../validation/validate';
import { checkRendered } from './check-rendered';
import { loadApp } from './load-app';
import { render } from './render';
import { runAppCommand, scriptOf } from './run-app-command';

/** A synthesized file: where it goes and what it holds. */
export interface SynthesizedFile {
  readonly path: string;
  readonly content: string;
}

/** The files of an app and what validation says of them, one list a Kubernetes version. */
export interface Synthesis {
  readonly files: readonly SynthesizedFile[];
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
}

/**
 * Runs an app, renders its files in memory and validates them.
 *
 * @param app The `app` entry of `cdk8s.yaml`: a script, or a command.
 * @param kubeVersions The versions to validate for; when empty, the one that the app itself names, else `1.36`.
 */
export async function synthesize(app: string, outdir: string, kubeVersions: readonly string[]): Promise<Synthesis> {
  const script = scriptOf(app);
  return script === undefined
    ? synthesizeCommand(app, outdir, kubeVersions)
    : synthesizeScript(script, outdir, kubeVersions);
}

async function synthesizeScript(script: string, outdir: string, kubeVersions: readonly string[]): Promise<Synthesis> {
  const apps = await loadApp(script);
  const files = apps.flatMap((app) => render(app));
  const versions = kubeVersions.length > 0 ? kubeVersions : [ownVersion(apps) ?? '1.36'];
  return {
    files,
    diagnostics: new Map(versions.map((kubeVersion) => [kubeVersion, checkRendered(files, { kubeVersion, outdir })])),
  };
}

function ownVersion(apps: readonly (Cdk8sApp & { readonly kubeVersion?: string | undefined })[]): string | undefined {
  return apps.find((app) => app.kubeVersion !== undefined)?.kubeVersion;
}

function synthesizeCommand(command: string, outdir: string, kubeVersions: readonly string[]): Synthesis {
  const files = runAppCommand(command);
  const documents = files.flatMap((file) => readManifests(file.content, { file: `${outdir}/${file.path}` }).documents);
  const objects = documents.map((document) => document.object);
  const versions = kubeVersions.length > 0 ? kubeVersions : ['1.36'];
  return {
    files,
    diagnostics: new Map(
      versions.map((kubeVersion) => [kubeVersion, validate(objects, { kubeVersion, oneApp: true })]),
    ),
  };
}
