import { isObject, type JsonObject, valueAt } from '../comparison/json';
import { kindOf, servedObject } from '../comparison/served-object';
import type { PodTemplateSpec } from '../kubernetes/generated/decoded';

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

/** Objects as the API server would hold them; those that it could not decode, and custom resources, as they are. */
export function heldObjects(objects: readonly JsonObject[], minor: number): HeldObject[] {
  return objects.map((written) => {
    const kind = kindOf(written, minor);
    const object = (kind && servedObject(written, kind, minor)) ?? written;
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

interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
}
