import { type ApiObject, Chart, Testing } from 'cdk8s';

/** The one object of a chart as cdk8s renders it. */
export function synthesized(create: (chart: Chart) => ApiObject): Record<string, unknown> {
  const chart = new Chart(Testing.app(), 'chart');
  create(chart);
  const objects = chart.toJson();
  if (objects.length !== 1) throw new Error(`${objects.length} objects`);
  return objects[0];
}

/** The spec of the one object of a chart. */
export function spec(create: (chart: Chart) => ApiObject): Record<string, unknown> {
  return synthesized(create).spec as Record<string, unknown>;
}

/** `value` with its keys in order, so that the order counts when it is compared. */
export function inOrder(value: unknown): string {
  return JSON.stringify(value, null, 1);
}
