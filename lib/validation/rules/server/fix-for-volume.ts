import type { PodSpec, Volume } from '../../../kubernetes/generated/decoded';
import { didYouMean } from './did-you-mean';

/** As many volumes as are looked through for every mount of none of them. */
const MOST_VOLUMES = 100;

/** The fix of a mount of a volume that is not there: of one that is there and not valid itself, or of a misspelt name. */
export function fixForVolume(
  name: string,
  { volumes: all }: PodSpec,
  valid: ReadonlyMap<string, Volume>,
): { readonly fix?: string } {
  if (all === undefined || all.length > MOST_VOLUMES) return {};
  if (all.some((volume) => (volume.name ?? '') === name)) return { fix: 'Correct the volume of this name.' };
  return didYouMean(name, valid.keys());
}
