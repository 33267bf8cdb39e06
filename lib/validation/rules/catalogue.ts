import type { Rule } from '../rule';
import { referenceRules } from './app/references';
import { uniqueObjectRules } from './app/unique-object';
import { waiverRules } from './app/waivers';
import { admissionExpressionRules } from './server/admission-expression';
import { admissionPolicyRules } from './server/admission-policy';
import { admissionPolicyBindingRules } from './server/admission-policy-binding';
import { aggregationRuleRules } from './server/aggregation-rule';
import { apiServiceRules } from './server/api-service';
import { appArmorAnnotationRules } from './server/app-armor-annotation';
import { appArmorProfileRules } from './server/app-armor-profile';
import { bindingRules } from './server/binding';
import { celExpressionRules } from './server/cel-expression';
import { certificateSigningRequestRules } from './server/certificate-signing-request';
import { configMapRules } from './server/config-map';
import { containerRules } from './server/container';
import { containerListRules } from './server/container-list';
import { containerPortRules } from './server/container-port';
import { containerResizePolicyRules } from './server/container-resize-policy';
import { containerRestartPolicyRules } from './server/container-restart-policy';
import { controllerRevisionRules } from './server/controller-revision';
import { cronJobRules } from './server/cron-job';
import { csiDriverRules } from './server/csi-driver';
import { csiNodeRules } from './server/csi-node';
import { csiVolumeSourceRules } from './server/csi-volume-source';
import { customResourceRules } from './server/custom-resource';
import { customResourceConversionRules } from './server/custom-resource-conversion';
import { customResourceDefinitionRules } from './server/custom-resource-definition';
import { customResourceVersionRules } from './server/custom-resource-version';
import { daemonSetRules } from './server/daemon-set';
import { decodingRules } from './server/decoding';
import { deploymentRules } from './server/deployment';
import { derivedNameRules } from './server/derived-name';
import { deviceConstraintRules } from './server/device-constraint';
import { deviceRequestRules } from './server/device-request';
import { deviceSelectorRules } from './server/device-selector';
import { deviceTolerationRules } from './server/device-toleration';
import { diskVolumeSourceRules } from './server/disk-volume-source';
import { downwardAPIVolumeFileRules } from './server/downward-api-volume-file';
import { endpointSliceRules } from './server/endpoint-slice';
import { endpointsRules } from './server/endpoints';
import { envFromSourceRules } from './server/env-from-source';
import { envVarRules } from './server/env-var';
import { ephemeralContainerRules } from './server/ephemeral-container';
import { ephemeralVolumeSourceRules } from './server/ephemeral-volume-source';
import { eventRules } from './server/event';
import { fcVolumeSourceRules } from './server/fc-volume-source';
import { finalizerRules } from './server/finalizer';
import { flexVolumeSourceRules } from './server/flex-volume-source';
import { flockerVolumeSourceRules } from './server/flocker-volume-source';
import { flowSchemaRules } from './server/flow-schema';
import { gitRepoVolumeSourceRules } from './server/git-repo-volume-source';
import { glusterfsVolumeSourceRules } from './server/glusterfs-volume-source';
import { handlerRules } from './server/handler';
import { horizontalPodAutoscalerRules } from './server/horizontal-pod-autoscaler';
import { hostAliasRules } from './server/host-alias';
import { hostPathVolumeSourceRules } from './server/host-path-volume-source';
import { hostPortRules } from './server/host-port';
import { hostProcessRules } from './server/host-process';
import { hostUsersRules } from './server/host-users';
import { imageVolumeSourceRules } from './server/image-volume-source';
import { ingressRules } from './server/ingress';
import { ingressBackendRules } from './server/ingress-backend';
import { ingressClassRules } from './server/ingress-class';
import { ingressPathRules } from './server/ingress-path';
import { ipAddressRules } from './server/ip-address';
import { iscsiVolumeSourceRules } from './server/iscsi-volume-source';
import { jobRules } from './server/job';
import { jobSelectorRules } from './server/job-selector';
import { keySelectorRules } from './server/key-selector';
import { keyToPathRules } from './server/key-to-path';
import { labelSelectorRules } from './server/label-selector';
import { leaseRules } from './server/lease';
import { lifecycleRules } from './server/lifecycle';
import { limitRangeRules } from './server/limit-range';
import { loadBalancerRules } from './server/load-balancer';
import { matchConditionRules } from './server/match-condition';
import { metricSpecRules } from './server/metric-spec';
import { metricTargetRules } from './server/metric-target';
import { mutationRules } from './server/mutation';
import { namespaceRules } from './server/namespace';
import { networkPolicyRules } from './server/network-policy';
import { nfsVolumeSourceRules } from './server/nfs-volume-source';
import { nodeRules } from './server/node';
import { nodeAffinityRules } from './server/node-affinity';
import { objectFieldSelectorRules } from './server/object-field-selector';
import { objectMetaRules } from './server/object-meta';
import { openAPISchemaRules } from './server/open-api-schema';
import { ownerReferenceRules } from './server/owner-reference';
import { persistentVolumeRules } from './server/persistent-volume';
import { persistentVolumeClaimSpecRules } from './server/persistent-volume-claim-spec';
import { persistentVolumeSpecRules } from './server/persistent-volume-spec';
import { podAffinityRules } from './server/pod-affinity';
import { podAnnotationsRules } from './server/pod-annotations';
import { podDisruptionBudgetRules } from './server/pod-disruption-budget';
import { podDnsConfigRules } from './server/pod-dns-config';
import { podFailurePolicyRules } from './server/pod-failure-policy';
import { podOsRules } from './server/pod-os';
import { podResourceClaimRules } from './server/pod-resource-claim';
import { podResourcesRules } from './server/pod-resources';
import { podSecurityContextRules } from './server/pod-security-context';
import { podSpecRules } from './server/pod-spec';
import { podTemplateMetadataRules } from './server/pod-template-metadata';
import { policyRuleRules } from './server/policy-rule';
import { printerColumnRules } from './server/printer-column';
import { priorityClassRules } from './server/priority-class';
import { priorityLevelConfigurationRules } from './server/priority-level-configuration';
import { probeRules } from './server/probe';
import { projectedVolumeSourceRules } from './server/projected-volume-source';
import { quobyteVolumeSourceRules } from './server/quobyte-volume-source';
import { resourceClaimRules } from './server/resource-claim';
import { resourceFieldSelectorRules } from './server/resource-field-selector';
import { resourceQuotaRules } from './server/resource-quota';
import { resourceRequirementsRules } from './server/resource-requirements';
import { resourceSliceRules } from './server/resource-slice';
import { roleRefRules } from './server/role-ref';
import { ruleWithOperationsRules } from './server/rule-with-operations';
import { runtimeClassRules } from './server/runtime-class';
import { runtimeClassAdmissionRules } from './server/runtime-class-admission';
import { scaleSubresourceRules } from './server/scale-subresource';
import { scalingRulesRules } from './server/scaling-rules';
import { schedulingGateRules } from './server/scheduling-gate';
import { schemaConditionRules } from './server/schema-condition';
import { schemaDefaultRules } from './server/schema-default';
import { schemaDialectRules } from './server/schema-dialect';
import { schemaExpressionRules } from './server/schema-expression';
import { schemaListTypeRules } from './server/schema-list-type';
import { seccompAnnotationRules } from './server/seccomp-annotation';
import { seccompProfileRules } from './server/seccomp-profile';
import { secretRules } from './server/secret';
import { securityContextRules } from './server/security-context';
import { selectableFieldRules } from './server/selectable-field';
import { serviceRules } from './server/service';
import { serviceAddressRules } from './server/service-address';
import { serviceCIDRRules } from './server/service-cidr';
import { serviceNodePortRules } from './server/service-node-port';
import { servicePortRules } from './server/service-port';
import { serviceTrafficRules } from './server/service-traffic';
import { statefulSetRules } from './server/stateful-set';
import { storageClassRules } from './server/storage-class';
import { storageOSVolumeSourceRules } from './server/storage-os-volume-source';
import { structuralSchemaRules } from './server/structural-schema';
import { subjectRules } from './server/subject';
import { subjectAccessReviewRules } from './server/subject-access-review';
import { successPolicyRules } from './server/success-policy';
import { sysctlRules } from './server/sysctl';
import { tolerationRules } from './server/toleration';
import { topologySpreadConstraintRules } from './server/topology-spread-constraint';
import { validationRuleRules } from './server/validation-rule';
import { volumeRules } from './server/volume';
import { volumeAttachmentRules } from './server/volume-attachment';
import { volumeDeviceRules } from './server/volume-device';
import { volumeMountRules } from './server/volume-mount';
import { volumeSourceRules } from './server/volume-source';
import { webhookRules } from './server/webhook';
import { webhookClientRules } from './server/webhook-client';
import { windowsOptionsRules } from './server/windows-options';
import { workloadCountRules } from './server/workload-count';
import { workloadSelectorRules } from './server/workload-selector';
import { workloadTemplateRules } from './server/workload-template';

