import type { SourcePosition } from '../validation/diagnostic';
import type { Effect, EffectKind } from './effect';
import type { JsonObject, JsonPath } from './json';

/** An object to be compared, and where it stands. */
export interface ComparedObject {
  readonly object: JsonObject;
  readonly file?: string;
  /** Where a field stands in the file or, when it is missing, the closest object around it. */
  readonly closestPositionOf?: (path: JsonPath) => { readonly line: number; readonly column: number };
}

/** What tells an object from all others. */
export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Positions in the files before and after. */
export interface ChangePositions {
  readonly before?: SourcePosition;
  readonly after?: SourcePosition;
}

/** A field of an object that changes. */
export interface FieldChange {
  /** In the notation of the API server, with list items by their keys: `spec.containers[name=app].image`. */
  readonly field: string;
  /** `reordered`: a list holds the same items in another order; its values are their keys. */
  readonly change: 'added' | 'removed' | 'changed' | 'reordered';
  /** The value as it is written, or as the server defaults it; secrets are replaced. Absent where there is none. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** The side on which the value is the server's default rather than written. */
  readonly defaulted?: 'before' | 'after' | 'both';
  /** What the change does, the gravest first. */
  readonly effects: readonly EffectKind[];
  readonly yaml: ChangePositions;
}

/** An object that changes, with its fields and what that does. */
export interface ObjectChange {
  readonly object: ObjectName;
  /** `formatting`: the same data, written differently. */
  readonly change: 'added' | 'removed' | 'changed' | 'renamed' | 'formatting';
  /** The name that the object had, when it was renamed. */
  readonly renamedFrom?: ObjectName;
  /** The gravest first. */
  readonly effects: readonly Effect[];
  /** In the order of the manifest; none for objects that are added or removed. */
  readonly fields: readonly FieldChange[];
  readonly yaml: ChangePositions;
}

/** The name of an object as its own words give it; a `generateName` stands for the name. */
export function nameOf({ apiVersion, kind, metadata }: JsonObject): ObjectName {
  const { name, namespace, generateName } = (metadata ?? {}) as JsonObject;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    apiVersion: text(apiVersion),
    kind: text(kind),
    ...(text(namespace) && { namespace: text(namespace) }),
    name: text(name) || text(generateName),
  };
}
