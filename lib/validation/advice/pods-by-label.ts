import type { LabelSelector } from '../../kubernetes/generated/decoded';
import { type Labels, selects } from '../../kubernetes/label-selector';

/** Something with the labels that it has. */
export interface Labelled<Value> {
  readonly labels: Labels;
  readonly value: Value;
}

/**
 * What has labels, found by selectors without looking at all of it: a selector looks at what has the rarest of its
 * labels.
 */
export class PodsByLabel<Value> {
  private readonly namespaces = new Map<string, Labelled<Value>[]>();
  private readonly lists = new Map<string, Labelled<Value>[]>();
  private readonly filed = new Set<string>();

  /** All is to be added before something is selected. */
  add(namespace: string, labels: Labels, value: Value): void {
    push(this.namespaces, namespace, { labels, value });
  }

  /** What a selector selects in a namespace, in the order in which it was added. */
  select(namespace: string, selector: LabelSelector | undefined): Value[] {
    if (selector === undefined) return [];
    return this.rarest(namespace, selector.matchLabels)
      .filter(({ labels }) => selects(selector, labels))
      .map(({ value }) => value);
  }

  /** What has one label, or everything of a namespace. */
  withLabel(namespace: string, key?: string, value?: string): readonly Labelled<Value>[] {
    if (key === undefined) return this.namespaces.get(namespace) ?? [];
    this.file(namespace);
    return this.lists.get(`${namespace} ${key}=${value}`) ?? [];
  }

  private rarest(namespace: string, matchLabels: Labels | undefined): readonly Labelled<Value>[] {
    let rarest = this.withLabel(namespace);
    for (const key in matchLabels) {
      const list = this.withLabel(namespace, key, matchLabels[key]);
      if (list.length < rarest.length) rarest = list;
    }
    return rarest;
  }

  /** Files what a namespace has by its labels, once somebody asks. */
  private file(namespace: string): void {
    if (this.filed.has(namespace)) return;
    this.filed.add(namespace);
    for (const labelled of this.namespaces.get(namespace) ?? []) {
      for (const key in labelled.labels) push(this.lists, `${namespace} ${key}=${labelled.labels[key]}`, labelled);
    }
  }
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
