import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { DerivedField } from '../constructs/derived-field';
import { inOwnSynthesis } from './own-synthesis';
import { SynthesisError } from './synthesis-error';

/** One object of an app: the construct that makes it, and what it makes. */
export interface AppObject {
  readonly construct: ApiObject;
  readonly chart: Chart;
  readonly json: Record<string, unknown>;
  /** What the synthesis added to what the construct makes. Default: nothing. */
  readonly added?: readonly DerivedField[];
}

const API_OBJECT = Symbol.for('cdk8s.ApiObject');
const CHART = Symbol.for('cdk8s.Chart');

/** Whether a construct, of any copy of cdk8s, makes an object. */
export const isApiObject = (construct: IConstruct): construct is ApiObject => API_OBJECT in construct;

/** Whether a construct, of any copy of cdk8s, is a chart. */
export const isChart = (construct: IConstruct): construct is Chart => CHART in construct;

/** What a construct in a chart makes, as plain data. */
export function toAppObject(construct: ApiObject, chart: Chart): AppObject {
  return { construct, chart, json: construct.toJson() as Record<string, unknown> };
}

/**
 * The innermost chart around a construct.
 *
 * @throws SynthesisError `ERR_APP_FAILED` when it is in none.
 */
export function chartOf(construct: IConstruct): Chart {
  let scope: IConstruct | undefined = construct;
  while (scope && !isChart(scope)) scope = scope.node.scope;
  if (!scope)
    throw new SynthesisError('ERR_APP_FAILED', `${construct.node.path} is in no chart; create it in a Chart.`);
  return scope;
}

/**
 * All constructs of an app, once they have validated themselves.
 *
 * @throws SynthesisError `ERR_CONSTRUCT_VALIDATION` when one of them finds fault with itself.
 */
export function validConstructs(app: IConstruct): IConstruct[] {
  const all = app.node.findAll();
  const problems = inOwnSynthesis(() =>
    all.flatMap((construct) => construct.node.validate().map((problem) => `[${construct.node.path}] ${problem}`)),
  );
  if (problems.length > 0) throw new SynthesisError('ERR_CONSTRUCT_VALIDATION', problems.join('\n'));
  return all;
}
