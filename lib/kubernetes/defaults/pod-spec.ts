import type { PodSpec } from '../generated/decoded';
import { defaultContainer } from './container';
import { defaultResourceList, defaultResources } from './resource-list';
import { defaultVolume } from './volume';

/**
 * Fills in a pod spec, whether of a Pod or of a template.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_PodSpec, zz_generated.defaults.go, and
 * conversion.go Convert_v1_PodSpec_To_core_PodSpec for the old name of the service account.
 */
export function defaultPodSpec(spec: PodSpec, minor: number): void {
  if (!spec.dnsPolicy) spec.dnsPolicy = 'ClusterFirst';
  if (!spec.restartPolicy) spec.restartPolicy = 'Always';
  spec.securityContext ??= {};
  spec.terminationGracePeriodSeconds ??= 30;
  if (!spec.schedulerName) spec.schedulerName = 'default-scheduler';
  if (spec.serviceAccountName) spec.serviceAccount = spec.serviceAccountName;
  else if (spec.serviceAccount) spec.serviceAccountName = spec.serviceAccount;
  if (spec.volumes) for (const volume of spec.volumes) defaultVolume(volume, minor);
  if (spec.initContainers) for (const container of spec.initContainers) defaultContainer(container);
  if (spec.containers) for (const container of spec.containers) defaultContainer(container);
  if (spec.ephemeralContainers) for (const container of spec.ephemeralContainers) defaultContainer(container);
  defaultResourceList(spec.overhead);
  defaultResources(spec.resources);
}
