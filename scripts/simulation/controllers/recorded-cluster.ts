import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Manifest } from '../../../lib/simulation/controllers/cluster/object-store';
import type { ObjectPatch, PatchableKind } from '../../../lib/simulation/controllers/cluster/patch-object';
import type { PodScript } from '../../../lib/simulation/controllers/runtime/pod-script';

/** An event of a recorded cluster; `t` is seconds since the first step. */
export interface RecordedEvent {
  readonly t: number;
  readonly object: string;
  readonly event: string;
  readonly detail?: string | Readonly<Record<string, string | number | undefined>>;
}

/** A step of a recording; those that need more than words bring the objects or the patch. */
export interface RecordedStep {
  readonly t: number;
  readonly action: string;
  readonly create?: readonly Manifest[];
  readonly patch?: { readonly kind: PatchableKind; readonly name: string; readonly merge: ObjectPatch };
}

/** What the pods do: all of them, those of an image, of a completion index, or one by its name; the later wins. */
export interface RecordedBehaviour {
  readonly default?: PodScript;
  readonly index?: Readonly<Record<string, PodScript>>;
  readonly pods?: Readonly<Record<string, PodScript>>;
  readonly [image: string]: PodScript | Readonly<Record<string, PodScript>> | undefined;
}

/** A scenario that was run several times on real controllers. */
export interface RecordedCluster {
  readonly id: string;
  readonly description: string;
  readonly nodes: number;
  readonly seconds: number;
  readonly objects: readonly Manifest[];
  readonly steps: readonly RecordedStep[];
  readonly behaviour: RecordedBehaviour;
  readonly runs: readonly { readonly events: readonly RecordedEvent[] }[];
}

/** Reads recordings from a JSON file, compressed if its name ends in `.gz`. */
export function readRecordedClusters(file: string): RecordedCluster[] {
  const bytes = readFileSync(file);
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as RecordedCluster[];
}

/** What a pod does in a recording. */
export function scriptOf(
  behaviour: RecordedBehaviour,
  { name, image, index }: { readonly name: string; readonly image: string; readonly index?: number },
): PodScript {
  return {
    ...behaviour.default,
    ...(behaviour[image] as PodScript | undefined),
    ...(index === undefined ? undefined : behaviour.index?.[index]),
    ...behaviour.pods?.[name],
  };
}
