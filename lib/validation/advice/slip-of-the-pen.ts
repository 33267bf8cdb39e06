import { suggest } from '../../kubernetes/suggest';

/** Parts of names that are this short tell siblings apart: `shop-a` and `shop-b`, `api-v1` and `api-v2`. */
const LONGEST_MARK = 2;
/** Among more names the one that was meant is not looked for. */
const MOST_NAMES = 500;

/**
 * The name that was likely meant by one that is not there; undefined where none is like it, and where the likeness is
 * that of siblings, whose names differ on purpose.
 */
export function slipOfThePen(name: string, known: ReadonlySet<string> | readonly string[]): string | undefined {
  const names = [...known];
  if (names.length > MOST_NAMES) return undefined;
  return suggest(
    name,
    names.filter((other) => !isSibling(name, other)),
  );
}

function isSibling(name: string, other: string): boolean {
  const [left, right] = [name.split(/[-_.]/), other.split(/[-_.]/)];
  if (left.length !== right.length) return withoutDigits(name) === withoutDigits(other);
  const differing = left.flatMap((part, index) => (part === right[index] ? [] : [[part, right[index] ?? '']]));
  return (
    differing.length > 0 && differing.every((parts) => isMark(parts) || new Set(parts.map(withoutDigits)).size === 1)
  );
}

function isMark(parts: readonly string[]): boolean {
  return parts.every((part) => part.length <= LONGEST_MARK);
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '');
}
