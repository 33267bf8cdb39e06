import { qualifiedName } from '../../../kubernetes/formats';
import type { LabelSelector } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid } from '../../finding';
import type { Report } from '../../rule';

/**
 * Reports keys that are no label keys; without a selector to add them to, only that.
 *
 * Follows kubernetes pkg/apis/core/validation/validation.go validateLabelKeys.
 */
export function reportLabelKeys(
  keys: readonly string[],
  selector: LabelSelector | undefined,
  at: FieldPath,
  report: Report,
): void {
  if (keys.length === 0) return;
  if (selector === undefined) report(forbidden(at, 'may not be set without a labelSelector'));
  else reportKeyFormats(keys, at, report);
}

/** Reports keys that are no label keys. Follows k8s.io/apimachinery pkg/apis/meta/v1/validation ValidateLabelName. */
export function reportKeyFormats(keys: readonly string[], at: FieldPath, report: Report): void {
  keys.forEach((key, index) => {
    for (const reason of qualifiedName(key)) report(invalid(at.index(index), key, reason));
  });
}

/**
 * The positions in `matchLabelKeys` of the keys that a selector names twice, once for each time too many.
 *
 * In a Pod the keys have been merged into the selector before, so that a key that is there once more was written
 * there. Follows kubernetes pkg/apis/core/validation/validation.go validateMatchLabelKeysAndMismatchLabelKeys.
 */
export function repeatedLabelKeys(matchLabelKeys: readonly string[], selector: LabelSelector): number[] {
  const named = new Set(Object.keys(selector.matchLabels ?? {}));
  const repeated: number[] = [];
  for (const { key = '' } of selector.matchExpressions ?? []) {
    const index = matchLabelKeys.lastIndexOf(key);
    if (index >= 0 && named.has(key)) repeated.push(index);
    named.add(key);
  }
  return repeated;
}

/** Whether a selector asks for a label of this key. */
export function isNamedBy({ matchLabels = {}, matchExpressions = [] }: LabelSelector, key: string): boolean {
  return Object.hasOwn(matchLabels, key) || matchExpressions.some((requirement) => requirement.key === key);
}
