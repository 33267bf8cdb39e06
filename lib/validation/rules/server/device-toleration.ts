import { labelValue, qualifiedName } from '../../../kubernetes/formats';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const OPERATORS = ['Equal', 'Exists'];
const EFFECTS = ['NoExecute', 'NoSchedule', 'None'];

const claim = (toleration: string) =>
  `apiVersion: resource.k8s.io/v1\nkind: ResourceClaim\nmetadata: { name: gpu }\nspec: { devices: { requests: [{ name: gpu, exactly: { deviceClassName: gpu.example.com, tolerations: [${toleration}] } }] } }`;

/** The taints of devices that a request puts up with. */
export const deviceTolerationRules = defineRules([
  {
    id: 'valid-device-toleration',
    summary: 'A toleration of devices has the key, operator, value and effect of taints that there can be.',
    why: 'A toleration that matches no taint has no effect.',
    fix: 'Write key, operator Equal with value or Exists without, and effect NoSchedule or NoExecute.',
    source: 'kubernetes pkg/apis/resource/validation/validation.go validateDeviceToleration',
    since: 36,
    example: {
      bad: claim('{ key: example.com/broken, operator: Exists, value: yes }'),
      good: claim('{ key: example.com/broken, operator: Exists, effect: NoSchedule }'),
    },
    visit: {
      deviceToleration({ key = '', operator = '', value = '', effect }, at, report) {
        if (key !== '') for (const reason of qualifiedName(key)) report(invalid(at.child('key'), key, reason));
        if (!OPERATORS.includes(operator))
          report(notSupported(at.child('operator'), operator, OPERATORS, didYouMean(operator, OPERATORS)));
        else if (operator === 'Exists' && value !== '')
          report(invalid(at.child('value'), value, 'must be empty for operator Exists'));
        else if (operator === 'Equal')
          for (const reason of labelValue(value)) report(invalid(at.child('value'), value, reason));
        reportDeviceEffect(effect, at.child('effect'), report);
      },
    },
  },
]);

/** Reports an effect that no taint of a device has; none is well. */
export function reportDeviceEffect(effect: string | undefined, at: FieldPath, report: Report): void {
  if (effect && !EFFECTS.includes(effect)) report(notSupported(at, effect, EFFECTS, didYouMean(effect, EFFECTS)));
}
