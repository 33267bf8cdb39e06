import { compareValues, type Difference, rootPlace } from './compare-values';
import { EFFECT_KINDS, type Effect, type EffectKind } from './effect';
import { fieldEffect } from './effects/field-effect';
import type { ObjectPair } from './effects/object-pair';
import { isSame, type JsonObject, type JsonPath, valueAt } from './json';
import type { ChangePositions, ComparedObject, FieldChange } from './object-change';
import { redact } from './redact';

/** A field that changes, with what the server makes of both values and the one effect that it has by itself. */
export interface ComparedField {
  readonly difference: Difference;
  readonly effect: EffectKind;
  readonly served: { readonly before: unknown; readonly after: unknown };
}

/**
 * Compares two versions of an object field by field, as they are written; values that the server makes the same of have
 * no effect.
 *
 * @param pair The objects as the server would hold them; absent where that is not known.
 */
export function compareFields(before: JsonObject, after: JsonObject, pair: ObjectPair | undefined): ComparedField[] {
  const isSameType = before.apiVersion === after.apiVersion;
  const written = compareValues(before, after, rootPlace(isSameType ? pair?.kind.type : undefined));
  return written.flatMap((difference) => (pair && isSameType ? asServed(difference, pair) : [plain(difference)]));

  function plain(difference: Difference): ComparedField {
    const served = { before: at(before, difference.before), after: at(after, difference.after) };
    return { difference, effect: fieldEffect({ steps: difference.steps, ...served }, undefined), served };
  }
}

/** What is left of a written difference in the objects that the server would hold. */
function asServed(difference: Difference, pair: ObjectPair): ComparedField[] {
  const served = servedValues(difference, pair);
  if (isSame(served.before, served.after)) return [{ difference, effect: 'none', served }];
  const inner = difference.order ? [difference] : compareValues(served.before, served.after, difference);
  return inner.map((place) => {
    const values = servedValues(place, pair);
    return { difference: place, effect: fieldEffect({ steps: place.steps, ...values }, pair), served: values };
  });
}

function servedValues({ before, after }: Difference, pair: ObjectPair) {
  return { before: at(pair.before, before), after: at(pair.after, after) };
}

function at(object: JsonObject | undefined, path: JsonPath | undefined): unknown {
  return path && valueAt(object, path);
}

/** Makes of compared fields what reports show: secrets replaced, with all effects and positions. */
export function describeFields(
  fields: readonly ComparedField[],
  entries: { readonly before: ComparedObject; readonly after: ComparedObject },
  pair: ObjectPair | undefined,
  risks: readonly Effect[],
): FieldChange[] {
  const [before, after] = [shownBy(entries.before, pair?.before, pair), shownBy(entries.after, pair?.after, pair)];
  return fields.map(({ difference, effect }) => {
    const [old, young] = [before(difference.before), after(difference.after)];
    const risky = risks.filter(({ field }) => field && !difference.order && overlap(field, difference.field));
    const kinds = new Set([effect, ...risky.map(({ kind }) => kind)]);
    return {
      field: difference.field,
      ...(difference.order
        ? { change: 'reordered' as const, ...difference.order }
        : { change: changeOf(old.value, young.value), ...valuesOf(old, young) }),
      effects: EFFECT_KINDS.filter((kind) => kinds.has(kind)),
      yaml: positionsOf(entries, difference),
    };
  });
}

interface Shown {
  readonly value: unknown;
  /** Whether the server fills it in. */
  readonly isDefault: boolean;
}

/** What may be shown of an object: the value as written, else the one that the server fills in. */
function shownBy({ object }: ComparedObject, served: JsonObject | undefined, pair: ObjectPair | undefined) {
  const written = redact(object, pair === undefined);
  const defaulted = served && redact({ ...served, kind: object.kind });
  return (path: JsonPath | undefined): Shown => {
    const value = at(written, path);
    if (value !== undefined || !path || !pair) return { value, isDefault: false };
    return { value: at(defaulted, path), isDefault: true };
  };
}

function changeOf(before: unknown, after: unknown): 'added' | 'removed' | 'changed' {
  if (before === undefined && after !== undefined) return 'added';
  return after === undefined && before !== undefined ? 'removed' : 'changed';
}

function valuesOf(before: Shown, after: Shown): Pick<FieldChange, 'before' | 'after' | 'defaulted'> {
  const [old, young] = [before.isDefault && before.value !== undefined, after.isDefault && after.value !== undefined];
  return {
    ...(before.value !== undefined && { before: before.value }),
    ...(after.value !== undefined && { after: after.value }),
    ...((old || young) && { defaulted: old && young ? 'both' : old ? 'before' : 'after' }),
  };
}

/** Whether one field is the other or contains it. */
function overlap(one: string, other: string): boolean {
  const [outer, inner] = one.length <= other.length ? [one, other] : [other, one];
  return inner.startsWith(outer) && (inner.length === outer.length || /^[.[]/.test(inner.slice(outer.length)));
}

/** Where a field of a change, or with no place the object itself, stands in the files. */
export function positionsOf(
  { before, after }: { readonly before?: ComparedObject; readonly after?: ComparedObject },
  place: { readonly before?: JsonPath; readonly after?: JsonPath } = { before: [], after: [] },
): ChangePositions {
  const [old, young] = [positionOf(before, place.before), positionOf(after, place.after)];
  return { ...(old && { before: old }), ...(young && { after: young }) };
}

function positionOf(entry: ComparedObject | undefined, path: JsonPath | undefined) {
  if (entry?.file === undefined || path === undefined) return undefined;
  const { line, column } = entry.closestPositionOf?.(path) ?? { line: 1, column: 1 };
  return { file: entry.file, line, column };
}
