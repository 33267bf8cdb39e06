import type { IngressClass, NetworkPolicy } from '../generated/decoded';

/**
 * Fills in a NetworkPolicy: what it restricts, and the protocol of its ports.
 *
 * Follows kubernetes pkg/apis/networking/v1/defaults.go SetDefaults_NetworkPolicy, SetDefaults_NetworkPolicyPort.
 */
export function defaultNetworkPolicy(policy: NetworkPolicy): void {
  policy.spec ??= {};
  const { spec } = policy;
  if (spec.policyTypes === undefined || spec.policyTypes.length === 0) {
    spec.policyTypes = spec.egress !== undefined && spec.egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
  }
  for (const { ports } of [...(spec.ingress ?? []), ...(spec.egress ?? [])]) {
    for (const port of ports ?? []) port.protocol ??= 'TCP';
  }
}

/** Fills in an IngressClass. Follows kubernetes pkg/apis/networking/v1/defaults.go SetDefaults_IngressClass. */
export function defaultIngressClass(ingressClass: IngressClass): void {
  ingressClass.spec ??= {};
  if (ingressClass.spec.parameters) ingressClass.spec.parameters.scope ??= 'Cluster';
}
