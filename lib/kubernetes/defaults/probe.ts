import type { HTTPGetAction, Probe } from '../generated/decoded';

/** Fills in the timing and the handler of a probe. Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Probe. */
export function defaultProbe(probe: Probe): void {
  if (!probe.timeoutSeconds) probe.timeoutSeconds = 1;
  if (!probe.periodSeconds) probe.periodSeconds = 10;
  if (!probe.successThreshold) probe.successThreshold = 1;
  if (!probe.failureThreshold) probe.failureThreshold = 3;
  if (probe.httpGet) defaultHTTPGetAction(probe.httpGet);
  if (probe.grpc && probe.grpc.service === undefined) probe.grpc.service = '';
}

/** Fills in path and scheme. Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_HTTPGetAction. */
export function defaultHTTPGetAction(action: HTTPGetAction): void {
  if (!action.path) action.path = '/';
  if (!action.scheme) action.scheme = 'HTTP';
}
