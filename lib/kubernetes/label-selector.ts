import { labelValue, qualifiedName } from './formats';
import type { LabelSelector, LabelSelectorRequirement } from './generated/decoded';

/** Labels of an object, by key. */
export type Labels = Readonly<Record<string, string>>;

/** The operators of a requirement, letter for letter. */
export const selectorOperators = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

/**
 * Whether a selector can be turned into a query: every key, value and operator is well formed.
 *
 * Follows k8s.io/apimachinery pkg/apis/meta/v1/helpers.go LabelSelectorAsSelector.
 */
export function isBuildable({ matchLabels, matchExpressions }: LabelSelector): boolean {
  for (const key in matchLabels) {
    if (qualifiedName(key).length > 0 || labelValue(matchLabels[key] ?? '').length > 0) return false;
  }
  return matchExpressions === undefined || matchExpressions.every(isBuildableRequirement);
}

function isBuildableRequirement({ key = '', operator, values = [] }: LabelSelectorRequirement): boolean {
  if (qualifiedName(key).length > 0 || values.some((value) => labelValue(value).length > 0)) return false;
  if (operator === 'In' || operator === 'NotIn') return values.length > 0;
  return (operator === 'Exists' || operator === 'DoesNotExist') && values.length === 0;
}

/**
 * Whether a selector that can be built selects an object with these labels; an absent selector selects nothing,
 * an empty one everything.
 *
 * Follows k8s.io/apimachinery pkg/labels/selector.go Requirement.Matches.
 */
export function selects(selector: LabelSelector | undefined, labels: Labels): boolean {
  if (selector === undefined) return false;
  const { matchLabels, matchExpressions } = selector;
  for (const key in matchLabels) {
    if (!Object.hasOwn(labels, key) || labels[key] !== matchLabels[key]) return false;
  }
  return matchExpressions === undefined || matchExpressions.every((requirement) => meets(labels, requirement));
}

function meets(labels: Labels, { key = '', operator, values = [] }: LabelSelectorRequirement): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

/** Whether a selector asks for nothing at all. */
export function isEmptySelector({ matchLabels, matchExpressions }: LabelSelector): boolean {
  for (const _ in matchLabels) return false;
  return matchExpressions === undefined || matchExpressions.length === 0;
}
