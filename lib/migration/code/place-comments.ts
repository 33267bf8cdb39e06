import type { ManifestPath } from '../../manifest/position';
import type { ManifestComment } from '../../manifest/read-comments';
import type { Commented, Expression } from './expression';

/**
 * Puts comments where what they belong to is written. What is not written any more leaves its comments to the first thing
 * inside of it that is, else to what is around it; in the end to the object as a whole.
 *
 * @param whole Takes the comments of the object.
 */
export function placeComments(comments: readonly ManifestComment[], whole: Commented, props: Expression): void {
  if (comments.length === 0) return;
  const written = commentedIn(props);
  for (const { path, place, text } of comments) {
    const target = path.length === 0 ? whole : targetOf(path, place, written, whole);
    target[place] ??= [];
    target[place].push(text);
  }
}

function targetOf(
  path: ManifestPath,
  place: 'before' | 'after',
  written: readonly Commented[],
  whole: Commented,
): Commented {
  if (place === 'after' && path.length === 1) return whole;
  const exact = written.find((part) => part.path?.length === path.length && startsWith(part.path, path));
  if (exact) return exact;
  if (isAboutWhole(path)) return whole;
  const inside = written.filter((part) => part.path && startsWith(part.path, path));
  const nearest = place === 'before' ? inside[0] : inside.at(-1);
  return nearest ?? innermostAround(path, written) ?? whole;
}

/** What is said of the type and the name is said of the object. */
function isAboutWhole(path: ManifestPath): boolean {
  if (path.length === 1) return path[0] !== 'spec';
  return path.length === 2 && path[0] === 'metadata' && path[1] === 'name';
}

function innermostAround(path: ManifestPath, written: readonly Commented[]): Commented | undefined {
  let innermost: Commented | undefined;
  for (const part of written) {
    const { length = 0 } = part.path ?? [];
    if (part.path && startsWith(path, part.path) && length >= (innermost?.path?.length ?? 0)) innermost = part;
  }
  return innermost;
}

function startsWith(path: ManifestPath, start: ManifestPath): boolean {
  return start.every((key, index) => path[index] === key);
}

/** Every property and element, in the order in which they are written. */
function commentedIn(expression: Expression): Commented[] {
  if (expression.form === 'object') return expression.entries.flatMap((entry) => [entry, ...commentedIn(entry.value)]);
  return expression.form === 'list' ? expression.items.flatMap((item) => [item, ...commentedIn(item.value)]) : [];
}
