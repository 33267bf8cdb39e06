import { type Format, qualifiedName } from '../../../kubernetes/formats';
import type { LimitRangeItem } from '../../../kubernetes/generated/decoded';
import { compareQuantities, milliValue, parseQuantity, type Quantity, wholeValue } from '../../../kubernetes/quantity';
import { isOvercommitAllowed } from '../../../kubernetes/resource-name';
import { containerResourceName, resourceName } from '../../../kubernetes/resource-name-format';
import { duplicate, forbidden, invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const TYPES = ['Pod', 'Container', 'PersistentVolumeClaim'];
const LISTS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;
/** The lists that a Pod has none of. */
const DEFAULTS = ['default', 'defaultRequest'] as const;
/** The pairs of which the first may not be larger; the last says which of the two is reported. */
const ORDER = [
  ['min', 'max', 'min'],
  ['min', 'defaultRequest', 'defaultRequest'],
  ['defaultRequest', 'max', 'defaultRequest'],
  ['defaultRequest', 'default', 'defaultRequest'],
  ['min', 'default', 'default'],
  ['default', 'max', 'default'],
] as const;
const NANO = 1_000_000_000n;
/** Up to this value thousandths fit 64 bits. */
const LARGEST_WITH_MILLI = (2n ** 63n - 1n) / 1000n;
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go ValidateLimitRange';

type List = (typeof LISTS)[number];

/** What each object of a namespace may use, and gets when it asks for nothing. */
export const limitRangeRules = defineRules([
  {
    id: 'valid-limit-type',
    summary: 'The type of a limit is Container, Pod, PersistentVolumeClaim, or a name with a slash.',
    why: 'It says which objects are limited.',
    fix: 'Write one of these words, letter for letter.',
    source: `${SOURCE}, validateLimitRangeTypeName`,
    example: {
      bad: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Containers }] }',
      good: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Container }] }',
    },
    visit: {
      limitRangeItem({ type = '' }, at, report) {
        if (TYPES.includes(type)) return;
        const reasons = qualifiedName(type);
        if (reasons.length === 0 && !type.includes('/'))
          reasons.push('must be a standard limit type or fully qualified');
        for (const reason of reasons) report(invalid(at.child('type'), type, reason, didYouMean(type, TYPES)));
      },
    },
  },
  {
    id: 'unique-limit-type',
    summary: 'Each type is limited once.',
    why: 'Two limits of one type could contradict each other.',
    fix: 'Join the two items.',
    source: SOURCE,
    example: {
      bad: 'spec: { limits: [{ type: Pod }, { type: Pod }] }',
      good: 'spec: { limits: [{ type: Pod }, { type: Container }] }',
    },
    visit: {
      LimitRange({ spec }, at, report) {
        const seen = new Set<string>();
        spec?.limits?.forEach(({ type = '' }, index) => {
          if (seen.has(type)) report(duplicate(at.down('spec', 'limits').index(index).child('type'), type));
          seen.add(type);
        });
      },
    },
  },
  {
    id: 'valid-limit-resource',
    summary:
      'A limit of containers and pods is on a resource that they have, any other on a known resource or one with a domain.',
    why: 'Nothing would be compared with another name.',
    fix: 'Write cpu, memory, ephemeral-storage, or storage for a PersistentVolumeClaim.',
    source: `${SOURCE}, validateLimitRangeResourceName`,
    example: {
      bad: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Pod, max: { storage: 1Gi } }] }',
      good: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Pod, max: { memory: 1Gi } }] }',
    },
    visit: {
      limitRangeItem(item, at, report) {
        const format: Format = ofPods(item) ? containerResourceName : resourceName;
        for (const list of LISTS) {
          if (item.type === 'Pod' && (list === 'default' || list === 'defaultRequest')) continue;
          for (const name in item[list]) {
            for (const reason of format(name)) report(invalid(at.child(list).key(name), name, reason));
          }
        }
      },
    },
  },
  {
    id: 'no-pod-default',
    summary: 'A limit of pods has no defaults.',
    why: 'Resources are asked for by containers.',
    fix: 'Write the defaults into a limit of type Container.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Pod, default: { cpu: 1 } }] }',
      good: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Container, default: { cpu: 1 } }] }',
    },
    visit: {
      limitRangeItem(item, at, report) {
        if (item.type !== 'Pod') return;
        for (const list of DEFAULTS) {
          if (Object.keys(item[list] ?? {}).length > 0)
            report(forbidden(at.child(list), 'may not be specified when type is Pod'));
        }
      },
    },
  },
  {
    id: 'require-claim-limit',
    summary: 'A limit of PersistentVolumeClaims bounds their storage, from above or from below.',
    why: 'Claims ask for nothing else.',
    fix: 'Write min.storage or max.storage.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: PersistentVolumeClaim }] }',
      good: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: PersistentVolumeClaim, max: { storage: 1Gi } }] }',
    },
    visit: {
      limitRangeItem({ type, min, max }, at, report) {
        if (type !== 'PersistentVolumeClaim' || min?.storage !== undefined || max?.storage !== undefined) return;
        report(required(at.child('limits'), 'either minimum or maximum storage value is required', { place: at }));
      },
    },
  },
  {
    id: 'valid-limit-order',
    summary: '`min`, `defaultRequest`, `default` and `max` ascend.',
    why: 'An object that is given the defaults would break the bounds.',
    fix: 'Raise or lower one of the two amounts.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Pod, min: { cpu: 2 }, max: { cpu: 1 } }] }',
      good: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Pod, min: { cpu: 1 }, max: { cpu: 2 } }] }',
    },
    visit: {
      limitRangeItem(item, at, report) {
        for (const [lower, higher, reported] of ORDER) {
          for (const name in item[lower]) {
            const [low, high] = [amountOf(item, lower, name), amountOf(item, higher, name)];
            if (low === undefined || high === undefined || compareQuantities(low, high) <= 0) continue;
            const detail = `${lower} value is greater than ${higher} value`;
            report(invalid(at.child(reported).key(name), item[reported]?.[name], detail));
          }
        }
      },
    },
  },
  {
    id: 'valid-limit-ratio',
    summary: '`maxLimitRequestRatio` is at least 1, and at most max divided by min.',
    why: 'A limit is never below its request, nor can the two lie further apart than the bounds.',
    fix: 'Write a ratio within these bounds.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Pod, maxLimitRequestRatio: { cpu: 500m } }] }',
      good: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Pod, maxLimitRequestRatio: { cpu: 2 } }] }',
    },
    visit: {
      limitRangeItem(item, at, report) {
        for (const name in item.maxLimitRequestRatio) {
          const ratio = amountOf(item, 'maxLimitRequestRatio', name);
          if (ratio === undefined) continue;
          const field = at.child('maxLimitRequestRatio').key(name);
          const written = item.maxLimitRequestRatio[name];
          if (ratio.nano < NANO) report(invalid(field, written, 'ratio is less than 1'));
          const [min, max] = [amountOf(item, 'min', name), amountOf(item, 'max', name)];
          if (min && max && exceeds(ratio, max, min)) report(invalid(field, written, 'ratio is greater than max/min'));
        }
      },
    },
  },
  {
    id: 'no-limit-overcommit',
    summary: 'For hugepages and extended resources the defaultRequest equals the default.',
    why: 'Of these resources a container gets exactly what it requests.',
    fix: 'Give default and defaultRequest the same amount, or leave defaultRequest out.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Container, default: { example.com/gpu: 2 }, defaultRequest: { example.com/gpu: 1 } }] }',
      good: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: web }\nspec: { limits: [{ type: Container, default: { example.com/gpu: 2 } }] }',
    },
    visit: {
      limitRangeItem(item, at, report) {
        for (const name in item.defaultRequest) {
          if (isOvercommitAllowed(name)) continue;
          const [request, limit] = [amountOf(item, 'defaultRequest', name), amountOf(item, 'default', name)];
          if (!request || !limit || compareQuantities(request, limit) === 0) continue;
          const field = at.child('defaultRequest').key(name);
          report(invalid(field, item.defaultRequest[name], 'default value must equal defaultRequest value'));
        }
      },
    },
  },
]);

function ofPods({ type }: LimitRangeItem): boolean {
  return type === 'Pod' || type === 'Container';
}

/** An amount of a list; the defaults of a Pod are refused as a whole and not looked at. */
function amountOf(item: LimitRangeItem, list: List, name: string): Quantity | undefined {
  const isIgnored = item.type === 'Pod' && (list === 'default' || list === 'defaultRequest');
  const amount = isIgnored ? undefined : item[list]?.[name];
  return amount === undefined ? undefined : parseQuantity(amount);
}

/** Whether a ratio is larger than max divided by min: in thousandths where all three fit, else in whole units. */
function exceeds(ratio: Quantity, max: Quantity, min: Quantity): boolean {
  const fitsMilli = [ratio, max, min].every((quantity) => wholeValue(quantity) < LARGEST_WITH_MILLI);
  if (fitsMilli) return Number(milliValue(ratio)) / 1000 > Number(milliValue(max)) / Number(milliValue(min));
  return Number(wholeValue(ratio)) > Number(wholeValue(max)) / Number(wholeValue(min));
}
