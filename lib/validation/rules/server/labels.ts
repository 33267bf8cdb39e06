import { labelValue, qualifiedName } from '../../../kubernetes/formats';
import type { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import type { Report } from '../../rule';

/**
 * Reports what is wrong with the keys and values of a map of labels; the server names the map, not the entry.
 *
 * @param place Where the map truly is, when the server names another place.
 *
 * Follows k8s.io/apimachinery pkg/apis/meta/v1/validation ValidateLabels.
 */
export function reportLabels(
  labels: Readonly<Record<string, string>>,
  at: FieldPath,
  report: Report,
  place: FieldPath = at,
): void {
  for (const key in labels) {
    const value = labels[key] ?? '';
    for (const reason of qualifiedName(key)) report(invalid(at, key, reason, { place: place.key(key) }));
    for (const reason of labelValue(value)) report(invalid(at, value, reason, { place: place.key(key) }));
  }
}
