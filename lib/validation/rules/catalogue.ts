import type { Rule } from '../rule';
import { decodingRules } from './server/decoding';
import { persistentVolumeClaimSpecRules } from './server/persistent-volume-claim-spec';

/** Every rule, file by file in alphabetical order. */
export const catalogue: readonly Rule[] = [...decodingRules, ...persistentVolumeClaimSpecRules];

/** The rule of an id, if there is one. */
export function findRule(id: string): Rule | undefined {
  return catalogue.find((rule) => rule.id === id);
}
