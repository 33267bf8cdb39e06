import { labelValue, qualifiedName } from '../../../kubernetes/formats';
import type { Toleration } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const OPERATORS = ['Equal', 'Exists'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Which taints of nodes a pod puts up with. */
export const tolerationRules = defineRules([
  {
    id: 'valid-toleration-key',
    summary: 'The key of a toleration is a label key; without a key the operator is Exists.',
    why: 'A toleration without a key is for every taint, so there is no value to compare.',
    fix: 'Name the key of the taint, or write operator: Exists for all taints.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateTolerations',
    example: {
      bad: 'value: gpu',
      good: 'key: dedicated\nvalue: gpu',
    },
    visit: { toleration: visited(checkKey) },
  },
  {
    id: 'valid-toleration-operator',
    summary: 'The operator of a toleration is Equal, with a label value, or Exists, without a value.',
    why: 'Taints hold label values, and Exists has nothing to compare them with.',
    fix: 'Leave the operator out to compare the value, or write operator: Exists and no value.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateTolerations',
    example: {
      bad: 'key: dedicated\noperator: Exists\nvalue: gpu',
      good: 'key: dedicated\noperator: Exists',
    },
    visit: { toleration: visited(checkOperator) },
  },
  {
    id: 'valid-toleration-effect',
    summary: 'The effect of a toleration is NoSchedule, PreferNoSchedule or NoExecute, or left out for all of them.',
    why: 'Taints have no other effects.',
    fix: 'Use one of NoSchedule, PreferNoSchedule and NoExecute.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateTolerations, validateTaintEffect',
    example: {
      bad: 'key: dedicated\noperator: Exists\neffect: NoRun',
      good: 'key: dedicated\noperator: Exists\neffect: NoSchedule',
    },
    visit: { toleration: visited(checkEffect) },
  },
  {
    id: 'valid-toleration-seconds',
    summary: 'Only a toleration of the effect NoExecute has tolerationSeconds.',
    why: 'They delay an eviction, and only NoExecute evicts.',
    fix: 'Write effect: NoExecute, or drop tolerationSeconds.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateTolerations',
    example: {
      bad: 'key: dedicated\noperator: Exists\ntolerationSeconds: 60',
      good: 'key: dedicated\noperator: Exists\neffect: NoExecute\ntolerationSeconds: 60',
    },
    visit: { toleration: visited(checkSeconds) },
  },
]);

type Check = (toleration: Toleration, at: FieldPath, report: Report) => void;

/** The first minor that names the tolerations of a RuntimeClass by their place. */
const TRUE_PLACE_SINCE = 35;

function visited(check: Check) {
  return (toleration: Toleration, at: FieldPath, report: Report, { kind, minor }: ObjectContext): void => {
    const misnamed = kind.kind === 'RuntimeClass' && minor < TRUE_PLACE_SINCE;
    check(toleration, misnamed ? at.doubled() : at, report);
  };
}

/** Checks one toleration as all the rules together do; for those that an annotation holds. */
export function checkToleration(toleration: Toleration, at: FieldPath, report: Report): void {
  checkKey(toleration, at, report);
  checkOperator(toleration, at, report);
  checkEffect(toleration, at, report);
  checkSeconds(toleration, at, report);
}

function checkKey({ key, operator }: Toleration, at: FieldPath, report: Report): void {
  if (key) for (const reason of qualifiedName(key)) report(invalid(at.child('key'), key, reason));
  else if (operator !== 'Exists')
    report(invalid(at.child('operator'), operator, 'must be Exists when there is no key, to stand for every taint'));
}

function checkOperator({ operator, value = '' }: Toleration, at: FieldPath, report: Report): void {
  if (!operator || operator === 'Equal') {
    if (value === '') return;
    const place = at.child('value');
    const fix = 'Write the value of the taint, or operator: Exists and no value.';
    for (const reason of labelValue(value)) report(invalid(at.child('operator'), value, reason, { place, fix }));
  } else if (operator === 'Exists') {
    if (value === '') return;
    const place = at.child('value');
    report(invalid(at.child('operator'), value, 'the value must be empty when the operator is Exists', { place }));
  } else report(notSupported(at.child('operator'), operator, OPERATORS, didYouMean(operator, OPERATORS)));
}

function checkEffect({ effect }: Toleration, at: FieldPath, report: Report): void {
  if (effect && !EFFECTS.includes(effect))
    report(notSupported(at.child('effect'), effect, EFFECTS, didYouMean(effect, EFFECTS)));
}

function checkSeconds({ effect, tolerationSeconds }: Toleration, at: FieldPath, report: Report): void {
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    report(invalid(at.child('effect'), effect, 'must be NoExecute when tolerationSeconds is set'));
}
