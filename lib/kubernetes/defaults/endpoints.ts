import type { EndpointSlice, Endpoints } from '../generated/decoded';

/** Fills in the protocols of Endpoints. Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Endpoints. */
export function defaultEndpoints(endpoints: Endpoints): void {
  for (const { ports } of endpoints.subsets ?? []) {
    for (const port of ports ?? []) if (!port.protocol) port.protocol = 'TCP';
  }
}

/** Fills in the ports of an EndpointSlice. Follows kubernetes pkg/apis/discovery/v1/defaults.go SetDefaults_EndpointPort. */
export function defaultEndpointSlice(slice: EndpointSlice): void {
  for (const port of slice.ports ?? []) {
    port.name ??= '';
    port.protocol ??= 'TCP';
  }
}
