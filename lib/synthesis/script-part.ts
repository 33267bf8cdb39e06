import type { App as Cdk8sApp } from 'cdk8s';
import { writeManifests } from '../manifest/write-manifests';
import { checkVersions } from './check-rendered';
import { derivedFieldsOf } from './derived-fields';
import { environmentFolder } from './environment';
import { wantsHealing, withHealing } from './healing-file';
import { loadApp } from './loading/load-app';
import { fileBelow, renderApp } from './render';
import type { RenderedFile } from './rendered-file';
import { inShard } from './shard';
import { SynthesisError } from './synthesis-error';
import type { PartOptions, SynthesisPart } from './synthesis-part';

/** Runs the script of an app in this process, for one environment; see `loadApp`. */
export async function scriptPart(script: string, options: PartOptions): Promise<SynthesisPart> {
  const { outdir, kubeVersions = [], shard, healing = false } = options;
  const { apps, environments } = await loadApp(script, options.environment);
  const rendered = apps.map((app) => renderApp(app));
  const folder = environmentFolder(options.environment ?? environments[0]);
  const versions = kubeVersions.length > 0 ? kubeVersions : [ownVersion(apps) ?? '1.36'];
  const manifests = withoutDoubles(rendered.flatMap(({ files }) => files));
  const reported = rendered.filter((_, index) => wantsHealing(apps[index] as Cdk8sApp, healing));
  const healed = reported.flatMap(({ objects }) => objects);
  const written = reported.length > 0 ? withHealing(manifests, healed, versions.at(-1)) : manifests;
  const all = written.map((file) => fileBelow(folder, file));
  const files = shard ? inShard(all, shard) : all;
  const mine = new Set(files.flatMap(({ objects }) => objects));
  const inOrder = () => rendered.flatMap(({ objects }) => objects.filter((object) => mine.has(object)));
  return {
    files,
    paths: all.map(({ path }) => path),
    environments,
    diagnostics: checkVersions(all, versions, { ...options.advice, outdir, only: mine }),
    objectCount: all.reduce((count, { objects }) => count + objects.length, 0),
    stream: () => writeManifests(inOrder().map(({ json }) => json)),
    objects: () => inOrder().map((object) => ({ json: object.json, derived: derivedFieldsOf(object) })),
  };
}

function ownVersion(apps: readonly (Cdk8sApp & { readonly kubeVersion?: string | undefined })[]): string | undefined {
  return apps.find((app) => app.kubeVersion !== undefined)?.kubeVersion;
}

/** A script may hold several apps; they share the output folder. */
function withoutDoubles(files: RenderedFile[]): RenderedFile[] {
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) throw new SynthesisError('ERR_FILE_NAME', `two apps of the script would both write ${path}.`);
    paths.add(path);
  }
  return files;
}
