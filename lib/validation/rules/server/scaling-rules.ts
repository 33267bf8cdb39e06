import { parseQuantity } from '../../../kubernetes/quantity';
import { invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const SELECT_POLICIES = ['Disabled', 'Max', 'Min'];
const POLICY_TYPES = ['Percent', 'Pods'];
const LONGEST_WINDOW_SECONDS = 3600;
const LONGEST_PERIOD_SECONDS = 1800;
const SOURCE = 'kubernetes pkg/apis/autoscaling/validation/validation.go';

const scaleDown = (rules: string) =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { maxReplicas: 2, behavior: { scaleDown: { ${rules} } } }`;

/** How fast an autoscaler follows its metrics, up and down. */
export const scalingRulesRules = defineRules([
  {
    id: 'valid-stabilization-window',
    summary: '`stabilizationWindowSeconds` is between 0 and 3600.',
    why: 'The autoscaler keeps its recommendations of an hour at most.',
    fix: 'Write a number of seconds from 0 to 3600.',
    source: `${SOURCE} validateScalingRules`,
    example: { bad: scaleDown('stabilizationWindowSeconds: 3601'), good: scaleDown('stabilizationWindowSeconds: 300') },
    visit: {
      horizontalPodAutoscalerScalingRules({ stabilizationWindowSeconds: seconds = 0 }, at, report) {
        if (seconds >= 0 && seconds <= LONGEST_WINDOW_SECONDS) return;
        const bound = seconds < 0 ? 'greater than or equal to zero' : `less than or equal to ${LONGEST_WINDOW_SECONDS}`;
        report(invalid(at.child('stabilizationWindowSeconds'), seconds, `must be ${bound}`));
      },
    },
  },
  {
    id: 'valid-select-policy',
    summary: '`selectPolicy` is Max, Min or Disabled.',
    why: 'Of several policies the one that changes most or least counts, or none.',
    fix: 'Leave selectPolicy out for Max, or write Min or Disabled.',
    source: `${SOURCE} validateScalingRules`,
    example: { bad: scaleDown('selectPolicy: max'), good: scaleDown('selectPolicy: Max') },
    visit: {
      horizontalPodAutoscalerScalingRules({ selectPolicy: policy = 'Max' }, at, report) {
        if (!SELECT_POLICIES.includes(policy))
          report(notSupported(at.child('selectPolicy'), policy, SELECT_POLICIES, didYouMean(policy, SELECT_POLICIES)));
      },
    },
  },
  {
    id: 'require-scaling-policy',
    summary: 'The list of scaling policies is absent or has an item.',
    why: 'The defaults take the place of an absent list, but not of an empty one.',
    fix: 'Leave policies out for the defaults, or write selectPolicy: Disabled to turn scaling in this direction off.',
    source: `${SOURCE} validateScalingRules`,
    example: {
      bad: scaleDown('policies: []'),
      good: scaleDown('policies: [{ type: Pods, value: 1, periodSeconds: 60 }]'),
    },
    visit: {
      horizontalPodAutoscalerScalingRules({ policies = [] }, at, report) {
        if (policies.length === 0) report(required(at.child('policies'), 'must specify at least one policy'));
      },
    },
  },
  {
    id: 'valid-scaling-policy',
    summary: 'A scaling policy is of type Pods or Percent, with a value above zero and a period of 1 to 1800 seconds.',
    why: 'It allows so many pods or percent more or fewer within the period.',
    fix: 'Write type, value and periodSeconds; none of them has a default.',
    source: `${SOURCE} validateScalingPolicy`,
    example: {
      bad: scaleDown('policies: [{ type: Pods, value: 1 }]'),
      good: scaleDown('policies: [{ type: Pods, value: 1, periodSeconds: 60 }]'),
    },
    visit: {
      horizontalPodAutoscalerScalingRules({ policies }, at, report) {
        policies?.forEach(({ type = '', value = 0, periodSeconds = 0 }, index) => {
          if (!POLICY_TYPES.includes(type)) {
            const field = at.child('policies').index(index).child('type');
            report(notSupported(field, type, POLICY_TYPES, didYouMean(type, POLICY_TYPES)));
          }
          if (value <= 0)
            report(invalid(at.child('policies').index(index).child('value'), value, 'must be greater than zero'));
          if (periodSeconds > 0 && periodSeconds <= LONGEST_PERIOD_SECONDS) return;
          const bound = periodSeconds > 0 ? `less than or equal to ${LONGEST_PERIOD_SECONDS}` : 'greater than zero';
          report(invalid(at.child('policies').index(index).child('periodSeconds'), periodSeconds, `must be ${bound}`));
        });
      },
    },
  },
  {
    id: 'valid-tolerance',
    summary: 'The tolerance of an autoscaler is not negative.',
    why: 'It is the part by which a metric may miss its target before anything is done.',
    fix: 'Write a part of one such as 0.1 or 100m.',
    source: `${SOURCE} validateScalingRules`,
    example: { bad: scaleDown('tolerance: -100m'), good: scaleDown('tolerance: 100m') },
    visit: {
      horizontalPodAutoscalerScalingRules({ tolerance }, at, report) {
        if (tolerance !== undefined && (parseQuantity(tolerance)?.nano ?? 0n) < 0n)
          report(invalid(at.child('tolerance'), tolerance, 'must be greater than or equal to zero'));
      },
    },
  },
]);
