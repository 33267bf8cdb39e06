import { type ApiObject, Chart as Cdk8sChart } from 'cdk8s';
import { waive } from './waiver';

/** The ids of cdk8s-plus-28 for the object inside a construct; they are no part of its name. */
const HIDDEN_IDS = ['Default', 'Resource'];

/**
 * A set of objects that is written to one file. Objects are named by the ids that the app gives them below the chart,
 * exactly, without the path of the chart and without a hash.
 */
export class Chart extends Cdk8sChart {
  override generateObjectName(object: ApiObject): string {
    const path = object.node.scopes.slice(this.node.scopes.length).map((scope) => scope.node.id);
    const ids = path.filter((id) => !HIDDEN_IDS.includes(id));
    return ids.length > 1 ? ids.join('-').toLowerCase() : (ids[0] ?? object.node.id);
  }

  /**
   * Waives advice about everything in the chart: `chart.waive('require-replicas', 'one Pod shows enough')`; see `waive`.
   *
   * @throws ConstructError `WAIVER_WITHOUT_REASON` when the reason is empty.
   */
  waive(rule: string, reason: string): this {
    return waive(this, rule, reason);
  }
}