/** Every rule, file by file in alphabetical order. */
export const catalogue: readonly Rule[] = [
  ...uniqueObjectRules,
  ...waiverRules,
  ...referenceRules,
  ...admissionExpressionRules,
  ...admissionPolicyRules,
  ...admissionPolicyBindingRules,
  ...aggregationRuleRules,
  ...apiServiceRules,
  ...appArmorAnnotationRules,
  ...appArmorProfileRules,
  ...bindingRules,
  ...celExpressionRules,
  ...certificateSigningRequestRules,
  ...configMapRules,
  ...containerRules,
  ...containerListRules,
  ...containerPortRules,
  ...containerResizePolicyRules,
  ...containerRestartPolicyRules,
  ...controllerRevisionRules,
  ...cronJobRules,
  ...csiDriverRules,
  ...csiNodeRules,
  ...csiVolumeSourceRules,
  ...customResourceRules,
  ...customResourceConversionRules,
  ...customResourceDefinitionRules,
  ...customResourceVersionRules,
  ...daemonSetRules,
  ...decodingRules,
  ...deploymentRules,
  ...derivedNameRules,
  ...deviceConstraintRules,
  ...deviceRequestRules,
  ...deviceSelectorRules,
  ...deviceTolerationRules,
  ...diskVolumeSourceRules,
  ...downwardAPIVolumeFileRules,
  ...endpointSliceRules,
  ...endpointsRules,
  ...envFromSourceRules,
  ...envVarRules,
  ...ephemeralContainerRules,
  ...ephemeralVolumeSourceRules,
  ...eventRules,
  ...fcVolumeSourceRules,
  ...finalizerRules,
  ...flexVolumeSourceRules,
  ...flockerVolumeSourceRules,
  ...flowSchemaRules,
  ...gitRepoVolumeSourceRules,
  ...glusterfsVolumeSourceRules,
  ...handlerRules,
  ...horizontalPodAutoscalerRules,
  ...hostAliasRules,
  ...hostPathVolumeSourceRules,
  ...hostPortRules,
  ...hostProcessRules,
  ...hostUsersRules,
  ...imageVolumeSourceRules,
  ...ingressRules,
  ...ingressBackendRules,
  ...ingressClassRules,
  ...ingressPathRules,
  ...ipAddressRules,
  ...iscsiVolumeSourceRules,
  ...jobRules,
  ...jobSelectorRules,
  ...keySelectorRules,
  ...keyToPathRules,
  ...labelSelectorRules,
  ...leaseRules,
  ...lifecycleRules,
  ...limitRangeRules,
  ...loadBalancerRules,
  ...matchConditionRules,
  ...metricSpecRules,
  ...metricTargetRules,
  ...mutationRules,
  ...namespaceRules,
  ...networkPolicyRules,
  ...nfsVolumeSourceRules,
  ...nodeRules,
  ...nodeAffinityRules,
  ...objectFieldSelectorRules,
  ...objectMetaRules,
  ...openAPISchemaRules,
  ...ownerReferenceRules,
  ...persistentVolumeRules,
  ...persistentVolumeClaimSpecRules,
  ...persistentVolumeSpecRules,
  ...podAffinityRules,
  ...podAnnotationsRules,
  ...podDisruptionBudgetRules,
  ...podDnsConfigRules,
  ...podFailurePolicyRules,
  ...podOsRules,
  ...podResourceClaimRules,
  ...podResourcesRules,
  ...podSecurityContextRules,
  ...podSpecRules,
  ...podTemplateMetadataRules,
  ...policyRuleRules,
  ...printerColumnRules,
  ...priorityClassRules,
  ...priorityLevelConfigurationRules,
  ...probeRules,
  ...projectedVolumeSourceRules,
  ...quobyteVolumeSourceRules,
  ...resourceClaimRules,
  ...resourceFieldSelectorRules,
  ...resourceQuotaRules,
  ...resourceRequirementsRules,
  ...resourceSliceRules,
  ...roleRefRules,
  ...ruleWithOperationsRules,
  ...runtimeClassRules,
  ...runtimeClassAdmissionRules,
  ...scaleSubresourceRules,
  ...scalingRulesRules,
  ...schedulingGateRules,
  ...schemaConditionRules,
  ...schemaDefaultRules,
  ...schemaDialectRules,
  ...schemaExpressionRules,
  ...schemaListTypeRules,
  ...seccompAnnotationRules,
  ...seccompProfileRules,
  ...secretRules,
  ...securityContextRules,
  ...selectableFieldRules,
  ...serviceRules,
  ...serviceAddressRules,
  ...serviceCIDRRules,
  ...serviceNodePortRules,
  ...servicePortRules,
  ...serviceTrafficRules,
  ...statefulSetRules,
  ...storageClassRules,
  ...storageOSVolumeSourceRules,
  ...structuralSchemaRules,
  ...subjectRules,
  ...subjectAccessReviewRules,
  ...successPolicyRules,
  ...sysctlRules,
  ...tolerationRules,
  ...topologySpreadConstraintRules,
  ...validationRuleRules,
  ...volumeRules,
  ...volumeAttachmentRules,
  ...volumeDeviceRules,
  ...volumeMountRules,
  ...volumeSourceRules,
  ...webhookRules,
  ...webhookClientRules,
  ...windowsOptionsRules,
  ...workloadCountRules,
  ...workloadSelectorRules,
  ...workloadTemplateRules,
];

/** The rule of an id, if there is one; advice is one too. */
export function findRule(id: string): Rule | undefined {
  return catalogue.find((rule) => rule.id === id) ?? advice().find((rule) => rule.id === id);
}

/** The ids of all rules, advice included. */
export function ruleIds(): string[] {
  return [...catalogue, ...advice()].map(({ id }) => id);
}

/** Loaded when somebody asks for it: an app without advice never does. */
function advice(): readonly Rule[] {
  return (require('./advice-catalogue') as typeof import('./advice-catalogue')).adviceCatalogue;
}
