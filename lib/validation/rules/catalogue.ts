import type { Rule } from '../rule';
import { referenceRules } from './app/references';
import { uniqueObjectRules } from './app/unique-object';
import { appArmorProfileRules } from './server/app-armor-profile';
import { decodingRules } from './server/decoding';
import { nodeAffinityRules } from './server/node-affinity';
import { persistentVolumeClaimSpecRules } from './server/persistent-volume-claim-spec';
import { podAffinityRules } from './server/pod-affinity';
import { seccompProfileRules } from './server/seccomp-profile';
import { tolerationRules } from './server/toleration';
import { topologySpreadConstraintRules } from './server/topology-spread-constraint';
import { windowsOptionsRules } from './server/windows-options';

/** Every rule, file by file in alphabetical order. */
export const catalogue: readonly Rule[] = [
  ...referenceRules,
  ...uniqueObjectRules,
  ...appArmorProfileRules,
  ...decodingRules,
  ...nodeAffinityRules,
  ...persistentVolumeClaimSpecRules,
  ...podAffinityRules,
  ...seccompProfileRules,
  ...tolerationRules,
  ...topologySpreadConstraintRules,
  ...windowsOptionsRules,
];

/** The rule of an id, if there is one. */
export function findRule(id: string): Rule | undefined {
  return catalogue.find((rule) => rule.id === id);
}
