import { findKind } from '../kubernetes/kinds';
import { isObject, type JsonObject } from './json';
import { type ComparedObject, nameOf } from './object-change';

/** An object before and after; one of them absent when it is added or removed. */
export interface ObjectMatch {
  readonly before?: ComparedObject;
  readonly after?: ComparedObject;
  readonly renamed?: true;
}

/** What share of their fields two objects of different names have to have in common to be the same, renamed. */
const ALIKE = 0.7;

/** More pairs than this are not looked through for renamed objects that changed as well. */
const MOST_PAIRS = 250_000;

/**
 * Matches the objects of two sets of manifests: by group, kind, namespace and name, then what is left by content.
 *
 * The order is that of the manifests after, with the removed objects behind.
 */
export function matchObjects(before: readonly ComparedObject[], after: readonly ComparedObject[]): ObjectMatch[] {
  const known = new Map<string, ComparedObject[]>();
  for (const entry of before) known.set(identityOf(entry), [...(known.get(identityOf(entry)) ?? []), entry]);
  const matches = after.map((entry): ObjectMatch => {
    const same = known.get(identityOf(entry))?.shift();
    return same ? { before: same, after: entry } : { after: entry };
  });
  return withRenames(matches, [...known.values()].flat());
}

/** An object without a namespace goes into `default` unless told otherwise; some kinds live in none at all. */
function identityOf({ object }: ComparedObject): string {
  const { apiVersion, kind, namespace, name } = nameOf(object);
  const isClusterWide = findKind(apiVersion, kind)?.namespaced === false;
  return JSON.stringify([groupOf(apiVersion), kind, isClusterWide ? '' : (namespace ?? 'default'), name]);
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

function withRenames(matches: readonly ObjectMatch[], removed: readonly ComparedObject[]): ObjectMatch[] {
  const added = matches.flatMap(({ before, after }) => (before || !after ? [] : [after]));
  if (added.length === 0 || added.length * removed.length > MOST_PAIRS)
    return [...matches, ...removed.map((entry) => ({ before: entry }))];
  const partners = findPartners(removed, added);
  const taken = new Set(partners.values());
  return [
    ...matches.map((match): ObjectMatch => {
      const partner = match.after && partners.get(match.after);
      return partner ? { ...match, before: partner, renamed: true } : match;
    }),
    ...removed.filter((entry) => !taken.has(entry)).map((entry) => ({ before: entry })),
  ];
}

/** For each added object the removed one that is most like it, the most alike pairs first. */
function findPartners(
  removed: readonly ComparedObject[],
  added: readonly ComparedObject[],
): Map<ComparedObject, ComparedObject> {
  const [old, young] = [removed.map(contentOf), added.map(contentOf)];
  const pairs = young.flatMap((content, index) =>
    old.map((other, place) => ({ after: added[index], before: removed[place], likeness: likeness(other, content) })),
  );
  const partners = new Map<ComparedObject, ComparedObject>();
  const taken = new Set<ComparedObject>();
  for (const { before, after } of pairs
    .filter((pair) => pair.likeness >= ALIKE)
    .sort((one, other) => other.likeness - one.likeness)) {
    if (!before || !after || partners.has(after) || taken.has(before)) continue;
    partners.set(after, before);
    taken.add(before);
  }
  return partners;
}

interface Content {
  readonly type: string;
  readonly leaves: ReadonlySet<string>;
}

/** The values of an object with their places; its own name, from which labels and selectors are made, does not count. */
function contentOf({ object }: ComparedObject): Content {
  const { apiVersion, kind, name } = nameOf(object);
  const { apiVersion: _apiVersion, kind: _kind, metadata, ...rest } = object;
  const { name: _name, namespace: _namespace, ...otherMetadata } = isObject(metadata) ? metadata : ({} as JsonObject);
  const leaves = new Set<string>();
  collectLeaves({ ...rest, metadata: otherMetadata }, '', (text) => text.replaceAll(name || '\0', '\0'), leaves);
  return { type: `${groupOf(apiVersion)}/${kind}`, leaves };
}

function collectLeaves(value: unknown, place: string, nameless: (text: string) => string, leaves: Set<string>): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) collectLeaves(item, `${place}/${key}`, nameless, leaves);
  } else leaves.add(`${nameless(place)}=${typeof value === 'string' ? nameless(value) : value}`);
}

function likeness(one: Content, other: Content): number {
  if (one.type !== other.type || one.leaves.size === 0 || other.leaves.size === 0) return 0;
  let common = 0;
  for (const leaf of one.leaves) if (other.leaves.has(leaf)) common += 1;
  return common / (one.leaves.size + other.leaves.size - common);
}
