import { decodeBase64, encodeBytes } from '../base64';
import { parseDateTime } from '../date-time';
import { type Field, fieldOf, type Scalar, type Shape, typeInfo } from '../types';
import { servedQuantity } from './served-quantity';

type JsonObject = Record<string, unknown>;

const SCHEMA = 'apiextensions.v1.JSONSchemaProps';

/** Fields that Go holds as values, so that they are written even when nothing is in them. */
const WRITTEN_STRUCTS = new Set([
  'apps.v1.DaemonSetSpec.updateStrategy',
  'apps.v1.DeploymentSpec.strategy',
  'apps.v1.ReplicaSetSpec.template',
  'apps.v1.StatefulSetSpec.updateStrategy',
  'core.v1.Container.resources',
  'core.v1.EphemeralContainer.resources',
  'core.v1.PersistentVolumeClaimSpec.resources',
  'core.v1.PodTemplate.template',
  'discovery.v1.Endpoint.conditions',
  'flowcontrol.v1.LimitedPriorityLevelConfiguration.limitResponse',
  'flowcontrol.v1beta2.LimitedPriorityLevelConfiguration.limitResponse',
  'flowcontrol.v1beta3.LimitedPriorityLevelConfiguration.limitResponse',
  'networking.v1.IngressServiceBackend.port',
  'resource.v1.ResourceClaimSpec.devices',
]);

/** Structs behind pointers that are written as null when there is none. */
const WRITTEN_NULLS = new Set([
  'apps.v1.DaemonSetSpec.selector',
  'apps.v1.DeploymentSpec.selector',
  'apps.v1.ReplicaSetSpec.selector',
  'apps.v1.StatefulSetSpec.selector',
  'core.v1.ScaleIOPersistentVolumeSource.secretRef',
  'core.v1.ScaleIOVolumeSource.secretRef',
]);

/** Other optional fields that are written even when they hold a zero value, or nothing. */
const WRITTEN_ZEROS = new Set([
  'apps.v1.StatefulSetOrdinals.start',
  'core.v1.AzureFilePersistentVolumeSource.secretNamespace',
  'core.v1.ProjectedVolumeSource.sources',
  'core.v1.ResourceFieldSelector.divisor',
  'core.v1.TypedLocalObjectReference.apiGroup',
  'core.v1.TypedObjectReference.apiGroup',
  'discovery.v1.EndpointSlice.ports',
  'rbac.v1.ClusterRole.rules',
  'rbac.v1.Role.rules',
]);

/**
 * A decoded and defaulted object as the API server writes it in an answer: quantities, times and base64 in canonical
 * form, empty values left out or written as Go does. The object itself stays as it is.
 *
 * Follows the `omitempty` marks of k8s.io/api. Server-made fields (uid, times, allocated addresses) are absent.
 *
 * @param type The name of its type in the table of types: `apps.v1.Deployment`.
 */
export function asServed(object: JsonObject, type: string, minor: number): JsonObject {
  const info = typeInfo(type);
  const served: JsonObject = {};
  for (const name of info.fields.keys()) {
    const field = fieldOf(info, name, minor);
    if (field === undefined) continue;
    const value = serveField(object[name], field, `${type}.${name}`, minor);
    if (value !== undefined) served[name] = value;
  }
  return served;
}

function serveField(value: unknown, field: Field, place: string, minor: number): unknown {
  const { shape, name } = field;
  if (shape.form === 'struct') {
    if (value === undefined && WRITTEN_NULLS.has(place)) return null;
    const written = field.required || name === 'metadata' || name === 'spec' || WRITTEN_STRUCTS.has(place);
    return value === undefined && !written ? undefined : asServed((value ?? {}) as JsonObject, shape.type, minor);
  }
  const written = field.required || WRITTEN_ZEROS.has(place);
  if (shape.form === 'scalar') {
    if (value !== undefined && (field.pointer || written || !isZero(value))) return serveShape(value, shape, minor);
    if (!written) return undefined;
    return field.pointer ? null : zeroOf(shape.scalar);
  }
  if (value === undefined || Object.keys(value as object).length === 0) return written ? null : undefined;
  return serveShape(value, shape, minor);
}

function serveShape(value: unknown, shape: Shape, minor: number): unknown {
  if (shape.form === 'struct') return asServed(value as JsonObject, shape.type, minor);
  if (shape.form === 'list') return (value as unknown[]).map((item) => serveShape(item, shape.item, minor));
  if (shape.form === 'scalar') return serveScalar(value, shape.scalar, minor);
  const entries = Object.entries(value as JsonObject);
  return Object.fromEntries(entries.map(([key, item]) => [key, serveShape(item, shape.item, minor)]));
}

function serveScalar(value: unknown, scalar: Scalar, minor: number): unknown {
  if (scalar === 'quantity') return servedQuantity(value as string | number);
  if (scalar === 'bytes') return serveBytes(value as string | number[]);
  if (scalar === 'time') return serveTime(value as string, 0);
  if (scalar === 'micro-time') return serveTime(value as string, 6);
  if (!scalar.startsWith('schema-or-') || typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return asServed(value as JsonObject, SCHEMA, minor);
  return scalar === 'schema-or-array' ? value.map((item) => asServed(item as JsonObject, SCHEMA, minor)) : value;
}

/** Bytes may also have been given as a list of numbers. */
function serveBytes(value: string | number[]): string {
  return encodeBytes(decodeBase64(value));
}

/** The beginning of Go's time, which stands for none. */
const NO_TIME = '0001-01-01T00:00:00';

/** In UTC, with this many decimals of the second. */
function serveTime(value: string, places: number): string | null {
  const { time = 0, decimals = '' } = parseDateTime(value) ?? {};
  const seconds = new Date(time).toISOString().slice(0, -'.000Z'.length);
  if (seconds === NO_TIME && /^0*$/.test(decimals)) return null;
  return places === 0 ? `${seconds}Z` : `${seconds}.${decimals.padEnd(places, '0')}Z`;
}

function isZero(value: unknown): boolean {
  return value === '' || value === 0 || value === false;
}

function zeroOf(scalar: Scalar): unknown {
  if (scalar === 'string') return '';
  if (scalar === 'boolean') return false;
  if (scalar === 'quantity') return '0';
  if (scalar === 'int32' || scalar === 'int64' || scalar === 'double' || scalar === 'int-or-string') return 0;
  return null;
}
