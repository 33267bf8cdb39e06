import type { Labels } from '../../kubernetes/label-selector';
import type { AppEntry } from '../rule';
import { isServed, namespaceOf, type PodMaker, podMaker, type SelectingService, selectingService } from './served-pods';

/** Which Services send requests to which pods, among objects that are seen one after the other. */
export class ServedPods {
  private readonly services: SelectingService[] = [];
  /** By namespace and label, as in `shop app=web`. */
  private readonly pods = new Map<string, PodMaker[]>();

  /** @param isOfInterest Whether a pod is to be among the pairs; others are forgotten at once. */
  constructor(private readonly isOfInterest: (pod: PodMaker) => boolean) {}

  see(entry: AppEntry): void {
    const service = selectingService(entry);
    if (service) this.services.push(service);
    const pod = podMaker(entry);
    if (!pod || !this.isOfInterest(pod)) return;
    for (const key of labelKeys(entry, pod.template.metadata?.labels)) {
      const list = this.pods.get(key);
      if (list) list.push(pod);
      else this.pods.set(key, [pod]);
    }
  }

  /** Every pod with every Service that selects it. */
  *pairs(): Generator<[pod: PodMaker, service: SelectingService]> {
    for (const service of this.services) {
      for (const pod of this.candidates(service)) if (isServed(pod, service)) yield [pod, service];
    }
  }

  /** The pods that have the rarest label of a selector. */
  private candidates({ entry, selector }: SelectingService): readonly PodMaker[] {
    let fewest: readonly PodMaker[] | undefined;
    for (const key of labelKeys(entry, selector)) {
      const list = this.pods.get(key) ?? [];
      if (fewest === undefined || list.length < fewest.length) fewest = list;
    }
    return fewest ?? [];
  }
}

function labelKeys(entry: AppEntry, labels: Labels = {}): string[] {
  const namespace = namespaceOf(entry) ?? '';
  return Object.entries(labels).map(([key, value]) => `${namespace} ${key}=${value}`);
}
