import { dnsLabel, pathSegmentName } from '../../../kubernetes/formats';
import type { MetricIdentifier, MetricSpec } from '../../../kubernetes/generated/decoded';
import { containerResourceName } from '../../../kubernetes/resource-name-format';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { firstSource, type MetricSource, metricSources } from './metric-source';

const TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];
const SOURCE = 'kubernetes pkg/apis/autoscaling/validation/validation.go';

const autoscaler = (metric: string) =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { maxReplicas: 2, metrics: [${metric}] }`;
const target = 'target: { type: Utilization, averageUtilization: 60 }';

/** Which metrics an autoscaler looks at. */
export const metricSpecRules = defineRules([
  {
    id: 'valid-metric-type',
    summary: 'The type of a metric is Resource, Pods, Object, External or ContainerResource.',
    why: 'It says which of the sources is meant.',
    fix: 'Write one of these words, letter for letter.',
    source: `${SOURCE} validateMetricSpec`,
    example: {
      bad: autoscaler(`{ type: resource, resource: { name: cpu, ${target} } }`),
      good: autoscaler(`{ type: Resource, resource: { name: cpu, ${target} } }`),
    },
    visit: {
      metricSpec({ type = '' }, at, report) {
        if (TYPES.includes(type)) return;
        if (type === '') report(required(at.child('type'), 'must specify a metric source type'));
        report(notSupported(at.child('type'), type, TYPES, didYouMean(type, TYPES)));
      },
    },
  },
  {
    id: 'valid-metric-source',
    summary: 'A metric has the source that its type names, and no other.',
    why: 'Of several sources only one could count.',
    fix: 'Write the field of the type, with a small first letter, and remove the others.',
    source: `${SOURCE} validateMetricSpec`,
    example: {
      bad: autoscaler(`{ type: Pods, resource: { name: cpu, ${target} } }`),
      good: autoscaler(`{ type: Resource, resource: { name: cpu, ${target} } }`),
    },
    visit: {
      metricSpec(metric, at, report) {
        const expected = sourceOf(metric);
        if (expected && !metric[expected])
          report(required(at.child(expected), 'must populate information for the given metric source'));
        const present = metricSources.filter((source) => metric[source] !== undefined);
        if (present.length < 2) return;
        for (const source of present) {
          if (source !== expected) report(forbidden(at.child(source), 'must populate the given metric source only'));
        }
      },
    },
  },
  {
    id: 'valid-metric-name',
    summary: 'A metric has a name: that of a resource, or one that can stand in the path of a URL.',
    why: 'The metrics API is asked for it by its name.',
    fix: 'Write the name under which the metric is offered.',
    source: `${SOURCE} validateMetricIdentifier, validateResourceSource, validateContainerResourceSource`,
    example: {
      bad: autoscaler(`{ type: Resource, resource: { ${target} } }`),
      good: autoscaler(`{ type: Resource, resource: { name: cpu, ${target} } }`),
    },
    visit: {
      metricSpec(metric, at, report) {
        const source = firstSource(metric);
        if (source === undefined) return;
        const sourceAt = at.child(source);
        const { resource, containerResource } = metric;
        if (source === 'resource') {
          if (!resource?.name) report(required(sourceAt.child('name'), 'must specify a resource name'));
        } else if (source === 'containerResource') {
          checkResourceName(containerResource?.name ?? '', sourceAt.child('name'), report);
        } else {
          checkMetricName(metric[source]?.metric, sourceAt.down('metric', 'name'), report);
        }
      },
    },
  },
  {
    id: 'valid-metric-container',
    summary: 'A ContainerResource metric names its container.',
    why: 'The resource is measured in that container alone.',
    fix: 'Write the name of a container of the pods.',
    source: `${SOURCE} validateContainerResourceSource`,
    example: {
      bad: autoscaler(`{ type: ContainerResource, containerResource: { name: cpu, ${target} } }`),
      good: autoscaler(`{ type: ContainerResource, containerResource: { name: cpu, container: app, ${target} } }`),
    },
    visit: {
      metricSpec(metric, at, report) {
        if (!metric.containerResource || firstSource(metric) !== 'containerResource') return;
        const { container = '' } = metric.containerResource;
        const field = at.down('containerResource', 'container');
        if (container === '') report(required(field, 'must specify a container'));
        else for (const reason of dnsLabel(container)) report(invalid(field, container, reason));
      },
    },
  },
]);

/** The source that the type of a metric stands for. */
function sourceOf({ type = '' }: MetricSpec): MetricSource | undefined {
  return TYPES.includes(type) ? metricSources.find((source) => source.toLowerCase() === type.toLowerCase()) : undefined;
}

function checkResourceName(name: string, at: FieldPath, report: Report): void {
  if (name === '') report(required(at, 'must specify a resource name'));
  else for (const reason of containerResourceName(name)) report(invalid(at, name, reason));
}

function checkMetricName({ name = '' }: MetricIdentifier = {}, at: FieldPath, report: Report): void {
  if (name === '') report(required(at, 'must specify a metric name'));
  else for (const reason of pathSegmentName(name)) report(invalid(at, name, reason));
}
