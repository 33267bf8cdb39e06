import { isObject, type JsonObject, valueAt } from '../comparison/json';
import { kindOf, servedObject } from '../comparison/served-object';
import type { PodTemplateSpec } from '../kubernetes/generated/decoded';
import type { Kind } from '../kubernetes/kinds';
import { withoutNulls } from '../kubernetes/without-nulls';
import { decode } from '../validation/decoding/decode';

/** An object among others, as the API server would hold it. */
export interface HeldObject {
  readonly kind: string;
  readonly name: string;
  /** Absent for what lives outside of namespaces. */
  readonly namespace?: string;
  readonly object: JsonObject;
  /** The Pod itself, or the template of the pods that it makes. */
  readonly pod?: PodTemplateSpec;
}

/**
 * Objects as the API server would hold them, without nulls. Of those that it could not decode there is what it could;
 * custom resources are as they are written.
 */
export function heldObjects(objects: readonly JsonObject[], minor: number): HeldObject[] {
  return objects.map((written) => {
    const kind = kindOf(written, minor);
    const object = kind ? withoutNulls(servedObject(written, kind, minor) ?? decoded(written, kind, minor)) : written;
    const { name, generateName, namespace } = (isObject(object.metadata) ? object.metadata : {}) as Metadata;
    const pod = kind?.podTemplate && valueAt(object, kind.podTemplate);
    return {
      kind: String(object.kind ?? ''),
      name: name ?? (generateName === undefined ? '' : `${generateName}…`),
      ...(namespace !== undefined && { namespace }),
      object,
      ...(isObject(pod) && { pod }),
    };
  });
}

function decoded(written: JsonObject, { type }: Kind, minor: number): JsonObject {
  return { ...decode(written, type, minor).object };
}

interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
}
