import type { LabelSelector } from '../kubernetes/generated/decoded';
import { selects } from '../kubernetes/label-selector';
import type { HeldObject } from './held-object';

/** The objects of a namespace that make pods which a selector selects. */
export function selectedPods(
  selector: LabelSelector | undefined,
  namespace: string | undefined,
  objects: readonly HeldObject[],
): HeldObject[] {
  return objects.filter(
    (object) => object.pod && object.namespace === namespace && selects(selector, object.pod.metadata?.labels ?? {}),
  );
}

/** A selector in words: `app=web, tier in (front, back)`; of everything: `all pods`. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const requirements = matchExpressions.map(({ key = '', operator = '', values = [] }) => {
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(', ')})`;
  });
  return [...labels, ...requirements].join(', ') || 'all pods';
}
