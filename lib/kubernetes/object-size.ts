/**
 * The bytes that an object may take in all; the server cannot store a larger one.
 *
 * Follows etcd's `--max-request-bytes`, 1.5 MiB by default.
 */
export const LARGEST_OBJECT = 1.5 * 1024 * 1024;

/** More values than an object of that size can hold, as each takes two bytes of JSON at least. */
export const MOST_VALUES = LARGEST_OBJECT / 2;

/** Why a text cannot be part of an object, whatever it is; undefined when it can. */
export function textSizeFault(text: string): string | undefined {
  return text.length > LARGEST_OBJECT ? 'is longer than a whole object may be, 1.5 MiB' : undefined;
}
