import { dnsLabel } from '../../../kubernetes/formats';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid } from '../../finding';
import type { Report } from '../../rule';

/** The first minor that names a repeated item by its place in the list rather than by its name. */
const DUPLICATES_BY_INDEX_SINCE = 35;

/**
 * Reports names of device requests or devices that are no DNS labels, or stand twice in their list.
 *
 * Follows kubernetes pkg/apis/resource/validation/validation.go validateRequestName, validateDeviceName, validateSet.
 */
export function reportDeviceNames(
  items: readonly { readonly name?: string }[],
  at: FieldPath,
  report: Report,
  minor: number,
): void {
  const known = new Set<string>();
  items.forEach(({ name = '' }, index) => {
    const place = at.index(index).child('name');
    for (const reason of dnsLabel(name)) report(invalid(place, name, reason));
    const field = minor < DUPLICATES_BY_INDEX_SINCE ? place : at.index(index);
    if (known.has(name)) report(duplicate(field, name, { place }));
    known.add(name);
  });
}
