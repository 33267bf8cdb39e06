import { dataEntry, type Entry, objectOf } from '../code/expression';
import { objectAt, type PlainObject } from '../plain-object';
import { serviceEntries } from './service-entries';
import {
  type ConstructEntries,
  cronJobConstruct,
  jobConstruct,
  ownerConstruct,
  podConstruct,
} from './workload-entries';

/**
 * The ways to write an object, best first: a construct of ours, the same with a Service that selects a workload by its
 * constant, the typed object of `podwright/k8s`, and an object of any kind.
 */
export const FORMS = ['selecting', 'construct', 'typed', 'plain'] as const;

export type Form = (typeof FORMS)[number];

/** What a form needs to know beside the object. */
export interface Surroundings {
  /** The id of the construct, which is the name of the object unless that is given. */
  readonly id: string;
  /** The namespace of the chart. */
  readonly namespace: string | undefined;
  /** The constant of the workload that a Service selects. */
  readonly workload: string | undefined;
  /** The class in `podwright/k8s` for an apiVersion and kind. */
  readonly typedClass: (apiVersion: string, kind: string) => string | undefined;
}

/** An object as a construct. */
export interface Construction {
  readonly className: string;
  readonly module: 'podwright' | 'podwright/k8s';
  readonly entries: readonly Entry[];
}

const CONSTRUCTS: Readonly<Record<string, ConstructEntries>> = {
  'v1 Pod': podConstruct,
  'apps/v1 DaemonSet': ownerConstruct,
  'apps/v1 Deployment': ownerConstruct,
  'apps/v1 ReplicaSet': ownerConstruct,
  'apps/v1 StatefulSet': ownerConstruct,
  'batch/v1 CronJob': cronJobConstruct,
  'batch/v1 Job': jobConstruct,
  'v1 Service': (object) => serviceEntries(object),
};

/** The object in one of the forms; undefined when it cannot be written in that. */
export function construction(object: PlainObject, form: Form, surroundings: Surroundings): Construction | undefined {
  const { apiVersion, kind, metadata: _, ...rest } = object;
  const metadata = metadataEntries(object, surroundings);
  if (form === 'selecting' || form === 'construct') {
    const entries = constructEntries(object, form, surroundings);
    return entries && { className: String(kind), module: 'podwright', entries: [...metadata, ...entries] };
  }
  const data = Object.entries(rest).map(([field, value]) => dataEntry(field, value, [field]));
  if (form === 'plain') {
    const type = [dataEntry('apiVersion', apiVersion, ['apiVersion']), dataEntry('kind', kind, ['kind'])];
    return { className: 'ApiObject', module: 'podwright', entries: [...type, ...metadata, ...data] };
  }
  const className = surroundings.typedClass(String(apiVersion), String(kind));
  return className === undefined ? undefined : { className, module: 'podwright/k8s', entries: [...metadata, ...data] };
}

/** Whether an object is one that a Service construct stands for. */
export function isService({ apiVersion, kind }: PlainObject): boolean {
  return apiVersion === 'v1' && kind === 'Service';
}

function constructEntries(object: PlainObject, form: Form, { workload }: Surroundings): Entry[] | undefined {
  if (form === 'selecting')
    return isService(object) && workload !== undefined ? serviceEntries(object, workload) : undefined;
  const { name } = objectAt(object, 'metadata');
  return CONSTRUCTS[`${object.apiVersion} ${object.kind}`]?.(object, String(name));
}

/** The metadata that does not follow from the id and the chart. */
function metadataEntries(object: PlainObject, { id, namespace }: Surroundings): Entry[] {
  const fields = Object.entries(objectAt(object, 'metadata')).filter(
    ([field, value]) => !(field === 'name' && value === id) && !(field === 'namespace' && value === namespace),
  );
  if (fields.length === 0) return [];
  const entries = fields.map(([field, value]) => dataEntry(field, value, ['metadata', field]));
  return [{ key: 'metadata', value: objectOf(entries), path: ['metadata'] }];
}
