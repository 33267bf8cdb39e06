import { suggest } from '../../kubernetes/suggest';
import { type Shape, typeInfo } from '../../kubernetes/types';
import type { FieldPath } from '../field-path';
import type { Finding } from '../finding';
import { layoutOf } from './layout';

/** The finding for a key that a type does not have: in which version it came or went, where it belongs, or what was meant. */
export function unknownField(
  siblings: Record<string, unknown>,
  name: string,
  type: string,
  at: FieldPath,
  minor: number,
): Finding {
  const finding = { reason: 'UnknownField' as const, field: at.child(name) };
  const other = typeInfo(type).fields.get(name)?.[0];
  if (other && other.since > minor) {
    return {
      ...finding,
      detail: `is known since Kubernetes 1.${other.since}`,
      fix: `Leave it out, or target 1.${other.since} or later.`,
    };
  }
  if (other)
    return {
      ...finding,
      detail: `was known until Kubernetes 1.${other.until}`,
      fix: 'Leave it out.',
    };
  const below = childThatKnows(name, type, minor);
  if (below) return { ...finding, detail: 'is not a field here', fix: `It belongs inside ${below}.` };
  return { ...finding, detail: 'is not a field here', fix: fixFor(name, [...layoutOf(type, minor).keys()], siblings) };
}

function fixFor(name: string, known: readonly string[], siblings: Record<string, unknown>): string {
  const absent = known.filter((field) => siblings[field] === undefined);
  const meant = suggest(name, absent);
  if (meant) return `Did you mean ${meant}?`;
  const present = suggest(name, known);
  if (present) return `Remove it: ${present} is there already.`;
  return `Known here: ${absent.slice(0, MOST_NAMED).join(', ')}${absent.length > MOST_NAMED ? ' ...' : ''}.`;
}

const MOST_NAMED = 12;
const NEAREST = 2;

/** `an item of containers` for livenessProbe in a pod spec: the nearest child that has a field of this name. */
function childThatKnows(name: string, type: string, minor: number, depth = 1): string | undefined {
  const children = [...layoutOf(type, minor).values()].filter((field) => field.name !== 'status');
  children.sort((a, b) => preference(a.name) - preference(b.name));
  for (const field of children) {
    const struct = structOf(field.shape);
    if (struct && layoutOf(struct.type, minor).has(name)) return struct.list ? `an item of ${field.name}` : field.name;
  }
  if (depth >= NEAREST) return undefined;
  for (const field of children) {
    const struct = structOf(field.shape);
    const below = struct && struct.type !== type ? childThatKnows(name, struct.type, minor, depth + 1) : undefined;
    if (below) return `${below} of ${field.name}`;
  }
  return undefined;
}

/** The usual place first, where several would know a field. */
function preference(name: string): number {
  const usual = ['spec', 'metadata', 'template', 'containers'];
  return usual.includes(name) ? usual.indexOf(name) : usual.length;
}

function structOf(shape: Shape): { type: string; list: boolean } | undefined {
  if (shape.form === 'struct') return { type: shape.type, list: false };
  if (shape.form === 'list' && shape.item.form === 'struct') return { type: shape.item.type, list: true };
  return undefined;
}
