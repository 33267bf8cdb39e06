import { featureEnabled } from './defaults/feature-gates';
import type {
  AutoscalingV1HorizontalPodAutoscaler,
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerBehavior,
  HPAScalingRules,
  MetricSpec,
  MetricTarget,
} from './generated/decoded';
import { parseQuantity } from './quantity';

const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';
const INT32 = 2 ** 31;
/** The first minor that knows tolerances. */
const TOLERANCE_SINCE = 33;

/** JSON that cannot be read as what it should be, which the server drops without a word. */
class Unreadable extends Error {
  readonly code = 'unreadable';
}

/**
 * Turns a HorizontalPodAutoscaler of `autoscaling/v1` into one of `autoscaling/v2`, which is what the server
 * validates; metrics and behavior may stand in annotations, as JSON.
 *
 * Follows kubernetes pkg/apis/autoscaling/v1/conversion.go Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler.
 */
export function toAutoscalingV2(
  autoscaler: AutoscalingV1HorizontalPodAutoscaler,
  minor: number,
): HorizontalPodAutoscaler {
  const { targetCPUUtilizationPercentage: percentage, ...spec } = autoscaler.spec ?? {};
  const metrics: MetricSpec[] = [];
  if (percentage !== undefined) {
    const target = { type: 'Utilization', averageUtilization: percentage };
    metrics.push({ type: 'Resource', resource: { name: 'cpu', target } });
  }
  const annotations = autoscaler.metadata?.annotations ?? {};
  metrics.push(...(readJson(annotations[METRICS], readMetrics) ?? []));
  const behavior = readJson(annotations[BEHAVIOR], (value) => readBehavior(value, minor));
  return { ...autoscaler, spec: { ...spec, metrics, ...(behavior && { behavior }) } };
}

function readJson<T>(text: string | undefined, read: (value: unknown) => T): T | undefined {
  if (text === undefined) return undefined;
  try {
    return read(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Unreadable) return undefined;
    throw error;
  }
}

type Fields = ReadonlyMap<string, unknown>;

/** The fields of a JSON object; Go does not look at the case of their names, and reads null as absent. */
function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable('not an object');
  const fields = Object.entries(value).filter(([, item]) => item !== null);
  return new Map(fields.map(([name, item]) => [name.toLowerCase(), item]));
}

function field<T>(fields: Fields, name: string, read: (value: unknown) => T): T | undefined {
  const value = fields.get(name.toLowerCase());
  return value === undefined ? undefined : read(value);
}

function readList<T>(value: unknown, read: (item: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new Unreadable('not a list');
  return value.map((item) => read(item ?? {}));
}

function readText(value: unknown): string {
  if (typeof value !== 'string') throw new Unreadable('not a text');
  return value;
}

function readInteger(value: unknown): number {
  const isInt32 = typeof value === 'number' && Number.isInteger(value) && value >= -INT32 && value < INT32;
  if (!isInt32) throw new Unreadable('not a whole number of 32 bits');
  return value;
}

function readQuantity(value: unknown): string | number {
  const isQuantity = (typeof value === 'string' || typeof value === 'number') && parseQuantity(value) !== undefined;
  if (!isQuantity) throw new Unreadable('not a quantity');
  return value;
}

function readMetrics(value: unknown): MetricSpec[] {
  return readList(value, (item) => {
    const fields = fieldsOf(item);
    return {
      type: field(fields, 'type', readText),
      object: field(fields, 'object', readObjectMetric),
      external: field(fields, 'external', readExternalMetric),
      pods: field(fields, 'pods', readPodsMetric),
      resource: field(fields, 'resource', readResourceMetric),
      containerResource: field(fields, 'containerResource', readContainerResourceMetric),
    };
  });
}

function readObjectMetric(value: unknown): MetricSpec['object'] {
  const fields = fieldsOf(value);
  const targetValue = field(fields, 'targetValue', readQuantity) ?? '0';
  const averageValue = field(fields, 'averageValue', readQuantity);
  return {
    describedObject: field(fields, 'target', readReference) ?? {},
    metric: { name: field(fields, 'metricName', readText) ?? '' },
    target:
      averageValue === undefined
        ? { type: 'Value', value: targetValue }
        : { type: 'AverageValue', value: targetValue, averageValue },
  };
}

function readReference(value: unknown): { apiVersion?: string; kind?: string; name?: string } {
  const fields = fieldsOf(value);
  return {
    apiVersion: field(fields, 'apiVersion', readText),
    kind: field(fields, 'kind', readText),
    name: field(fields, 'name', readText),
  };
}

function readExternalMetric(value: unknown): MetricSpec['external'] {
  const fields = fieldsOf(value);
  const targetValue = field(fields, 'targetValue', readQuantity);
  const averageValue = field(fields, 'targetAverageValue', readQuantity);
  const type = targetValue === undefined ? 'AverageValue' : 'Value';
  return {
    metric: { name: field(fields, 'metricName', readText) ?? '' },
    target: { type, value: targetValue, averageValue },
  };
}

function readPodsMetric(value: unknown): MetricSpec['pods'] {
  const fields = fieldsOf(value);
  return {
    metric: { name: field(fields, 'metricName', readText) ?? '' },
    target: { type: 'AverageValue', averageValue: field(fields, 'targetAverageValue', readQuantity) ?? '0' },
  };
}

function readResourceMetric(value: unknown): MetricSpec['resource'] {
  const fields = fieldsOf(value);
  return { name: field(fields, 'name', readText), target: readResourceTarget(fields) };
}

function readContainerResourceMetric(value: unknown): MetricSpec['containerResource'] {
  const fields = fieldsOf(value);
  const container = field(fields, 'container', readText) ?? '';
  return { name: field(fields, 'name', readText), container, target: readResourceTarget(fields) };
}

function readResourceTarget(fields: Fields): MetricTarget {
  const averageUtilization = field(fields, 'targetAverageUtilization', readInteger);
  const averageValue = field(fields, 'targetAverageValue', readQuantity);
  return { type: averageUtilization === undefined ? 'AverageValue' : 'Utilization', averageUtilization, averageValue };
}

/** Behavior as a whole is dropped when there is nothing in it; what is absent is not filled in. */
function readBehavior(value: unknown, minor: number): HorizontalPodAutoscalerBehavior | undefined {
  const fields = fieldsOf(value);
  const scaleUp = field(fields, 'scaleUp', (rules) => readScalingRules(rules, minor));
  const scaleDown = field(fields, 'scaleDown', (rules) => readScalingRules(rules, minor));
  return scaleUp || scaleDown ? { ...(scaleUp && { scaleUp }), ...(scaleDown && { scaleDown }) } : undefined;
}

function readScalingRules(value: unknown, minor: number): HPAScalingRules {
  const fields = fieldsOf(value);
  const tolerance = minor < TOLERANCE_SINCE ? undefined : field(fields, 'tolerance', readQuantity);
  return {
    stabilizationWindowSeconds: field(fields, 'stabilizationWindowSeconds', readInteger),
    selectPolicy: field(fields, 'selectPolicy', readText),
    tolerance: featureEnabled('HPAConfigurableTolerance', minor) ? tolerance : undefined,
    policies: field(fields, 'policies', (list) =>
      readList(list, (item) => {
        const policy = fieldsOf(item);
        return {
          type: field(policy, 'type', readText),
          value: field(policy, 'value', readInteger),
          periodSeconds: field(policy, 'periodSeconds', readInteger),
        };
      }),
    ),
  };
}
