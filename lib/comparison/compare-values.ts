import { type Shape, typeInfo } from '../kubernetes/types';
import { isObject, isSame, type JsonObject, type JsonPath } from './json';
import { matchItems } from './match-items';

/** A place in two versions of an object. */
export interface Place {
  /** As reports name it: `spec.template.spec.containers[name=app].image`. */
  readonly field: string;
  /** The names of fields and the keys of maps that lead there, without the items of lists. */
  readonly steps: readonly string[];
  /** Where it is in each version; absent where an item around it is in the other one only. */
  readonly before?: JsonPath;
  readonly after?: JsonPath;
  readonly shape?: Shape;
  /** The fields that tell the items of a list apart, the first usable ones first. */
  readonly keys?: readonly (readonly string[])[];
}

/** A place at which two versions of an object differ. */
export interface Difference extends Place {
  /** The keys of the items of a list, as each version orders them, when only their order differs. */
  readonly order?: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** The object itself, of a type of the table of types or of no known type. */
export function rootPlace(type?: string): Place {
  return { field: '', steps: [], before: [], after: [], ...(type && { shape: { form: 'struct', type } }) };
}

/** What people tell items apart by where the API declares nothing; of a custom resource no more is known than names. */
const USUAL_KEYS = [['name'], ['key'], ['host'], ['path'], ['metadata.name']];
const CUSTOM_KEYS = [['name']];

/**
 * Compares two values of one place, field by field; list items are matched by the merge keys of their type.
 *
 * Lists of single values, such as `args`, are compared as wholes.
 */
export function compareValues(before: unknown, after: unknown, place: Place): Difference[] {
  if (isSame(before, after)) return [];
  if (isObject(before) && isObject(after)) return compareFields(before, after, place);
  if (isObjectList(before) && isObjectList(after)) return compareItems(before, after, place);
  return [place];
}

function compareFields(before: JsonObject, after: JsonObject, place: Place): Difference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => compareValues(own(before, name), own(after, name), childPlace(place, name)));
}

function compareItems(before: readonly unknown[], after: readonly unknown[], place: Place): Difference[] {
  const { items, order } = matchItems(before, after, place.keys ?? CUSTOM_KEYS);
  const differences = items.flatMap((match) =>
    compareValues(
      match.before === undefined ? undefined : before[match.before],
      match.after === undefined ? undefined : after[match.after],
      itemPlace(place, match),
    ),
  );
  return order ? [...differences, { ...place, order }] : differences;
}

/** Lists of objects, of which an empty list may be one. */
function isObjectList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isObject);
}

function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The place of a field of an object, or of an entry of a map. */
export function childPlace({ field, steps, before, after, shape }: Place, name: string): Place {
  const inMap = shape?.form === 'map' || !/^[A-Za-z_$][\w$-]*$/.test(name);
  const text = inMap ? `${field}[${name}]` : field === '' ? name : `${field}.${name}`;
  const child = shapeOfChild(shape, name);
  return {
    field: text,
    steps: [...steps, name],
    ...(before && { before: [...before, name] }),
    ...(after && { after: [...after, name] }),
    ...(child && { shape: child }),
    ...(child?.form === 'list' && { keys: keysOf(shape, name) }),
  };
}

function keysOf(shape: Shape | undefined, list: string): readonly (readonly string[])[] {
  const declared = shape?.form === 'struct' ? typeInfo(shape.type).mergeKeys[list] : undefined;
  return declared ? [declared] : USUAL_KEYS;
}

/** The place of an item of a list. */
export function itemPlace(place: Place, match: { before?: number; after?: number; key?: string }): Place {
  const { field, steps, shape } = place;
  return {
    field: `${field}[${match.key ?? match.after ?? match.before}]`,
    steps,
    ...(place.before && match.before !== undefined && { before: [...place.before, match.before] }),
    ...(place.after && match.after !== undefined && { after: [...place.after, match.after] }),
    ...(shape?.form === 'list' && { shape: shape.item }),
  };
}

function shapeOfChild(shape: Shape | undefined, name: string): Shape | undefined {
  if (shape?.form === 'map') return shape.item;
  return shape?.form === 'struct' ? typeInfo(shape.type).fields.get(name)?.at(-1)?.shape : undefined;
}
