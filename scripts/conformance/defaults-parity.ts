import { join } from 'node:path';
import { kindOf, servedObject } from '../../lib/comparison/served-object';
import { minorOf } from '../../lib/kubernetes/version';
import { DATA, readCases, readRows } from './cases';

type JsonObject = Record<string, unknown>;

/** The object that a server holds after a create, by version; `same` is the newest's, null where it is refused. */
interface Row {
  readonly id: string;
  readonly '1.28': JsonObject | 'same' | null;
  readonly '1.36': JsonObject;
}

/** One value on which we and the server differ, by its path in the object. */
export interface Difference {
  readonly id: string;
  readonly version: string;
  readonly path: string;
  readonly ours: unknown;
  readonly servers: unknown;
}

/** How many defaulted objects were compared, and on what they differ. */
export interface DefaultsParity {
  readonly compared: number;
  readonly differences: readonly Difference[];
  readonly summary: string;
}

/**
 * Compares decoding, defaults and printing with the objects that real API servers hold after a create.
 *
 * @param held What is compared: the object that we say a server of a version makes of a manifest.
 */
export function defaultsParity(held: (manifest: JsonObject, version: string) => JsonObject = served): DefaultsParity {
  const manifests = new Map(readCases([]).map(({ id, manifest }) => [id, manifest]));
  const differences: Difference[] = [];
  const different = new Set<string>();
  let compared = 0;
  for (const row of readRows<Row>(join(DATA, 'defaulted.jsonl.gz'))) {
    for (const version of ['1.28', '1.36'] as const) {
      const servers = row[version] === 'same' ? row['1.36'] : row[version];
      const manifest = manifests.get(row.id);
      if (servers === null || manifest === undefined) continue;
      compared += 1;
      const ours = held(manifest, version);
      for (const difference of differ(comparable(ours, manifest), comparable(servers, manifest), '')) {
        differences.push({ id: row.id, version, ...difference });
        different.add(`${version} ${row.id}`);
      }
    }
  }
  const same = compared - different.size;
  return { compared, differences, summary: `defaults         equal ${same} of ${compared}` };
}

function served(manifest: JsonObject, version: string): JsonObject {
  const kind = kindOf(manifest, minorOf(version));
  return (kind && servedObject(manifest, kind, minorOf(version))) ?? {};
}

const ALLOCATED = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'];

/**
 * An object without what the recorded ones lack: the metadata that the server makes up, statuses but for the QoS class,
 * what a Service is allocated, and the selector that a Job is given.
 */
function comparable(object: JsonObject, manifest: JsonObject): JsonObject {
  const { generation: _, resourceVersion: __, ...metadata } = object.metadata as JsonObject;
  const result: JsonObject = { ...object, metadata };
  if (manifest.kind === 'Pod') result.status = { qosClass: (object.status as JsonObject).qosClass };
  else delete result.status;
  const given = (manifest.spec ?? {}) as JsonObject;
  if (manifest.kind === 'Service')
    result.spec = without(object.spec, (field) => ALLOCATED.includes(field) && isEmpty(given[field]));
  if (manifest.kind === 'Job')
    result.spec = without(object.spec, (field) => field === 'selector' && isEmpty(given[field]));
  return result;
}

function without(object: unknown, drop: (field: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object as JsonObject).filter(([field]) => !drop(field)));
}

function isEmpty(value: unknown): boolean {
  return !value || (typeof value === 'object' && Object.keys(value).length === 0);
}

function* differ(ours: unknown, servers: unknown, path: string): Generator<Omit<Difference, 'id' | 'version'>> {
  if (isObject(ours) && isObject(servers) && Array.isArray(ours) === Array.isArray(servers)) {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(servers)])) {
      yield* differ(ours[key], servers[key], path === '' ? key : `${path}.${key}`);
    }
  } else if (ours !== servers) {
    yield { path, ours, servers };
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}
