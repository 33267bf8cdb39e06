import type { Service, ServiceSpec } from '../generated/decoded';
import { featureEnabled } from './feature-gates';

/** Three hours. */
const AFFINITY_SECONDS = 10800;
/** The minor from which a ClusterIP Service with external addresses counts as reachable from outside. */
const EXTERNAL_IPS_COUNT_SINCE = 29;
const PROXIED_TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer'];

/**
 * Fills in a Service. Addresses, node ports and address families are the server's to allocate.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Service, pkg/api/v1/service ExternallyAccessible,
 * pkg/registry/core/service/strategy.go dropServiceDisabledFields and storage.go normalizeClusterIPs.
 */
export function defaultService(service: Service, minor: number): void {
  service.spec ??= {};
  const { spec } = service;
  defaultSessionAffinity(spec);
  if (!spec.type) spec.type = 'ClusterIP';
  for (const port of spec.ports ?? []) {
    if (!port.protocol) port.protocol = 'TCP';
    if (!port.targetPort) port.targetPort = port.port ?? 0;
  }
  if (!spec.externalTrafficPolicy && isExternallyAccessible(spec, minor)) spec.externalTrafficPolicy = 'Cluster';
  if (PROXIED_TYPES.includes(spec.type)) spec.internalTrafficPolicy ??= 'Cluster';
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
  if (spec.trafficDistribution !== undefined && !featureEnabled('ServiceTrafficDistribution', minor)) {
    delete spec.trafficDistribution;
  }
  if (spec.clusterIP && !spec.clusterIPs?.length) spec.clusterIPs = [spec.clusterIP];
}

function defaultSessionAffinity(spec: ServiceSpec): void {
  if (!spec.sessionAffinity) spec.sessionAffinity = 'None';
  if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig;
  if (spec.sessionAffinity === 'ClientIP' && spec.sessionAffinityConfig?.clientIP?.timeoutSeconds === undefined) {
    spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: AFFINITY_SECONDS } };
  }
}

/** Whether a Service is reachable from outside the cluster, so that externalTrafficPolicy means something. */
export function isExternallyAccessible({ type, externalIPs }: ServiceSpec, minor: number): boolean {
  if (type === 'LoadBalancer' || type === 'NodePort') return true;
  return (
    type === 'ClusterIP' && minor >= EXTERNAL_IPS_COUNT_SINCE && externalIPs !== undefined && externalIPs.length > 0
  );
}
