import type { MetricSpec, MetricTarget } from '../../../kubernetes/generated/decoded';
import { parseQuantity } from '../../../kubernetes/quantity';
import { forbidden, invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';
import { firstSource } from './metric-source';

const TYPES = ['Utilization', 'Value', 'AverageValue'];
const QUANTITIES = ['value', 'averageValue'] as const;
const SOURCE = 'kubernetes pkg/apis/autoscaling/validation/validation.go';

const cpu = (target: string) =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { maxReplicas: 2, metrics: [{ type: Resource, resource: { name: cpu, target: { ${target} } } }] }`;

/** What an autoscaler aims at. */
export const metricTargetRules = defineRules([
  {
    id: 'valid-metric-target-type',
    summary: 'The type of a target is Utilization, Value or AverageValue.',
    why: 'It says what the metric is compared with.',
    fix: 'Write one of these words, letter for letter.',
    source: `${SOURCE} validateMetricTarget`,
    example: { bad: cpu('averageUtilization: 60'), good: cpu('type: Utilization, averageUtilization: 60') },
    visit: {
      metricSpec(metric, at, report) {
        const source = firstSource(metric);
        if (source === undefined) return;
        const { type = '' } = targetOf(metric);
        if (TYPES.includes(type)) return;
        const field = at.down(source, 'target', 'type');
        if (type === '') report(required(field, 'must specify a metric target type'));
        report(invalid(field, type, 'must be either Utilization, Value, or AverageValue', didYouMean(type, TYPES)));
      },
    },
  },
  {
    id: 'valid-metric-target-value',
    summary: 'The value, averageValue or averageUtilization of a target is more than zero.',
    why: 'The wanted number of pods is the measured value divided by it.',
    fix: 'Write a positive number.',
    source: `${SOURCE} validateMetricTarget`,
    example: {
      bad: cpu('type: Utilization, averageUtilization: 0'),
      good: cpu('type: Utilization, averageUtilization: 60'),
    },
    visit: {
      metricSpec(metric, at, report) {
        const source = firstSource(metric);
        if (source === undefined) return;
        const target = targetOf(metric);
        for (const name of QUANTITIES) {
          const value = target[name];
          if (value !== undefined && !isPositive(value))
            report(invalid(at.down(source, 'target', name), value, 'must be positive'));
        }
        const { averageUtilization = 1 } = target;
        if (averageUtilization < 1) {
          const field = at.down(source, 'target', 'averageUtilization');
          report(invalid(field, averageUtilization, 'must be greater than 0'));
        }
      },
    },
  },
  {
    id: 'require-metric-target',
    summary:
      'A target has the value that its source is compared with: an averageUtilization or averageValue for resources, an averageValue for Pods, a value or averageValue for Object and External.',
    why: 'The autoscaler would have nothing to aim at.',
    fix: 'Write the value that fits the source.',
    source: `${SOURCE} validateObjectSource, validateExternalSource, validatePodsSource, validateResourceSource, validateContainerResourceSource`,
    example: { bad: cpu('type: Utilization'), good: cpu('type: Utilization, averageUtilization: 60') },
    visit: {
      metricSpec(metric, at, report) {
        const source = firstSource(metric);
        if (source === undefined) return;
        const { value, averageValue, averageUtilization } = targetOf(metric);
        if (averageValue !== undefined) return;
        const targetAt = at.down(source, 'target');
        if (source === 'resource' || source === 'containerResource') {
          if (averageUtilization === undefined)
            report(
              required(targetAt.child('averageUtilization'), 'must set a target raw value or a target utilization'),
            );
        } else if (source === 'pods' || value === undefined) {
          const detail =
            source === 'pods' ? 'must specify a positive target' : 'must set a target value or averageValue';
          report(required(targetAt.child('averageValue'), detail));
        }
      },
    },
  },
  {
    id: 'no-second-metric-target',
    summary:
      'A resource has either an averageUtilization or an averageValue, an external metric either a value or an averageValue.',
    why: 'The two could ask for different numbers of pods.',
    fix: 'Remove one of the two.',
    source: `${SOURCE} validateExternalSource, validateResourceSource, validateContainerResourceSource`,
    example: {
      bad: cpu('type: Utilization, averageUtilization: 60, averageValue: 100m'),
      good: cpu('type: AverageValue, averageValue: 100m'),
    },
    visit: {
      metricSpec(metric, at, report) {
        const source = firstSource(metric);
        if (source === undefined) return;
        const { value, averageValue, averageUtilization } = targetOf(metric);
        if (averageValue === undefined) return;
        const targetAt = at.down(source, 'target');
        if (source === 'external' && value !== undefined)
          report(forbidden(targetAt.child('value'), 'may not set both a target value and a per-pod target'));
        const isResource = source === 'resource' || source === 'containerResource';
        if (isResource && averageUtilization !== undefined)
          report(forbidden(targetAt.child('averageValue'), 'may not set both a target raw value and a utilization'));
      },
    },
  },
]);

/** The target of the source that the server looks into. */
function targetOf(metric: MetricSpec): MetricTarget {
  const source = firstSource(metric);
  return (source && metric[source]?.target) ?? {};
}

function isPositive(value: string | number): boolean {
  return (parseQuantity(value)?.nano ?? 1n) > 0n;
}
