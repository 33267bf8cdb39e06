import type { HeldObject } from '../graph/held-object';
import { selectorText } from '../graph/selected-pods';
import type { DeclaredPort } from '../graph/service-target';
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../kubernetes/generated/decoded';
import { isEmptySelector, selects } from '../kubernetes/label-selector';

/** Who may open connections to a port of a pod, as far as NetworkPolicies decide it. */
export interface Admitted {
  /** `anyone`, or the peers that some policy lets in; none of them: nobody. */
  readonly from: 'anyone' | readonly string[];
  /** The policies that let someone in. */
  readonly policies: readonly string[];
}

/** The policies that limit who may reach a pod: those of its namespace that select it and are about ingress. */
export function ingressPolicies(pod: HeldObject, objects: readonly HeldObject[]): NetworkPolicy[] {
  return objects.flatMap(({ kind, namespace, object }) => {
    const policy = object as NetworkPolicy;
    if (kind !== 'NetworkPolicy' || namespace !== pod.namespace) return [];
    const isIngress = policy.spec?.policyTypes?.includes('Ingress') ?? true;
    return isIngress && selects(policy.spec?.podSelector ?? {}, pod.pod?.metadata?.labels ?? {}) ? [policy] : [];
  });
}

/**
 * Who may open connections to a port of a pod: everyone when no policy selects the pod, else whom the rules of all its
 * policies let in together.
 *
 * Follows https://kubernetes.io/docs/concepts/services-networking/network-policies/.
 */
export function admittedTo(port: DeclaredPort, policies: readonly NetworkPolicy[]): Admitted {
  if (policies.length === 0) return { from: 'anyone', policies: [] };
  const peers = new Set<string>();
  const names = new Set<string>();
  let isOpen = false;
  for (const { metadata, spec } of policies) {
    for (const { from = [], ports = [] } of spec?.ingress ?? []) {
      if (ports.length > 0 && !ports.some((allowed) => isAllowed(port, allowed))) continue;
      names.add(metadata?.name ?? '');
      isOpen ||= from.length === 0;
      for (const peer of from) peers.add(peerText(peer, metadata?.namespace));
    }
  }
  return { from: isOpen ? 'anyone' : [...peers], policies: [...names] };
}

function isAllowed(port: DeclaredPort, { port: allowed, endPort, protocol = 'TCP' }: NetworkPolicyPort): boolean {
  if (protocol !== port.protocol) return false;
  if (allowed === undefined) return true;
  if (typeof allowed === 'string') return allowed === port.name;
  return port.containerPort >= allowed && port.containerPort <= (endPort ?? allowed);
}

function peerText(
  { ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer,
  namespace: string | undefined,
): string {
  if (ipBlock) {
    const except = ipBlock.except?.length ? ` but for ${ipBlock.except.join(', ')}` : '';
    return `addresses in ${ipBlock.cidr}${except}`;
  }
  const pods = podSelector && !isEmptySelector(podSelector) ? `pods with ${selectorText(podSelector)}` : 'all pods';
  if (!namespaceSelector) return `${pods} of namespace ${namespace}`;
  if (isEmptySelector(namespaceSelector)) return `${pods} of all namespaces`;
  return `${pods} of namespaces with ${selectorText(namespaceSelector)}`;
}
