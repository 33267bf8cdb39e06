import type { LabelSelector } from '../../kubernetes/generated/decoded';
import { type Labels, selects } from '../../kubernetes/label-selector';

interface Labelled<Value> {
  readonly labels: Labels;
  readonly value: Value;
}

/**
 * What has labels, found by selectors without looking at all of it: a selector looks at what has the rarest of its
 * labels.
 */
export class PodsByLabel<Value> {
  private readonly lists = new Map<string, Labelled<Value>[]>();

  /** @param namespace Selectors of other namespaces do not find it. */
  add(namespace: string, labels: Labels, value: Value): void {
    const labelled = { labels, value };
    this.file(namespace, labelled);
    for (const key in labels) this.file(`${namespace} ${key}=${labels[key]}`, labelled);
  }

  /** What a selector selects, in the order in which it was added. */
  select(namespace: string, selector: LabelSelector | undefined): Value[] {
    if (selector === undefined) return [];
    return this.rarest(namespace, selector.matchLabels)
      .filter(({ labels }) => selects(selector, labels))
      .map(({ value }) => value);
  }

  /** Whether something is in a namespace. */
  has(namespace: string): boolean {
    return this.lists.has(namespace);
  }

  /** What has one label, or everything of a namespace. */
  withLabel(namespace: string, key?: string, value?: string): readonly Labelled<Value>[] {
    return this.lists.get(key === undefined ? namespace : `${namespace} ${key}=${value}`) ?? [];
  }

  private rarest(namespace: string, matchLabels: Labels | undefined): readonly Labelled<Value>[] {
    let rarest = this.withLabel(namespace);
    for (const key in matchLabels) {
      const list = this.withLabel(namespace, key, matchLabels[key]);
      if (list.length < rarest.length) rarest = list;
    }
    return rarest;
  }

  private file(key: string, labelled: Labelled<Value>): void {
    const list = this.lists.get(key);
    if (list) list.push(labelled);
    else this.lists.set(key, [labelled]);
  }
}
