import type { AppObject } from '../app-object';
import { numbering, type Prerequisites } from './prerequisites';

/** Follows https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/. */
const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';

/**
 * Annotates objects that depend on others with the Argo CD sync wave after the last one of those.
 *
 * Waves begin at 0, which is Argo CD's default and is not written. A wave that the app itself wrote stays.
 */
export function withSyncWaves(objects: readonly AppObject[], prerequisites: Prerequisites): AppObject[] {
  const given = new Map(objects.map((object) => [object.construct, givenWave(object)]));
  const waveOf = numbering(
    prerequisites,
    (construct, highest) => given.get(construct) ?? (highest === undefined ? 0 : highest + 1),
  );
  return objects.map((object) => {
    const wave = waveOf(object.construct);
    return wave === 0 || given.get(object.construct) !== undefined ? object : annotated(object, String(wave));
  });
}

interface Metadata {
  readonly annotations?: Readonly<Record<string, string>>;
}

function givenWave({ json }: AppObject): number | undefined {
  const wave = (json.metadata as Metadata | undefined)?.annotations?.[SYNC_WAVE];
  return wave !== undefined && /^-?\d+$/.test(wave) ? Number(wave) : undefined;
}

function annotated(object: AppObject, wave: string): AppObject {
  const metadata = (object.json.metadata ?? {}) as Metadata;
  const annotations = { ...metadata.annotations, [SYNC_WAVE]: wave };
  const added = [{ path: ['metadata', 'annotations', SYNC_WAVE], from: 'what it depends on' }];
  return { ...object, json: { ...object.json, metadata: { ...metadata, annotations } }, added };
}
