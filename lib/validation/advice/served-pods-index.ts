import type { Labels } from '../../kubernetes/label-selector';
import type { AppEntry } from '../rule';
import { PodsByLabel } from './pods-by-label';
import { namespaceOf, type PodMaker, podMaker, type SelectingService, selectingService } from './served-pods';

/** Which Services send requests to which pods, among objects that are seen one after the other. */
export class ServedPods {
  private readonly services: SelectingService[] = [];
  private readonly pods = new PodsByLabel<PodMaker>();

  /** @param isOfInterest Whether a pod is to be among the pairs; others are forgotten at once. */
  constructor(private readonly isOfInterest: (pod: PodMaker) => boolean) {}

  see(entry: AppEntry): void {
    const service = selectingService(entry);
    if (service) this.services.push(service);
    const pod = podMaker(entry);
    if (!pod || !this.isOfInterest(pod)) return;
    this.pods.add(namespaceOf(entry) ?? '', (pod.template.metadata?.labels ?? {}) as Labels, pod);
  }

  /** Every pod with every Service that selects it, once all objects are seen. */
  *pairs(): Generator<[pod: PodMaker, service: SelectingService]> {
    for (const service of this.services) {
      const namespace = namespaceOf(service.entry) ?? '';
      for (const pod of this.pods.select(namespace, { matchLabels: service.selector })) yield [pod, service];
    }
  }
}
