import { findKind, type Kind } from '../../kubernetes/kinds';
import { changeAt, isPlainObject, objectAt, type PlainObject } from '../plain-object';
import { Draft } from './draft';
import { dropGenerated } from './drop-generated';
import { dropNulls } from './drop-nulls';

/** What is left of an object, and what was taken from it. */
export interface CleanObject {
  readonly object: PlainObject;
  /** The fields that were left out, as paths: `metadata.uid`. */
  readonly removed: readonly string[];
}

/** Fields of metadata that the server writes; what a manifest says of them is ignored or refused. */
const SERVER_METADATA = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** What `kubectl apply` remembers. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const META = 'meta.v1.ObjectMeta';

/**
 * An object as a person would have written it: without what the server writes (status, uid, managedFields ...), without
 * fields that are null and without what is empty in its metadata, which the server takes for absent. In an object that was read from a cluster,
 * what the cluster has filled in goes as well. The object itself stays as it is.
 */
export function cleanObject(object: PlainObject): CleanObject {
  const kind = findKind(String(object.apiVersion), String(object.kind));
  const fromCluster = isFromCluster(object);
  const draft = new Draft(withoutNulls(object, kind));
  for (const field of SERVER_METADATA) draft.drop('metadata', field);
  draft.drop('metadata', 'annotations', LAST_APPLIED);
  if (kind || fromCluster) draft.drop('status');
  if (kind && fromCluster) dropGenerated(draft, objectAt(object, 'metadata'));
  draft.change(['metadata'], withoutEmpty);
  for (const path of templateMetadata(kind))
    draft.change(path, (metadata) => (isEmpty(metadata) ? undefined : metadata));
  return { object: draft.object, removed: draft.removed };
}

/** Whether the object was read from a cluster, which alone gives out a uid. */
export function isFromCluster(object: PlainObject): boolean {
  const { uid, creationTimestamp, resourceVersion } = objectAt(object, 'metadata');
  return typeof uid === 'string' && (typeof creationTimestamp === 'string' || typeof resourceVersion === 'string');
}

function withoutNulls(object: PlainObject, kind: Kind | undefined): PlainObject {
  if (kind) return dropNulls(object, kind.type);
  return changeAt(object, ['metadata'], (metadata) => (isPlainObject(metadata) ? dropNulls(metadata, META) : metadata));
}

/** Where the templates of an object have metadata. */
function templateMetadata(kind: Kind | undefined): string[][] {
  const template = kind?.podTemplate ?? [];
  const templates = template.length > 0 ? [[...template, 'metadata']] : [];
  return kind?.kind === 'CronJob' ? [...templates, ['spec', 'jobTemplate', 'metadata']] : templates;
}

/** Metadata without its empty maps and lists; undefined where nothing is left. */
function withoutEmpty(metadata: unknown): unknown {
  if (!isPlainObject(metadata)) return metadata;
  const entries = Object.entries(metadata).filter(([, value]) => !isEmpty(value));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
