import { createHash } from 'node:crypto';

/** Digits that could be taken for letters, or make words, are written as others. */
const SAFE: Readonly<Record<string, string>> = { '0': 'g', '1': 'h', '3': 'k', a: 'm', e: 't' };

/**
 * The ending that `--append-hash` adds to a name.
 *
 * @param content What is hashed, with its keys sorted.
 *
 * Follows kubectl pkg/util/hash/hash.go.
 */
export function nameHash(content: unknown): string {
  const digest = createHash('sha256').update(goJson(content)).digest('hex').slice(0, 10);
  return [...digest].map((digit) => SAFE[digit] ?? digit).join('');
}

/** JSON as Go writes it, with the characters escaped that mean something in HTML. */
export function goJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
