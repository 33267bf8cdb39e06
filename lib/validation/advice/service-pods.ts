import type { Service } from '../../kubernetes/generated/decoded';
import type { Labels } from '../../kubernetes/label-selector';
import type { AppEntry } from '../rule';
import { type Labelled, PodsByLabel } from './pods-by-label';
import { lastingContainers, namespaceOf, type PodMaker, podMaker, selectingService } from './served-pods';
import { shared } from './shared';
import { slipOfThePen } from './slip-of-the-pen';

/** The pods of one workload, as far as Services are concerned. */
export interface ServingPods {
  readonly index: number;
  /** As one writes it: `Deployment/web`. */
  readonly name: string;
  /** The ports that its containers declare; sidecars serve too. */
  readonly ports: readonly { readonly name?: string; readonly number: number; readonly protocol: string }[];
}

/** A Service that selects pods, and those of the app that it selects. */
export interface ServicePods {
  readonly index: number;
  readonly service: Service;
  readonly selector: Labels;
  readonly pods: readonly ServingPods[];
  /** Where it selects nothing: the pods that it was likely meant to select, and the label that is in the way. */
  readonly near?: NearPods;
}

/** Pods that a selector misses by one label. */
export interface NearPods {
  readonly pods: ServingPods;
  readonly key: string;
  /** What the pods have instead; undefined where they have no such label. */
  readonly value: string | undefined;
}

/** Beyond this many pods with a like label, the ones that were meant are not looked for. */
const MOST_CANDIDATES = 500;

/** Which pods the Services of an app select, each in its namespace. */
export class ServiceSelections {
  private readonly services: (Omit<ServicePods, 'pods' | 'near'> & { readonly namespace: string })[] = [];
  private readonly byLabel = new PodsByLabel<ServingPods>();
  private selected: readonly ServicePods[] | undefined;

  see(entry: AppEntry): void {
    const selecting = selectingService(entry);
    const maker = podMaker(entry);
    if (!selecting && !maker) return;
    const namespace = namespaceOf(entry) ?? '';
    if (selecting) {
      const { service, selector } = selecting;
      this.services.push({ index: entry.index, namespace, service, selector });
    }
    if (maker) this.byLabel.add(namespace, (maker.template.metadata?.labels ?? {}) as Labels, servingPods(maker));
  }

  /** Every Service with what it selects, once all objects are seen. */
  all(): readonly ServicePods[] {
    this.selected ??= this.services.map(({ namespace, ...service }) => {
      const pods = this.byLabel.select(namespace, { matchLabels: service.selector });
      const near = pods.length === 0 ? this.nearest(namespace, service.selector) : undefined;
      return { ...service, pods, ...(near && { near }) };
    });
    return this.selected;
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
      for (const { labels, value: pods } of candidates) {
        if (Object.keys(rest).some((other) => labels[other] !== rest[other])) continue;
        const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
        const isSlip = value === undefined ? keys.length > 1 : slipOfThePen(wanted, [value]) !== undefined;
        if (isSlip) return { pods, key, value };
      }
    }
    return undefined;
  }

  private candidates(namespace: string, rest: Labels): readonly Labelled<ServingPods>[] {
    const [key] = Object.keys(rest);
    return key === undefined ? this.byLabel.withLabel(namespace) : this.byLabel.withLabel(namespace, key, rest[key]);
  }
}

/** The Services of an app, for all rules of a run. */
export const serviceSelections = shared(() => new ServiceSelections());

function servingPods(maker: PodMaker): ServingPods {
  const { entry } = maker;
  const { name = '' } = (entry.object.metadata ?? {}) as { readonly name?: string };
  const ports = lastingContainers(maker).flatMap(({ container }) =>
    (container.ports ?? []).map(({ name: port, containerPort = 0, protocol = 'TCP' }) => ({
      ...(port && { name: port }),
      number: containerPort,
      protocol,
    })),
  );
  return { index: entry.index, name: `${entry.kind.kind}/${name}`, ports };
}
