import type { EndpointSlice, Endpoints } from '../generated/decoded';
import { featureEnabled } from './feature-gates';

/** Fills in the protocols of Endpoints. Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Endpoints. */
export function defaultEndpoints(endpoints: Endpoints): void {
  for (const { ports } of endpoints.subsets ?? []) {
    for (const port of ports ?? []) if (!port.protocol) port.protocol = 'TCP';
  }
}

/**
 * Fills in the ports of an EndpointSlice, and drops the topology that v1 no longer takes and hints that are not
 * taken yet.
 *
 * Follows kubernetes pkg/apis/discovery/v1/defaults.go SetDefaults_EndpointPort and
 * pkg/registry/discovery/endpointslice/strategy.go dropDisabledFieldsOnCreate, dropTopologyOnV1.
 */
export function defaultEndpointSlice(slice: EndpointSlice, minor: number): void {
  const hintsNodes = featureEnabled('PreferSameTrafficDistribution', minor);
  for (const endpoint of slice.endpoints ?? []) {
    if (endpoint.deprecatedTopology) delete endpoint.deprecatedTopology;
    if (!hintsNodes && endpoint.hints?.forNodes) delete endpoint.hints.forNodes;
  }
  for (const port of slice.ports ?? []) {
    port.name ??= '';
    port.protocol ??= 'TCP';
  }
}
