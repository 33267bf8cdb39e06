import type { LabelSelector, PodTemplateSpec } from '../../imports/k8s';
import { type DerivedField, derivedEntries } from './derived-field';

type Labels = { readonly [key: string]: string };

/** What a workload says about the pods it owns. */
export interface PodSelection {
  readonly selector?: LabelSelector;
  readonly template?: Pick<PodTemplateSpec, 'metadata'>;
}

/**
 * The label that ties pods to the workload that owns them when the workload names none: `app`, as
 * `kubectl create deployment` writes it. A selector cannot be changed once it is applied, so it holds the name of the
 * workload and nothing that a release could change.
 */
const OWNER_LABEL = 'app';

/** The selector of a workload: the one given, or its owner label. */
export function podSelector(name: string, { selector, template }: PodSelection): LabelSelector {
  return selector ?? { matchLabels: { [OWNER_LABEL]: template?.metadata?.labels?.[OWNER_LABEL] ?? name } };
}

/** The labels of the pods of a workload: those its selector asks for, then those given. */
export function podLabels(name: string, selection: PodSelection): Labels {
  return { ...podSelector(name, selection).matchLabels, ...selection.template?.metadata?.labels };
}

/** What `podSelector` and `podLabels` add to the spec of a workload. */
export function derivedSelection(name: string, selection: PodSelection): DerivedField[] {
  const given = selection.template?.metadata?.labels;
  const { matchLabels } = podSelector(name, selection);
  const from = given && OWNER_LABEL in given ? `the label ${OWNER_LABEL} of its pods` : 'its name';
  return [
    ...derivedEntries(['spec', 'selector', 'matchLabels'], matchLabels, selection.selector?.matchLabels, from),
    ...derivedEntries(['spec', 'template', 'metadata', 'labels'], matchLabels, given, 'its selector'),
  ];
}
