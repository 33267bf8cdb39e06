import type { LabelSelector } from '../../imports/k8s';

/**
 * What cdk8s-plus-28 asks of an object that selects pods. The class of its `labelSelector` has private members, so that
 * `never` is the only type that passes for it without loading its declarations.
 */
export interface PodSelectorConfig {
  readonly labelSelector: never;
  readonly namespaces?: { readonly names: string[] };
}

/** The pods that `selector` matches, in `namespace` where one is known, as cdk8s-plus-28 reads them. */
export function podSelectorConfig(selector: LabelSelector, namespace: string | undefined): PodSelectorConfig {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const labelSelector = {
    isEmpty: () => Object.keys(matchLabels).length === 0 && matchExpressions.length === 0,
    _toKube: () => selector,
  };
  return { labelSelector: labelSelector as never, ...(namespace && { namespaces: { names: [namespace] } }) };
}
