import type { ManifestPath } from '../../manifest/position';
import { dataEntry, type Entry, objectOf } from '../code/expression';
import { objectAt, type PlainObject } from '../plain-object';
import { without } from './container-entries';
import { keyedList } from './keyed-list';
import { podEntries } from './pod-entries';
import { selectionOf, templateEntry } from './template-entries';

/** The properties of a construct beside `metadata`; undefined when it cannot say the same as the object. */
export type ConstructEntries = (object: PlainObject, name: string) => Entry[] | undefined;

const SPEC: ManifestPath = ['spec'];
const TEMPLATE: ManifestPath = ['spec', 'template'];

/** Those of a Pod. */
export const podConstruct: ConstructEntries = (object) => {
  return holdsOnlySpec(object) ? podEntries(objectAt(object, 'spec'), SPEC) : undefined;
};

/** Those of a workload that owns its pods by a selector. */
export const ownerConstruct: ConstructEntries = (object, name) => {
  const spec = objectAt(object, 'spec');
  const template = objectAt(spec, 'template');
  const pod = podEntries(objectAt(template, 'spec'), [...TEMPLATE, 'spec']);
  if (!pod || !holdsOnlySpec(object)) return undefined;
  const { givesSelector, labels } = selectionOf(name, spec);
  const own = Object.entries(spec).flatMap(([field, value]): (Entry | undefined)[] => {
    const at = [...SPEC, field];
    if (field === 'template') return templateEntry(template, labels, TEMPLATE);
    if (field === 'selector' && !givesSelector) return [];
    return [field === 'volumeClaimTemplates' ? claimsEntry(value, at) : dataEntry(field, value, at)];
  });
  return distinct([...own, ...pod]);
};

/** Those of a Job. */
export const jobConstruct: ConstructEntries = (object) => {
  return holdsOnlySpec(object) ? jobEntries(objectAt(object, 'spec'), SPEC, []) : undefined;
};

/** Those of a CronJob. */
export const cronJobConstruct: ConstructEntries = (object) => {
  const { jobTemplate, ...rest } = objectAt(object, 'spec');
  const { spec, ...beside } = objectAt(jobTemplate);
  const at = [...SPEC, 'jobTemplate'];
  const { template, ...jobFields } = objectAt(spec);
  const pod = jobEntries({ template }, [...at, 'spec'], []);
  if (!pod || !holdsOnlySpec(object)) return undefined;
  const job = [
    ...Object.entries(beside).map(([field, value]) => dataEntry(field, value, [...at, field])),
    ...(Object.keys(jobFields).length > 0 ? [dataEntry('spec', jobFields, [...at, 'spec'])] : []),
  ];
  return distinct([
    ...Object.entries(rest).map(([field, value]) => dataEntry(field, value, [...SPEC, field])),
    ...(job.length > 0 ? [{ key: 'jobTemplate', value: objectOf(job), path: at }] : []),
    ...pod,
  ]);
};

/** The fields of a Job's spec and those of its pods; the one that both have stands in `template`. */
function jobEntries(spec: PlainObject, path: ManifestPath, before: readonly Entry[]): Entry[] | undefined {
  const template = objectAt(spec, 'template');
  const { activeDeadlineSeconds, ...podSpec } = objectAt(template, 'spec');
  const at = [...path, 'template'];
  const pod = podEntries(podSpec, [...at, 'spec']);
  if (!pod) return undefined;
  const own = Object.entries(spec)
    .filter(([field]) => field !== 'template')
    .map(([field, value]) => dataEntry(field, value, [...path, field]));
  const [metadata] = templateEntry(template, objectAt(template, 'metadata', 'labels'), at);
  const inner = [
    ...(metadata?.value.form === 'object' ? metadata.value.entries : []),
    ...(activeDeadlineSeconds === undefined ? [] : [dataEntry('spec', { activeDeadlineSeconds }, [...at, 'spec'])]),
  ];
  const said = inner.length > 0 ? [{ key: 'template', value: objectOf(inner), path: at }] : [];
  return distinct([...before, ...own, ...said, ...pod]);
}

function claimsEntry(claims: unknown, path: ManifestPath): Entry | undefined {
  const value = keyedList(
    Array.isArray(claims) ? claims.map((claim) => ({ ...claim, name: objectAt(claim, 'metadata').name })) : claims,
    'name',
    path,
    (claim, at) => claimValue(claim, at),
  );
  return value && { key: 'volumeClaimTemplates', value, path };
}

/** A claim without its name. */
function claimValue({ name: _, metadata, ...claim }: PlainObject, path: ManifestPath) {
  const { name: _name, ...rest } = objectAt(metadata);
  return without(Object.keys(rest).length > 0 ? { metadata: rest, ...claim } : claim, '', path);
}

/** Whether the object has nothing beside its kind, its metadata and its spec. */
function holdsOnlySpec(object: PlainObject): boolean {
  return Object.keys(object).every((field) => ['apiVersion', 'kind', 'metadata', 'spec'].includes(field));
}

/** Entries of which each can be said, under a key of its own; else undefined. */
function distinct(entries: readonly (Entry | undefined)[]): Entry[] | undefined {
  const known = entries.filter((entry) => entry !== undefined);
  const keys = new Set(known.map(({ key }) => key));
  return known.length === entries.length && keys.size === known.length ? known : undefined;
}
