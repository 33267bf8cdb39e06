import type { Diagnostic } from '../validation/diagnostic';
import { ENVIRONMENT_VARIABLE, unknownEnvironment } from './environment';
import { scriptOf } from './loading/run-app-command';
import { scriptPart } from './script-part';
import type { Shard } from './shard';
import type { PartOptions, SynthesisPart, SynthesizedFile, SynthesizedObject } from './synthesis-part';

/** What to synthesize, and how to check it. */
export interface SynthesizeOptions {
  /** The versions to validate for; when empty, the one that the app itself names, else `1.36`. */
  readonly kubeVersions?: readonly string[];
  /** The environments of the app. Default: those that it calls `environment()` with. */
  readonly environments?: readonly string[];
  /** The only environment to synthesize for. Default: what `PODWRIGHT_ENV` says, else all. */
  readonly environment?: string;
  /** The part of the files that this run is to give. Default: all. */
  readonly shard?: Shard;
  /** Whether apps that do not say otherwise get a `HEALING.md`. Default: false. */
  readonly healing?: boolean;
  /** The advice that is given. Default: none. */
  readonly advice?: PartOptions['advice'];
}

/** The files of an app and what validation says of them. */
export interface Synthesis {
  readonly files: readonly SynthesizedFile[];
  /** The paths of all files that the output folder is to hold within `scope`, also those of other shards. */
  readonly paths: readonly string[];
  /** What the paths begin with that this run decides on: `staging/` when it is for that environment only, else empty. */
  readonly scope: string;
  /** The environments that it is for; empty where the app has none. */
  readonly environments: readonly string[];
  /** What was found, one list a Kubernetes version. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** All manifests of `files` as one text, in the order in which they are to be applied. */
  stream(): string;
  /** The objects of `files`, in that order; what they derived is known of apps that are scripts only. */
  objects(): SynthesizedObject[];
}

/**
 * Runs an app, once for each of its environments, renders its files in memory and validates them.
 *
 * @param app The `app` entry of `cdk8s.yaml`: a script, or a command.
 * @param outdir The output folder, as findings name it.
 * @throws SynthesisError when the app fails, or has no environment of the name that is asked for.
 */
export async function synthesize(app: string, outdir: string, options: SynthesizeOptions = {}): Promise<Synthesis> {
  const only = options.environment ?? (process.env[ENVIRONMENT_VARIABLE] || undefined);
  const declared = options.environments;
  if (only !== undefined && declared && !declared.includes(only)) throw unknownEnvironment(only, declared);
  const script = scriptOf(app);
  const synthesizeFor = (environment?: string) =>
    script === undefined
      ? (require('./command-part') as typeof import('./command-part')).commandPart(app, {
          outdir,
          environment,
          ...options,
        })
      : scriptPart(script, { outdir, environment, ...options });
  const first = await synthesizeFor(only ?? declared?.[0]);
  const environments = declared ?? first.environments;
  if (only !== undefined && !environments.includes(only)) throw unknownEnvironment(only, environments);
  const parts = [first];
  if (only === undefined) for (const name of environments.slice(1)) parts.push(await synthesizeFor(name));
  return only === undefined ? merge(parts, environments, '') : merge(parts, [only], `${only}/`);
}

function merge(parts: readonly SynthesisPart[], environments: readonly string[], scope: string): Synthesis {
  return {
    files: parts.flatMap(({ files }) => files),
    paths: parts.flatMap(({ paths }) => paths),
    scope,
    environments,
    diagnostics: mergeDiagnostics(parts),
    stream: () => parts.map((part) => part.stream()).join('---\n'),
    objects: () => parts.flatMap((part) => part.objects()),
  };
}

/** The objects of all parts are numbered as those of one run. */
function mergeDiagnostics(parts: readonly SynthesisPart[]): Map<string, Diagnostic[]> {
  const merged = new Map<string, Diagnostic[]>();
  let before = 0;
  for (const { diagnostics, objectCount } of parts) {
    for (const [version, found] of diagnostics) {
      const list = merged.get(version) ?? [];
      for (const diagnostic of found) list.push(renumbered(diagnostic, before));
      merged.set(version, list);
    }
    before += objectCount;
  }
  return merged;
}

function renumbered(diagnostic: Diagnostic, offset: number): Diagnostic {
  const { object, other } = diagnostic;
  return {
    ...diagnostic,
    object: { ...object, index: object.index + offset },
    ...(other && { other: { ...other, index: other.index + offset } }),
  };
}
