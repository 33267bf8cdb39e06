import { forbidden, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const SYSTEM_PREFIX = 'system-';
/** The classes of the system itself, with their values. */
const SYSTEM_CLASSES: ReadonlyMap<string, number> = new Map([
  ['system-node-critical', 2_000_001_000],
  ['system-cluster-critical', 2_000_000_000],
]);
const HIGHEST_VALUE = 1_000_000_000;
const PREEMPTION_POLICIES = ['Never', 'PreemptLowerPriority'];
const SOURCE = 'kubernetes pkg/apis/scheduling/validation/validation.go';

/** The order in which pods are scheduled. */
export const priorityClassRules = defineRules([
  {
    id: 'valid-priority-class-name',
    summary: 'The name of a PriorityClass does not begin with system-.',
    why: 'Such names are reserved for the classes that every cluster has.',
    fix: 'Choose another name.',
    source: `${SOURCE} ValidatePriorityClass`,
    example: {
      bad: 'metadata: { name: system-important }\nvalue: 1000',
      good: 'metadata: { name: important }\nvalue: 1000',
    },
    visit: {
      PriorityClass({ metadata, value = 0, globalDefault = false }, at, report) {
        const name = metadata?.name ?? '';
        if (!name.startsWith(SYSTEM_PREFIX)) return;
        if (SYSTEM_CLASSES.get(name) === value && !globalDefault) return;
        report(forbidden(at.down('metadata', 'name'), `names with the prefix ${SYSTEM_PREFIX} are reserved`));
      },
    },
  },
  {
    id: 'valid-priority-value',
    summary: 'The value of a PriorityClass is at most 1000000000.',
    why: 'Higher values are kept for the pods that the cluster cannot do without.',
    fix: 'Lower value.',
    source: `${SOURCE} ValidatePriorityClass`,
    example: { bad: 'value: 1000000001', good: 'value: 1000000000' },
    visit: {
      PriorityClass({ metadata, value = 0 }, at, report) {
        if (value > HIGHEST_VALUE && !metadata?.name?.startsWith(SYSTEM_PREFIX))
          report(forbidden(at.child('value'), `maximum allowed value of a user defined priority is ${HIGHEST_VALUE}`));
      },
    },
  },
  {
    id: 'valid-preemption-policy',
    summary: '`preemptionPolicy` is PreemptLowerPriority or Never.',
    why: 'A pod that finds no room either takes the place of others or waits.',
    fix: 'Leave preemptionPolicy out for PreemptLowerPriority, or write Never.',
    source: `${SOURCE} ValidatePreemptionPolicy`,
    example: { bad: 'value: 1\npreemptionPolicy: never', good: 'value: 1\npreemptionPolicy: Never' },
    visit: {
      PriorityClass({ preemptionPolicy: policy }, at, report) {
        if (policy === undefined || PREEMPTION_POLICIES.includes(policy)) return;
        const field = at.child('preemptionPolicy');
        if (policy === '') report(required(field, `supported values: ${PREEMPTION_POLICIES.join(', ')}`));
        else report(notSupported(field, policy, PREEMPTION_POLICIES, didYouMean(policy, PREEMPTION_POLICIES)));
      },
    },
  },
]);
