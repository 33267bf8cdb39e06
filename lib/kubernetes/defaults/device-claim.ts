import type {
  DeviceSubRequest,
  ExactDeviceRequest,
  ResourceClaimSpec,
  ResourceClaimTemplate,
  ResourceV1ResourceClaim,
} from '../generated/decoded';

/**
 * Fills in the device requests of a ResourceClaim.
 *
 * Follows kubernetes pkg/apis/resource/v1/defaults.go SetDefaults_ExactDeviceRequest, SetDefaults_DeviceSubRequest and
 * the `+default` mark of DeviceToleration.
 */
export function defaultResourceClaim(claim: ResourceV1ResourceClaim): void {
  claim.spec ??= {};
  defaultResourceClaimSpec(claim.spec);
}

/** Fills in the claim of a ResourceClaimTemplate. */
export function defaultResourceClaimTemplate(template: ResourceClaimTemplate): void {
  template.spec ??= {};
  template.spec.spec ??= {};
  defaultResourceClaimSpec(template.spec.spec);
}

function defaultResourceClaimSpec(spec: ResourceClaimSpec): void {
  for (const { exactly, firstAvailable } of spec.devices?.requests ?? []) {
    if (exactly) defaultDeviceRequest(exactly);
    for (const request of firstAvailable ?? []) defaultDeviceRequest(request);
  }
}

function defaultDeviceRequest(request: ExactDeviceRequest | DeviceSubRequest): void {
  if (!request.allocationMode) request.allocationMode = 'ExactCount';
  if (request.allocationMode === 'ExactCount' && !request.count) request.count = 1;
  for (const toleration of request.tolerations ?? []) if (!toleration.operator) toleration.operator = 'Equal';
}
