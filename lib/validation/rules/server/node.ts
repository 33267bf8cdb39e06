import { labelValue, qualifiedName } from '../../../kubernetes/formats';
import type { NodeSpec } from '../../../kubernetes/generated/decoded';
import { legacyCIDR, parseCIDR } from '../../../kubernetes/ip';
import { duplicate, invalid, notSupported, required } from '../../finding';
import { firstPositions } from '../../positions';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const EFFECTS = ['NoExecute', 'NoSchedule', 'PreferNoSchedule'];
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';

/** A Node that is registered by hand. */
export const nodeRules = defineRules([
  {
    id: 'valid-taint',
    summary: 'A taint has a label key, a label value and a known effect, and stands once for each key and effect.',
    why: 'Tolerations of pods are compared with it.',
    fix: 'Write key, and effect: NoSchedule, PreferNoSchedule or NoExecute.',
    source: `${SOURCE} validateNodeTaints, validateTaintEffect`,
    example: {
      bad: 'spec: { taints: [{ key: gpu, effect: NoRun }] }',
      good: 'spec: { taints: [{ key: gpu, effect: NoSchedule }] }',
    },
    visit: {
      Node({ spec = {} }, at, report) {
        const first = firstPositions((spec.taints ?? []).map(({ key = '', effect = '' }) => `${key} ${effect}`));
        spec.taints?.forEach(({ key = '', value = '', effect = '' }, index) => {
          const place = at.down('spec', 'taints').index(index);
          const field = at.down('metadata', 'taints').index(index);
          for (const reason of qualifiedName(key))
            report(invalid(field.child('key'), key, reason, { place: place.child('key') }));
          const reasons = labelValue(value);
          if (reasons.length > 0)
            report(invalid(field.child('value'), value, reasons.join('; '), { place: place.child('value') }));
          const effectAt = { place: place.child('effect') };
          if (effect === '') report(required(field.child('effect'), '', effectAt));
          else if (!EFFECTS.includes(effect))
            report(
              notSupported(field.child('effect'), effect, EFFECTS, { ...effectAt, ...didYouMean(effect, EFFECTS) }),
            );
          if (first[index] !== index) report(duplicate(field, { key, effect }, { place }));
        });
      },
    },
  },
  {
    id: 'valid-pod-cidr',
    summary: 'The podCIDRs of a Node are address ranges, at most one of each family.',
    why: 'Pods on the Node get their addresses from them.',
    fix: 'Write one range, such as 10.244.1.0/24, or one for each family.',
    source: `${SOURCE} ValidateNode`,
    example: { bad: 'spec: { podCIDR: 10.244.1.0 }', good: 'spec: { podCIDR: 10.244.1.0/24 }' },
    visit: {
      Node({ spec = {} }, at, report, { minor }) {
        const ranges = podRanges(spec);
        const field = at.down('spec', 'podCIDRs');
        ranges.forEach((range, index) => {
          for (const reason of legacyCIDR(range, minor)) report(invalid(field.index(index), range, reason));
          if (ranges.indexOf(range) < index) report(duplicate(field.index(index), range));
        });
        if (ranges.length < 2) return;
        const families = new Set(ranges.map((range) => parseCIDR(range)?.ip.family));
        if (families.size < 2 || ranges.length > 2)
          report(invalid(field, ranges, 'may hold no more than one range of each family'));
      },
    },
  },
]);

/** Follows kubernetes pkg/apis/core/v1/conversion.go Convert_v1_NodeSpec_To_core_NodeSpec: the single range wins. */
function podRanges({ podCIDR, podCIDRs = [] }: NodeSpec): readonly string[] {
  return podCIDR && podCIDRs[0] !== podCIDR ? [podCIDR] : podCIDRs;
}
