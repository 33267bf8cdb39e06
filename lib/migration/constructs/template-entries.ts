import { isDeepStrictEqual } from 'node:util';
import type { LabelSelector } from '../../../imports/k8s';
import { podLabels, podSelector } from '../../constructs/pod-selector';
import type { ManifestPath } from '../../manifest/position';
import { dataEntry, type Entry, objectOf } from '../code/expression';
import { objectAt, type PlainObject } from '../plain-object';

type Labels = { readonly [label: string]: string };

/** The metadata of a pod template without the labels that follow from elsewhere; none where nothing is left. */
export function templateEntry(template: PlainObject, labels: PlainObject, path: ManifestPath): Entry[] {
  const at = [...path, 'metadata'];
  const entries = Object.entries(objectAt(template, 'metadata')).flatMap(([field, value]) => {
    if (field !== 'labels') return [dataEntry(field, value, [...at, field])];
    return Object.keys(labels).length > 0 ? [dataEntry(field, labels, [...at, field])] : [];
  });
  if (entries.length === 0) return [];
  return [{ key: 'template', path, value: objectOf([{ key: 'metadata', path: at, value: objectOf(entries) }]) }];
}

/** What a workload has to say about its pods, beyond what its construct derives from its name. */
export interface Selection {
  /** Whether the selector is another than the one that is derived. */
  readonly givesSelector: boolean;
  /** The labels of the pods that do not follow from the selector. */
  readonly labels: PlainObject;
}

/** What of the selector and the pod labels of the workload `name` is not derived. */
export function selectionOf(name: string, spec: PlainObject): Selection {
  const selector = spec.selector as LabelSelector | undefined;
  const labels = objectAt(spec, 'template', 'metadata', 'labels') as Labels;
  const derived = podSelector(name, { template: { metadata: { labels } } });
  const givesSelector = selector !== undefined && !isDeepStrictEqual(selector, derived);
  const given = givesSelector && selector ? { selector } : {};
  const implied = podLabels(name, given);
  const rest = Object.fromEntries(Object.entries(labels).filter(([key, value]) => implied[key] !== value));
  const said = podLabels(name, { ...given, template: { metadata: { labels: rest } } });
  return { givesSelector, labels: isDeepStrictEqual(said, labels) ? rest : labels };
}
