import type { MetricSpec } from '../../../kubernetes/generated/decoded';

/** The sources of a metric, in the order in which the server looks for them. */
export const metricSources = ['object', 'external', 'pods', 'resource', 'containerResource'] as const;

/** The name of a source of a metric. */
export type MetricSource = (typeof metricSources)[number];

/**
 * The source of a metric that the server looks into: the first, where there are several.
 *
 * Follows kubernetes pkg/apis/autoscaling/validation/validation.go validateMetricSpec.
 */
export function firstSource(metric: MetricSpec): MetricSource | undefined {
  return metricSources.find((source) => metric[source] !== undefined);
}
