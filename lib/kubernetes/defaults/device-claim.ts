import type {
  DeviceClass,
  DeviceSubRequest,
  ExactDeviceRequest,
  ResourceClaimSpec,
  ResourceClaimTemplate,
  ResourceSlice,
  ResourceV1ResourceClaim,
} from '../generated/decoded';
import { featureEnabled } from './feature-gates';

/**
 * Fills in the device requests of a ResourceClaim, and drops what the minor's feature gates do not take.
 *
 * Follows kubernetes pkg/apis/resource/v1/defaults.go SetDefaults_ExactDeviceRequest, SetDefaults_DeviceSubRequest, the
 * `+default` mark of DeviceToleration, and pkg/registry/resource/resourceclaim/strategy.go dropDisabledFields.
 */
export function defaultResourceClaim(claim: ResourceV1ResourceClaim, minor: number): void {
  claim.spec ??= {};
  defaultResourceClaimSpec(claim.spec, minor);
}

/** Fills in the claim of a ResourceClaimTemplate. */
export function defaultResourceClaimTemplate(template: ResourceClaimTemplate, minor: number): void {
  template.spec ??= {};
  template.spec.spec ??= {};
  defaultResourceClaimSpec(template.spec.spec, minor);
}

/** Drops what a minor does not take. Follows kubernetes pkg/registry/resource/deviceclass/strategy.go. */
export function defaultDeviceClass(deviceClass: DeviceClass, minor: number): void {
  if (!featureEnabled('DRAExtendedResource', minor)) delete deviceClass.spec?.extendedResourceName;
}

/** Drops what a minor does not take. Follows kubernetes pkg/registry/resource/resourceslice/strategy.go. */
export function defaultResourceSlice({ spec }: ResourceSlice, minor: number): void {
  if (!featureEnabled('DRADeviceTaints', minor)) for (const device of spec?.devices ?? []) delete device.taints;
  if (spec === undefined || featureEnabled('DRAPartitionableDevices', minor)) return;
  delete spec.sharedCounters;
  delete spec.perDeviceNodeSelection;
  for (const device of spec.devices ?? []) {
    delete device.consumesCounters;
    delete device.nodeName;
    delete device.nodeSelector;
    delete device.allNodes;
  }
}

function defaultResourceClaimSpec({ devices }: ResourceClaimSpec, minor: number): void {
  for (const { exactly, firstAvailable } of devices?.requests ?? []) {
    if (exactly) defaultDeviceRequest(exactly, minor);
    for (const request of firstAvailable ?? []) defaultDeviceRequest(request, minor);
  }
  if (featureEnabled('DRAConsumableCapacity', minor)) return;
  for (const constraint of devices?.constraints ?? []) delete constraint.distinctAttribute;
}

function defaultDeviceRequest(request: ExactDeviceRequest | DeviceSubRequest, minor: number): void {
  if (!request.allocationMode) request.allocationMode = 'ExactCount';
  if (request.allocationMode === 'ExactCount' && !request.count) request.count = 1;
  if (!featureEnabled('DRADeviceTaints', minor)) delete request.tolerations;
  if (!featureEnabled('DRAConsumableCapacity', minor)) delete request.capacity;
  for (const toleration of request.tolerations ?? []) if (!toleration.operator) toleration.operator = 'Equal';
}
