import type { Service } from '../../kubernetes/generated/decoded';
import type { Labels } from '../../kubernetes/label-selector';
import { suggest } from '../../kubernetes/suggest';
import type { AppEntry } from '../rule';
import { PodsByLabel } from './pods-by-label';
import { namespaceOf, type PodMaker, podMaker, selectingService } from './served-pods';

/** A Service that selects pods, and those of the app that it selects. */
export interface ServicePods {
  readonly index: number;
  readonly service: Service;
  readonly selector: Labels;
  readonly pods: readonly PodMaker[];
  /** Where it selects nothing: the pods that it was likely meant to select, and the label that is in the way. */
  readonly near?: NearPods;
}

/** Pods that a selector misses by one label. */
export interface NearPods {
  readonly pod: PodMaker;
  readonly key: string;
  /** What the pods have instead; undefined where they have no such label. */
  readonly value: string | undefined;
}

/** Beyond this many pods with a like label, the ones that were meant are not looked for. */
const MOST_CANDIDATES = 500;

/** Which pods the Services of an app select, each in its namespace. */
export class ServiceSelections {
  private readonly services: { readonly entry: AppEntry; readonly service: Service; readonly selector: Labels }[] = [];
  private readonly byLabel = new PodsByLabel<PodMaker>();

  see(entry: AppEntry): void {
    const service = selectingService(entry);
    if (service) this.services.push(service);
    const pod = podMaker(entry);
    if (pod) this.byLabel.add(namespaceOf(entry) ?? '', (pod.template.metadata?.labels ?? {}) as Labels, pod);
  }

  *all(): Generator<ServicePods> {
    for (const { entry, service, selector } of this.services) {
      const namespace = namespaceOf(entry) ?? '';
      const pods = this.byLabel.select(namespace, { matchLabels: selector });
      const near = pods.length === 0 ? this.nearest(namespace, selector) : undefined;
      yield { index: entry.index, service, selector, pods, ...(near && { near }) };
    }
  }

  /**
   * Pods that miss by one label that they do not have, or have with a value that looks like a slip of the pen. Others
   * may well be of no concern to the Service: its pods may be made elsewhere.
   */
  private nearest(namespace: string, selector: Labels): NearPods | undefined {
    const keys = Object.keys(selector);
    for (const key of keys) {
      const { [key]: wanted = '', ...rest } = selector;
      const candidates = this.candidates(namespace, rest);
      if (candidates.length > MOST_CANDIDATES) continue;
      for (const { labels, value: pod } of candidates) {
        if (Object.keys(rest).some((other) => labels[other] !== rest[other])) continue;
        const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
        const isSlip = value === undefined ? keys.length > 1 : suggest(wanted, [value]) !== undefined;
        if (isSlip) return { pod, key, value };
      }
    }
    return undefined;
  }

  private candidates(namespace: string, rest: Labels) {
    const [key] = Object.keys(rest);
    return key === undefined ? this.byLabel.withLabel(namespace) : this.byLabel.withLabel(namespace, key, rest[key]);
  }
}

/** The name of the object that makes pods, as one writes it: `Deployment/web`. */
export function nameOf({ entry }: PodMaker): string {
  const { name = '' } = (entry.object.metadata ?? {}) as { readonly name?: string };
  return `${entry.kind.kind}/${name}`;
}
