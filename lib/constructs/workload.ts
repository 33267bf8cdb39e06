import type { LabelSelector } from '../../imports/k8s';
import { ConstructError } from './construct-error';
import { type Fields, isFields } from './key-order';
import { ManifestObject } from './manifest-object';
import type { PortName } from './port';
import { type PodSelectorConfig, podSelectorConfig } from './selector-config';

/** The names of all ports of the containers `C` and of the init containers `I` of a pod. */
export type PodPortName<C, I> = PortNames<C> | PortNames<I>;

type PortNames<C> = { [Name in keyof C]: PortName<C[Name]> }[keyof C];

/**
 * An object that makes pods. Services and NetworkPolicies of cdk8s-plus-28 accept it wherever they accept a workload of
 * theirs (`IPodSelector`, `INetworkPolicyPeer`).
 */
export abstract class Workload<Port extends string = string> extends ManifestObject {
  /** The names of the ports of its containers and sidecars. */
  get portNames(): readonly Port[] {
    const { containers, initContainers } = this.plainProps();
    return [containers, initContainers].flatMap(declaredPortNames) as Port[];
  }

  /** The selector that finds the pods of this workload; empty when they have no label in common. */
  protected abstract podLabelSelector(props: Fields): LabelSelector;

  /**
   * The pods of this workload, for cdk8s-plus-28.
   * @throws ConstructError NO_POD_LABELS when the pods have no labels: an empty selector would match every pod
   */
  toPodSelectorConfig(): PodSelectorConfig {
    return podSelectorConfig(this.podSelector, this.metadata.namespace);
  }

  /** The pods of this workload as a peer of a NetworkPolicy, for cdk8s-plus-28. */
  toNetworkPolicyPeerConfig(): { readonly podSelector: PodSelectorConfig } {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** This workload as a selector of pods, for cdk8s-plus-28. */
  toPodSelector(): this {
    return this;
  }

  /**
   * The label selector that matches the pods of this workload.
   * @throws ConstructError NO_POD_LABELS when the pods have no labels: an empty selector would match every pod
   */
  get podSelector(): LabelSelector {
    const selector = this.podLabelSelector(this.plainProps());
    const { matchLabels = {}, matchExpressions = [] } = selector;
    if (Object.keys(matchLabels).length > 0 || matchExpressions.length > 0) return selector;
    throw new ConstructError('NO_POD_LABELS', this.node.path, 'its pods cannot be selected: give them labels');
  }
}

function declaredPortNames(containers: unknown): string[] {
  if (!isFields(containers)) return [];
  return Object.values(containers).flatMap((container) => {
    const ports = isFields(container) ? container.ports : undefined;
    if (isFields(ports)) return Object.keys(ports);
    return Array.isArray(ports) ? ports.flatMap((port) => port?.name ?? []) : [];
  });
}
