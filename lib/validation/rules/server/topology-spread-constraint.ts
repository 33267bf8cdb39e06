import type { LabelSelector } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, forbidden, invalid, notSupported, required } from '../../finding';
import { lastPositions } from '../../positions';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { isNamedBy, repeatedLabelKeys, reportKeyFormats, reportLabelKeys } from './label-keys';

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const NODE_POLICIES = ['Honor', 'Ignore'];
const POLICY_FIELDS = ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const;
const KEY_TWICE = 'stands in both matchLabelKeys and labelSelector';
/** The first minor that merges matchLabelKeys into the selector of a Pod before it looks for keys that stand twice. */
const KEYS_MERGED_SINCE = 34;

/** How pods are spread over the nodes. */
export const topologySpreadConstraintRules = defineRules([
  {
    id: 'valid-max-skew',
    summary: 'The maxSkew of a spread constraint is above zero.',
    why: 'Pods that cannot be divided evenly differ by one at least.',
    fix: 'Write maxSkew: 1.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateMaxSkew',
    example: {
      bad: 'topologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: DoNotSchedule',
      good: 'maxSkew: 1\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: DoNotSchedule',
    },
    visit: {
      topologySpreadConstraint({ maxSkew = 0 }, at, report) {
        if (maxSkew <= 0) report(invalid(at.child('maxSkew'), maxSkew, 'must be greater than zero'));
      },
    },
  },
  {
    id: 'require-spread-topology-key',
    summary: 'A spread constraint names the node label that it spreads over.',
    why: 'Nodes with the same value of that label make one domain.',
    fix: 'Write topologyKey: topology.kubernetes.io/zone, or kubernetes.io/hostname.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateTopologyKey',
    example: {
      bad: 'maxSkew: 1\nwhenUnsatisfiable: DoNotSchedule',
      good: 'maxSkew: 1\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: DoNotSchedule',
    },
    visit: {
      topologySpreadConstraint({ topologyKey }, at, report) {
        if (!topologyKey) report(required(at.child('topologyKey'), 'can not be empty'));
      },
    },
  },
  {
    id: 'valid-when-unsatisfiable',
    summary: 'The whenUnsatisfiable of a spread constraint is DoNotSchedule or ScheduleAnyway.',
    why: 'The scheduler must know whether the constraint is a condition or a wish.',
    fix: 'Write DoNotSchedule for a condition, ScheduleAnyway for a wish.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateWhenUnsatisfiable',
    example: {
      bad: 'maxSkew: 1\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: Ignore',
      good: 'maxSkew: 1\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: ScheduleAnyway',
    },
    visit: {
      topologySpreadConstraint({ whenUnsatisfiable: action = '' }, at, report) {
        if (ACTIONS.includes(action)) return;
        report(notSupported(at.child('whenUnsatisfiable'), action, ACTIONS, didYouMean(action, ACTIONS)));
      },
    },
  },
  {
    id: 'unique-spread-constraint',
    summary: 'No two spread constraints of a pod have the same topologyKey and whenUnsatisfiable.',
    why: 'The stricter of two constraints of one kind makes the other useless.',
    fix: 'Merge the two constraints into one.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateSpreadConstraintNotRepeat',
    example: {
      bad: 'topologySpreadConstraints:\n- { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule }\n- { maxSkew: 2, topologyKey: zone, whenUnsatisfiable: DoNotSchedule }',
      good: 'topologySpreadConstraints:\n- { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule }\n- { maxSkew: 2, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway }',
    },
    visit: {
      podSpec({ topologySpreadConstraints: constraints }, at, report) {
        if (constraints === undefined || constraints.length < 2) return;
        const pairs = constraints.map(
          ({ topologyKey = '', whenUnsatisfiable = '' }) => `{${topologyKey}, ${whenUnsatisfiable}}`,
        );
        lastPositions(pairs).forEach((last, index) => {
          if (last === index) return;
          const place = at.child('topologySpreadConstraints').index(index);
          const field = place.child('{topologyKey, whenUnsatisfiable}');
          report(duplicate(field, pairs[index], { place }));
        });
      },
    },
  },
  {
    id: 'valid-min-domains',
    summary: 'The minDomains of a spread constraint is above zero and stands beside DoNotSchedule.',
    why: 'Fewer domains than wanted keep a pod from being scheduled, which ScheduleAnyway never does.',
    fix: 'Write whenUnsatisfiable: DoNotSchedule and a minDomains of 1 or more, or leave minDomains out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateMinDomains',
    example: {
      bad: 'maxSkew: 1\nminDomains: 2\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: ScheduleAnyway',
      good: 'maxSkew: 1\nminDomains: 2\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: DoNotSchedule',
    },
    visit: {
      topologySpreadConstraint({ minDomains, whenUnsatisfiable }, at, report) {
        if (minDomains === undefined) return;
        const field = at.child('minDomains');
        if (minDomains <= 0) report(invalid(field, minDomains, 'must be greater than zero'));
        if (whenUnsatisfiable !== 'DoNotSchedule')
          report(invalid(field, minDomains, 'can only be set when whenUnsatisfiable is DoNotSchedule'));
      },
    },
  },
  {
    id: 'valid-node-inclusion-policy',
    summary: 'The nodeAffinityPolicy and nodeTaintsPolicy of a spread constraint are Honor or Ignore.',
    why: 'They say whether nodes that the pod cannot run on count as domains.',
    fix: 'Write Honor or Ignore, or leave the field out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateNodeInclusionPolicy',
    example: {
      bad: 'maxSkew: 1\nnodeTaintsPolicy: Respect\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: DoNotSchedule',
      good: 'maxSkew: 1\nnodeTaintsPolicy: Honor\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: DoNotSchedule',
    },
    visit: {
      topologySpreadConstraint(constraint, at, report) {
        for (const name of POLICY_FIELDS) {
          const policy = constraint[name];
          if (policy !== undefined && !NODE_POLICIES.includes(policy))
            report(notSupported(at.child(name), policy, NODE_POLICIES, didYouMean(policy, NODE_POLICIES)));
        }
      },
    },
  },
  {
    id: 'valid-spread-label-keys',
    summary: 'The matchLabelKeys of a spread constraint are label keys beside a labelSelector that does not name them.',
    why: 'Each key stands for a requirement that is added to the selector.',
    fix: 'Give a labelSelector, and name each label there or in matchLabelKeys.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidateMatchLabelKeysAndMismatchLabelKeys, ValidateMatchLabelKeysInTopologySpread',
    example: {
      bad: 'maxSkew: 1\nmatchLabelKeys: [pod-template-hash]\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: DoNotSchedule',
      good: 'maxSkew: 1\nlabelSelector: { matchLabels: { app: web } }\nmatchLabelKeys: [pod-template-hash]\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: DoNotSchedule',
    },
    visit: {
      topologySpreadConstraint({ labelSelector, matchLabelKeys }, at, report, { minor }) {
        if (!matchLabelKeys?.length) return;
        const field = at.child('matchLabelKeys');
        if (minor < KEYS_MERGED_SINCE) {
          checkUnmergedKeys(matchLabelKeys, labelSelector, field, report);
          return;
        }
        reportLabelKeys(matchLabelKeys, labelSelector, field, report);
        for (const index of labelSelector ? repeatedLabelKeys(matchLabelKeys, labelSelector) : [])
          report(invalid(at.index(index), matchLabelKeys[index], KEY_TWICE, { place: field.index(index) }));
      },
    },
  },
]);

/** Follows validateMatchLabelKeysInTopologySpread. */
function checkUnmergedKeys(
  keys: readonly string[],
  selector: LabelSelector | undefined,
  at: FieldPath,
  report: Report,
): void {
  if (selector === undefined) report(forbidden(at, 'may not be set without a labelSelector'));
  reportKeyFormats(keys, at, report);
  keys.forEach((key, index) => {
    if (selector && isNamedBy(selector, key)) report(invalid(at.index(index), key, KEY_TWICE));
  });
}
