import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../kubernetes/generated/decoded';
import { isWithin, parseCIDR } from '../../kubernetes/ip';
import { isSame } from '../json';
import type { Loosened } from './loosened';
import type { ObjectPair } from './object-pair';

/** What traffic a change of a NetworkPolicy newly lets through, as far as its own words tell. */
export function networkPolicyEffects({ kind, before, after }: ObjectPair): Loosened[] {
  if (kind.kind !== 'NetworkPolicy' || !before) return [];
  if (!after) return [{ detail: 'its pods take and send what no other policy forbids' }];
  const [old, young] = [(before as NetworkPolicy).spec ?? {}, (after as NetworkPolicy).spec ?? {}];
  const loosened: Loosened[] = [];
  if (!isSame(old.podSelector, young.podSelector) && !isSame(young.podSelector, {}))
    loosened.push({ detail: 'pods that it selected may be free now', field: 'spec.podSelector' });
  for (const [type, list] of [
    ['Ingress', 'ingress'],
    ['Egress', 'egress'],
  ] as const) {
    const isolated = old.policyTypes?.includes(type);
    if (isolated && !young.policyTypes?.includes(type))
      loosened.push({ detail: `${list} is no longer limited`, field: 'spec.policyTypes' });
    else if (isolated && !isNarrower(rulesOf(young[list]), rulesOf(old[list])))
      loosened.push({ detail: `${list} is allowed that was not`, field: `spec.${list}` });
  }
  return loosened;
}

/** What one rule lets through; no peers or ports mean all. */
interface Allowance {
  readonly peers: readonly NetworkPolicyPeer[];
  readonly ports: readonly NetworkPolicyPort[];
}

type Rule = { from?: NetworkPolicyPeer[]; to?: NetworkPolicyPeer[]; ports?: NetworkPolicyPort[] };

function rulesOf(rules: readonly Rule[] | undefined): Allowance[] {
  return (rules ?? []).map(({ from, to, ports }) => ({ peers: from ?? to ?? [], ports: ports ?? [] }));
}

/** Whether each rule is within one of the others. */
function isNarrower(rules: readonly Allowance[], others: readonly Allowance[]): boolean {
  return rules.every((rule) =>
    others.some(
      (other) => isCovered(rule.peers, other.peers, isWithinPeer) && isCovered(rule.ports, other.ports, isWithinPort),
    ),
  );
}

function isCovered<T>(items: readonly T[], others: readonly T[], isWithinOne: (item: T, other: T) => boolean): boolean {
  if (others.length === 0) return true;
  return items.length > 0 && items.every((item) => others.some((other) => isWithinOne(item, other)));
}

function isWithinPeer(peer: NetworkPolicyPeer, other: NetworkPolicyPeer): boolean {
  if (isSame(peer, other)) return true;
  const [inner, outer] = [peer.ipBlock, other.ipBlock].map((block) => parseCIDR(block?.cidr ?? ''));
  if (!inner || !outer || !isWithin(inner, outer)) return false;
  return (other.ipBlock?.except ?? []).every((excepted) => peer.ipBlock?.except?.includes(excepted));
}

function isWithinPort(port: NetworkPolicyPort, other: NetworkPolicyPort): boolean {
  if (isSame(port, other)) return true;
  if (port.protocol !== other.protocol) return false;
  if (other.port === undefined) return true;
  if (typeof port.port !== 'number' || typeof other.port !== 'number') return false;
  return port.port >= other.port && (port.endPort ?? port.port) <= (other.endPort ?? other.port);
}
