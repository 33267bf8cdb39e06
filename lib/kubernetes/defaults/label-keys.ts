import type { LabelSelector, Pod, PodAffinityTerm } from '../generated/decoded';
import { featureEnabled } from './feature-gates';

/**
 * Adds the Pod's own labels that `matchLabelKeys` and `mismatchLabelKeys` name to the selectors beside them.
 *
 * Follows kubernetes pkg/registry/core/pod/strategy.go mutatePodAffinity and mutateTopologySpreadConstraints.
 */
export function mergeLabelKeys({ metadata, spec }: Pod, minor: number): void {
  const labels = metadata?.labels;
  if (labels === undefined || spec === undefined) return;
  if (spec.affinity && featureEnabled('MatchLabelKeysInPodAffinity', minor)) {
    for (const rules of [spec.affinity.podAffinity, spec.affinity.podAntiAffinity]) {
      for (const term of rules?.requiredDuringSchedulingIgnoredDuringExecution ?? []) mergeTerm(term, labels);
      for (const { podAffinityTerm } of rules?.preferredDuringSchedulingIgnoredDuringExecution ?? []) {
        if (podAffinityTerm) mergeTerm(podAffinityTerm, labels);
      }
    }
  }
  if (spec.topologySpreadConstraints && featureEnabled('MatchLabelKeysInPodTopologySpreadSelectorMerge', minor)) {
    for (const { labelSelector, matchLabelKeys } of spec.topologySpreadConstraints) {
      if (labelSelector) addKeys(labelSelector, matchLabelKeys, 'In', labels);
    }
  }
}

function mergeTerm(term: PodAffinityTerm, labels: Record<string, string>): void {
  if (term.labelSelector === undefined) return;
  addKeys(term.labelSelector, term.matchLabelKeys, 'In', labels);
  addKeys(term.labelSelector, term.mismatchLabelKeys, 'NotIn', labels);
}

function addKeys(
  selector: LabelSelector,
  keys: string[] | undefined,
  operator: 'In' | 'NotIn',
  labels: Record<string, string>,
): void {
  for (const key of keys ?? []) {
    if (!Object.hasOwn(labels, key)) continue;
    selector.matchExpressions ??= [];
    selector.matchExpressions.push({ key, operator, values: [labels[key] ?? ''] });
  }
}
