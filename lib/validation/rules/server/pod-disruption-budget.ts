import { atMostWhole, intOrPercent } from '../../../kubernetes/int-or-percent';
import { invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const BOUNDS = ['minAvailable', 'maxUnavailable'] as const;
const EVICTION_POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];
const SOURCE = 'kubernetes pkg/apis/policy/validation/validation.go ValidatePodDisruptionBudgetSpec';

/** How many pods may be evicted at a time. */
export const podDisruptionBudgetRules = defineRules([
  {
    id: 'no-second-disruption-bound',
    summary: 'A PodDisruptionBudget has minAvailable or maxUnavailable, not both.',
    why: 'The two could allow different numbers of evictions.',
    fix: 'Remove one of the two; maxUnavailable follows the number of replicas.',
    source: SOURCE,
    example: { bad: 'spec: { minAvailable: 1, maxUnavailable: 1 }', good: 'spec: { maxUnavailable: 1 }' },
    visit: {
      PodDisruptionBudget({ spec }, at, report) {
        if (spec?.minAvailable === undefined || spec.maxUnavailable === undefined) return;
        report(invalid(at.child('spec'), spec, 'minAvailable and maxUnavailable cannot be both set'));
      },
    },
  },
  {
    id: 'valid-disruption-bound',
    summary: '`minAvailable` and `maxUnavailable` are whole numbers or percentages of at most 100%.',
    why: 'They count pods.',
    fix: 'Write a number from 0 on without quotes, or a percentage such as 50%.',
    source: SOURCE,
    example: { bad: 'spec: { minAvailable: "1" }', good: 'spec: { minAvailable: 1 }' },
    visit: {
      PodDisruptionBudget({ spec }, at, report) {
        for (const name of BOUNDS) {
          const bound = spec?.[name];
          if (bound === undefined) continue;
          for (const reason of intOrPercent(bound)) report(invalid(at.down('spec', name), bound, reason));
          for (const reason of atMostWhole(bound)) report(invalid(at.down('spec', name), bound, reason));
        }
      },
    },
  },
  {
    id: 'valid-unhealthy-pod-eviction-policy',
    summary: '`unhealthyPodEvictionPolicy` is IfHealthyBudget or AlwaysAllow.',
    why: 'Pods that are not ready can be evicted either within the budget or at any time.',
    fix: 'Leave the field out for IfHealthyBudget, or write AlwaysAllow.',
    source: SOURCE,
    example: {
      bad: 'spec: { unhealthyPodEvictionPolicy: Always }',
      good: 'spec: { unhealthyPodEvictionPolicy: AlwaysAllow }',
    },
    visit: {
      PodDisruptionBudget({ spec }, at, report) {
        const policy = spec?.unhealthyPodEvictionPolicy;
        if (policy === undefined || EVICTION_POLICIES.includes(policy)) return;
        const extra = didYouMean(policy, EVICTION_POLICIES);
        report(notSupported(at.down('spec', 'unhealthyPodEvictionPolicy'), policy, EVICTION_POLICIES, extra));
      },
    },
  },
]);
