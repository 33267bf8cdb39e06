import type { Effect } from '../effect';
import { admissionEffects } from './admission';
import { exposureEffects } from './exposure';
import { networkPolicyEffects } from './network-policy';
import { type ObjectPair, podsOf } from './object-pair';
import { permissionEffects } from './permissions';
import { podSecurityEffects } from './pod-security';

/** What a change takes from the protections of a cluster, or grants, in the words of a review. */
export function securityEffects(pair: ObjectPair): Effect[] {
  const pods = podsOf(pair);
  const loosened = [
    ...(pods ? podSecurityEffects(pods) : []),
    ...permissionEffects(pair),
    ...networkPolicyEffects(pair),
    ...exposureEffects(pair),
    ...admissionEffects(pair),
  ];
  return loosened.map(({ detail, field }) => ({ kind: 'loosens-security', detail, ...(field && { field }) }));
}
