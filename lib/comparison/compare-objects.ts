import type { Kind } from '../kubernetes/kinds';
import { type ComparedField, compareFields, describeFields, positionsOf } from './compare-fields';
import { byGravity, type Effect } from './effect';
import { availabilityEffects } from './effects/availability';
import { changeEffects } from './effects/change-effects';
import type { ObjectPair } from './effects/object-pair';
import { securityEffects } from './effects/security';
import { foldStringData } from './fold-string-data';
import { isSame } from './json';
import type { ObjectMatch } from './match-objects';
import { type ComparedObject, nameOf, type ObjectChange } from './object-change';
import { kindOf, servedObject } from './served-object';

/**
 * What changes from one version of an object to the other, and what that does.
 *
 * @param minor The Kubernetes minor whose defaults and rules count.
 * @returns undefined when both are the same, down to the order of their fields.
 */
export function compareObjects(match: ObjectMatch, minor: number): ObjectChange | undefined {
  const { before, after, renamed } = match;
  if (before && after) return compareVersions(before, after, renamed === true, minor);
  const [entry, change] = after ? ([after, 'added'] as const) : ([before, 'removed'] as const);
  if (!entry) return undefined;
  const pair = pairOf(match, minor);
  const effect: Effect = { kind: change === 'added' ? 'creates' : 'removes', detail: '' };
  return {
    object: nameOf(entry.object),
    change,
    effects: [effect, ...risksOf(pair)].sort(byGravity),
    fields: [],
    yaml: positionsOf(match),
  };
}

function compareVersions(
  before: ComparedObject,
  after: ComparedObject,
  renamed: boolean,
  minor: number,
): ObjectChange | undefined {
  const base = { object: nameOf(after.object), yaml: positionsOf({ before, after }) };
  const entries = { before: foldStringData(before), after: foldStringData(after) };
  if (isSame(entries.before.object, entries.after.object)) {
    if (JSON.stringify(before.object) === JSON.stringify(after.object)) return undefined;
    return { ...base, change: 'formatting', effects: [{ kind: 'none', detail: '' }], fields: [] };
  }
  const pair = pairOf({ before, after }, minor);
  const found = compareFields(entries.before.object, entries.after.object, pair);
  const fields: ComparedField[] = renamed ? found.map((field) => ({ ...field, effect: 're-creates' })) : found;
  const risks = risksOf(pair);
  const own: Effect[] = renamed ? [{ kind: 're-creates', detail: RENAMED }] : changeEffects(fields, pair);
  return {
    ...base,
    change: renamed ? 'renamed' : 'changed',
    ...(renamed && { renamedFrom: nameOf(before.object) }),
    effects: [...own, ...risks].sort(byGravity),
    fields: describeFields(fields, entries, pair, risks),
  };
}

const RENAMED = 'renamed: this re-creates the object, and the old one stays until it is deleted or pruned';

/** Undefined where the kind is not known or one version does not decode. */
function pairOf({ before, after }: ObjectMatch, minor: number): ObjectPair | undefined {
  const kinds = [before, after].flatMap((entry) => (entry ? [kindOf(entry.object, minor)] : []));
  const kind = kinds.at(-1);
  if (!kind || kinds.includes(undefined)) return undefined;
  const [old, young] = [served(before, kinds[0] ?? kind, minor), served(after, kind, minor)];
  if ((before && !old) || (after && !young)) return undefined;
  return { kind, minor, ...(old && { before: old }), ...(young && { after: young }) };
}

function served(entry: ComparedObject | undefined, kind: Kind, minor: number) {
  return entry && servedObject(entry.object, kind, minor);
}

function risksOf(pair: ObjectPair | undefined): Effect[] {
  return pair ? [...securityEffects(pair), ...availabilityEffects(pair)] : [];
}
