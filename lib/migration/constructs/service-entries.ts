import type { ManifestPath } from '../../manifest/position';
import { dataEntry, dataExpression, type Entry, type Expression } from '../code/expression';
import { objectAt, type PlainObject } from '../plain-object';
import { without } from './container-entries';
import { keyedList } from './keyed-list';

/**
 * The properties of a Service.
 *
 * @param workload The constant of the workload that it selects, in place of its labels.
 */
export function serviceEntries(service: PlainObject, workload?: string): Entry[] {
  return Object.entries(objectAt(service, 'spec')).map(([field, value]) => {
    const path = ['spec', field];
    if (field === 'selector' && workload !== undefined)
      return { key: field, value: { form: 'name', name: workload }, path };
    if (field !== 'ports') return dataEntry(field, value, path);
    return { key: field, value: keyedList(value, 'name', path, portValue) ?? dataExpression(value, path), path };
  });
}

function portValue(port: PlainObject, path: ManifestPath): Expression {
  const isPlainPort = Object.keys(port).length === 2 && typeof port.port === 'number';
  return isPlainPort ? dataExpression(port.port, [...path, 'port']) : without(port, 'name', path);
}
