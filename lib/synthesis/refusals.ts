import type { IConstruct } from 'constructs';
import { reportText } from '../report/text';
import type { ValidateOptions } from '../validation/validate-options';
import { chartOf, isApiObject, toAppObject } from './app-object';
import { type CheckedObject, checkObjects } from './check-objects';

/** The report on what the API server would refuse among the objects of a construct; no text when it is nothing. */
export function refusals(scope: IConstruct, options: ValidateOptions): string[] {
  const objects = scope.node
    .findAll()
    .filter(isApiObject)
    .map((construct) => toAppObject(construct, chartOf(construct)));
  const report = refusalReport(objects, options);
  return report === undefined ? [] : [`the API server would refuse:\n${report}`];
}

/** The report on what the API server would refuse among objects; undefined when it is nothing. */
export function refusalReport(objects: readonly CheckedObject[], options: ValidateOptions): string | undefined {
  const errors = checkObjects(objects, options).filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? undefined : reportText(errors);
}
