import type { APIService } from '../generated/decoded';

/** Fills in an APIService. Follows k8s.io/kube-aggregator/pkg/apis/apiregistration/v1/defaults.go SetDefaults_ServiceReference. */
export function defaultAPIService(apiService: APIService): void {
  if (apiService.spec?.service) apiService.spec.service.port ??= 443;
}
