import { dnsLabel, qualifiedName } from '../../../kubernetes/formats';
import type { PodAffinityTerm } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { repeatedLabelKeys, reportLabelKeys } from './label-keys';

const SIDES = ['podAffinity', 'podAntiAffinity'] as const;
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const HOST_KEY = 'topologyKey: kubernetes.io/hostname';

/** Which other pods a pod runs beside, or apart from. */
export const podAffinityRules = defineRules([
  {
    id: 'valid-pod-affinity-topology-key',
    summary: 'A pod affinity term names a node label by which nodes count as the same place.',
    why: 'Without one the scheduler cannot say what beside means.',
    fix: 'Write topologyKey: kubernetes.io/hostname, or topology.kubernetes.io/zone.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePodAffinityTerm',
    example: {
      bad: example('labelSelector: { matchLabels: { app: web } }'),
      good: example(`labelSelector: { matchLabels: { app: web } }, ${HOST_KEY}`),
    },
    visit: {
      affinity(affinity, at, report) {
        for (const side of SIDES) {
          const terms = affinity[side];
          terms?.[REQUIRED]?.forEach((term, index) => {
            checkTopologyKey(term, at, side, REQUIRED, index, report);
          });
          terms?.[PREFERRED]?.forEach(({ podAffinityTerm = {} }, index) => {
            checkTopologyKey(podAffinityTerm, at, side, PREFERRED, index, report);
          });
        }
      },
    },
  },
  {
    id: 'valid-pod-affinity-weight',
    summary: 'The weight of a preferred pod affinity is between 1 and 100.',
    why: 'The scheduler adds the weights up to rank the nodes.',
    fix: 'Write a weight from 1 to 100.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateWeightedPodAffinityTerms',
    example: {
      bad: `podAffinity:\n  ${PREFERRED}:\n  - podAffinityTerm: { ${HOST_KEY} }`,
      good: `podAffinity:\n  ${PREFERRED}:\n  - weight: 1\n    podAffinityTerm: { ${HOST_KEY} }`,
    },
    visit: {
      affinity(affinity, at, report) {
        for (const side of SIDES) {
          affinity[side]?.[PREFERRED]?.forEach(({ weight = 0 }, index) => {
            if (weight >= 1 && weight <= 100) return;
            const field = at.down(side, PREFERRED).index(index).child('weight');
            report(invalid(field, weight, 'must be in the range 1-100'));
          });
        }
      },
    },
  },
  {
    id: 'valid-pod-affinity-namespace',
    summary: 'The namespaces of a pod affinity term are names of namespaces.',
    why: 'A namespace is named by a DNS label.',
    fix: 'Write names of namespaces; for all of them use namespaceSelector: {}.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePodAffinityTerm',
    example: {
      bad: `namespaces: [Team_A]\n${HOST_KEY}`,
      good: `namespaces: [team-a]\n${HOST_KEY}`,
    },
    visit: {
      podAffinityTerm({ namespaces }, at, report) {
        namespaces?.forEach((name, index) => {
          for (const reason of dnsLabel(name))
            report(invalid(at.child('namespace'), name, reason, { place: at.child('namespaces').index(index) }));
        });
      },
    },
  },
  {
    id: 'valid-pod-affinity-label-keys',
    summary: 'The matchLabelKeys and mismatchLabelKeys of a term are label keys beside a labelSelector.',
    why: 'Each key stands for a requirement that is added to the selector.',
    fix: 'Give a labelSelector, and write keys of labels.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateLabelKeys',
    example: {
      bad: `matchLabelKeys: [pod-template-hash]\n${HOST_KEY}`,
      good: `labelSelector: { matchLabels: { app: web } }\nmatchLabelKeys: [pod-template-hash]\n${HOST_KEY}`,
    },
    visit: {
      podAffinityTerm({ labelSelector, matchLabelKeys, mismatchLabelKeys }, at, report) {
        if (matchLabelKeys) reportLabelKeys(matchLabelKeys, labelSelector, at.child('matchLabelKeys'), report);
        if (mismatchLabelKeys) reportLabelKeys(mismatchLabelKeys, labelSelector, at.child('mismatchLabelKeys'), report);
      },
    },
  },
  {
    id: 'unique-pod-affinity-label-keys',
    summary: 'A key of matchLabelKeys stands neither in the labelSelector nor in mismatchLabelKeys.',
    why: 'The key asks for the value that the pod itself has, to which nothing can be added.',
    fix: 'Name the label in one of the three only.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateMatchLabelKeysAndMismatchLabelKeys',
    example: {
      bad: `labelSelector: { matchLabels: { app: web } }\nmatchLabelKeys: [tier]\nmismatchLabelKeys: [tier]\n${HOST_KEY}`,
      good: `labelSelector: { matchLabels: { app: web } }\nmatchLabelKeys: [tier]\n${HOST_KEY}`,
    },
    visit: {
      podAffinityTerm({ labelSelector, matchLabelKeys, mismatchLabelKeys }, at, report) {
        if (!matchLabelKeys?.length) return;
        const keysAt = at.child('matchLabelKeys');
        for (const index of labelSelector ? repeatedLabelKeys(matchLabelKeys, labelSelector) : []) {
          const place = keysAt.index(index);
          const detail = 'stands in both matchLabelKeys and labelSelector';
          report(invalid(at.index(index), matchLabelKeys[index], detail, { place }));
        }
        matchLabelKeys.forEach((key, index) => {
          if (mismatchLabelKeys?.includes(key))
            report(invalid(keysAt.index(index), key, 'stands in both matchLabelKeys and mismatchLabelKeys'));
        });
      },
    },
  },
]);

function example(term: string): string {
  return `podAntiAffinity:\n  ${REQUIRED}:\n  - { ${term} }`;
}

function checkTopologyKey(
  { topologyKey = '' }: PodAffinityTerm,
  affinityAt: FieldPath,
  side: string,
  list: string,
  index: number,
  report: Report,
): void {
  const reasons = qualifiedName(topologyKey);
  if (reasons.length === 0) return;
  const term = affinityAt.down(side, list).index(index);
  const field = (list === PREFERRED ? term.child('podAffinityTerm') : term).child('topologyKey');
  if (topologyKey === '') report(required(field, 'can not be empty'));
  for (const reason of reasons) report(invalid(field, topologyKey, reason));
}
