import type { LabelSelector } from '../../../kubernetes/generated/decoded';

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
