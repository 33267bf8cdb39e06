import type { EndpointSlice } from '../../../kubernetes/generated/decoded';
import type { Visit } from '../../rule';

/** The most endpoints of an EndpointSlice. */
export const MOST_ENDPOINTS = 1000;

/**
 * A visit of the endpoints of an EndpointSlice; where there are too many, the server looks at none of them.
 *
 * Follows kubernetes pkg/apis/discovery/validation/validation.go validateEndpoints.
 */
export function visitEndpoints(check: Visit<'endpoint'>): Visit<'endpoint'> {
  return (endpoint, at, report, context) => {
    const { endpoints = [] } = context.object as EndpointSlice;
    if (endpoints.length <= MOST_ENDPOINTS) check(endpoint, at, report, context);
  };
}
