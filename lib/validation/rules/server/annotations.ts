import { byteLength, qualifiedName } from '../../../kubernetes/formats';
import type { FieldPath } from '../../field-path';
import { invalid, tooLong } from '../../finding';
import type { Report } from '../../rule';

/** The bytes that the keys and values of one object's annotations may hold together: 256 KiB. */
const LARGEST = 256 * 1024;

/**
 * Reports annotation keys that are not qualified names, upper case aside; the server names the map, not the entry.
 *
 * @param place Where the map truly is, when the server names another place.
 *
 * Follows k8s.io/apimachinery pkg/api/validation ValidateAnnotations.
 */
export function reportAnnotationKeys(
  annotations: Readonly<Record<string, string>>,
  at: FieldPath,
  report: Report,
  place: FieldPath = at,
): void {
  for (const key in annotations) {
    for (const reason of qualifiedName(key.toLowerCase())) report(invalid(at, key, reason, { place: place.key(key) }));
  }
}

/** Reports annotations that are too large together. Follows ValidateAnnotationsSize beside the above. */
export function reportAnnotationsSize(
  annotations: Readonly<Record<string, string>>,
  at: FieldPath,
  report: Report,
  place: FieldPath = at,
): void {
  let size = 0;
  for (const key in annotations) size += byteLength(key) + byteLength(annotations[key] ?? '');
  if (size > LARGEST) report(tooLong(at, LARGEST, { place }));
}
