import { describeFields } from '../comparison/compare-fields';
import { childPlace, compareValues, itemPlace, type Place, rootPlace } from '../comparison/compare-values';
import { isObject, type JsonObject } from '../comparison/json';
import { matchItems } from '../comparison/match-items';
import type { FieldChange } from '../comparison/object-change';
import { fieldLines } from '../comparison/reports/field-lines';
import { kindOf } from '../comparison/served-object';
import { DEFAULT_MINOR } from '../kubernetes/version';
import { expectedData, isAsymmetric } from './asymmetric';
import { withServerDefaults } from './with-server-defaults';

/** What of a partial object, of an object as it counts and of one as it is written there is to compare. */
interface Selection {
  readonly expected: unknown;
  readonly received: unknown;
  readonly written: unknown;
}

/** Beside the merge keys of a type, what people tell the items of a list apart by. */
const NAME = ['name'];

/**
 * Where an object differs from a part of it: the fields that the part names, and the items of its lists.
 *
 * Items are matched by the merge keys of their type or by their names, and what the part does not name may be anything;
 * lists without keys are compared as wholes. Asymmetric matchers (`expect.stringMatching(...)`) may stand for any value.
 * Values that may be secret are left out of what is returned.
 *
 * @param options.defaults Whether the API server's defaults count as what is not written. Default: false.
 */
export function partialChanges(
  part: JsonObject,
  object: JsonObject,
  { defaults = false }: { readonly defaults?: boolean } = {},
): FieldChange[] {
  const kind = kindOf(object, DEFAULT_MINOR);
  const place = rootPlace(kind?.type);
  const held = defaults && kind ? withServerDefaults(object, kind, DEFAULT_MINOR) : object;
  const { expected, received, written } = select(part, held, object, place);
  const fields = compareValues(expected, received, place).map((difference) => ({
    difference,
    effect: 'none' as const,
    served: { before: undefined, after: undefined },
  }));
  const identified = (value: unknown) => ({ kind: object.kind, ...(value as JsonObject) });
  const pair = kind && { kind, minor: DEFAULT_MINOR, after: identified(received) };
  return describeFields(
    fields,
    { before: { object: identified(expected) }, after: { object: identified(written) } },
    pair,
    [],
  );
}

/** Differences as lines, what is expected before what was received. */
export function changesText(changes: readonly FieldChange[]): string {
  const lines = changes.flatMap(fieldLines).map(({ mark, text }) => `  ${mark} ${text}`);
  return ['What differs, expected -> received:', ...lines].join('\n');
}

function select(expected: unknown, received: unknown, written: unknown, place: Place): Selection {
  if (isAsymmetric(expected) && expected.asymmetricMatch(received)) return { expected: received, received, written };
  if (!isAsymmetric(expected)) {
    if (isObject(expected) && isObject(received)) return selectFields(expected, received, written, place);
    if (Array.isArray(expected) && Array.isArray(received)) return selectItems(expected, received, written, place);
  }
  return { expected: expectedData(expected), received, written };
}

function selectFields(expected: JsonObject, received: JsonObject, written: unknown, place: Place): Selection {
  const fields = Object.keys(expected).map((name): [string, Selection] => [
    name,
    select(expected[name], own(received, name), own(written, name), childPlace(place, name)),
  ]);
  const side = (key: keyof Selection) => Object.fromEntries(fields.map(([name, selection]) => [name, selection[key]]));
  return { expected: side('expected'), received: side('received'), written: side('written') };
}

function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function selectItems(
  expected: readonly unknown[],
  received: readonly unknown[],
  written: unknown,
  place: Place,
): Selection {
  const matches = matchesOf(expected, received, place);
  const writtenItems = Array.isArray(written) ? written : [];
  const pairs = matches.map(({ before, after, ...match }) => ({
    before,
    after,
    selection: select(
      before === undefined ? undefined : expected[before],
      after === undefined ? undefined : received[after],
      after === undefined ? undefined : writtenItems[after],
      itemPlace(place, { ...match, ...(after !== undefined && { after }) }),
    ),
  }));
  return {
    expected: pairs.flatMap(({ before, selection }) => (before === undefined ? [] : [selection.expected])),
    received: pairs.flatMap(({ after, selection }) => (after === undefined ? [] : [selection.received])),
    written: pairs.flatMap(({ after, selection }) => (after === undefined ? [] : [selection.written])),
  };
}

/** Items that only the received list has count where nothing tells the items of the list apart. */
function matchesOf(expected: readonly unknown[], received: readonly unknown[], place: Place) {
  if (!expected.every((item) => isObject(item) && !isAsymmetric(item)) || !received.every(isObject))
    return matchItems(expected, received, []).items;
  const { items } = matchItems(expected, received, [...(place.keys ?? []), NAME]);
  const isKeyed = items.some(({ key }) => key !== undefined);
  return isKeyed ? items.filter(({ before }) => before !== undefined) : items;
}
