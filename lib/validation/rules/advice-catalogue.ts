import type { AdviceRule } from '../advice-rule';
import { apiVersionAdvice } from './advice/api-version';
import { appArmorProfileAdvice } from './advice/app-armor-profile';
import { capabilitiesAdvice } from './advice/capabilities';
import { containerPortAdvice } from './advice/container-port';
import { envVarAdvice } from './advice/env-var';
import { horizontalPodAutoscalerAdvice } from './advice/horizontal-pod-autoscaler';
import { hostNamespaceAdvice } from './advice/host-namespace';
import { hostPathAdvice } from './advice/host-path';
import { hostPortAdvice } from './advice/host-port';
import { hostProcessAdvice } from './advice/host-process';
import { imageAdvice } from './advice/image';
import { ingressAdvice } from './advice/ingress';
import { networkPolicyAdvice } from './advice/network-policy';
import { nodeLabelAdvice } from './advice/node-label';
import { objectMetadataAdvice } from './advice/object-metadata';
import { plainSecretAdvice } from './advice/plain-secret';
import { podAdvice } from './advice/pod';
import { podDisruptionBudgetAdvice } from './advice/pod-disruption-budget';
import { priorityClassAdvice } from './advice/priority-class';
import { privilegeEscalationAdvice } from './advice/privilege-escalation';
import { privilegedAdvice } from './advice/privileged';
import { probePortAdvice } from './advice/probe-port';
import { probePurposeAdvice } from './advice/probe-purpose';
import { probeStartAdvice } from './advice/probe-start';
import { probeTimingAdvice } from './advice/probe-timing';
import { procMountAdvice } from './advice/proc-mount';
import { readOnlyRootFilesystemAdvice } from './advice/read-only-root-filesystem';
import { readinessAdvice } from './advice/readiness';
import { referenceAdvice } from './advice/reference';
import { replicasAdvice } from './advice/replicas';
import { requestHostAdvice } from './advice/request-host';
import { resourcesAdvice } from './advice/resources';
import { rolloutAdvice } from './advice/rollout';
import { runAsNonRootAdvice } from './advice/run-as-non-root';
import { seLinuxOptionsAdvice } from './advice/se-linux-options';
import { seccompProfileAdvice } from './advice/seccomp-profile';
import { serviceAccountAdvice } from './advice/service-account';
import { servicePortAdvice } from './advice/service-port';
import { serviceSelectorAdvice } from './advice/service-selector';
import { shutdownAdvice } from './advice/shutdown';
import { sidecarAdvice } from './advice/sidecar';
import { statefulSetAdvice } from './advice/stateful-set';
import { sysctlAdvice } from './advice/sysctl';
import { volumeKindAdvice } from './advice/volume-kind';

/** All advice, sorted by the files that it comes from. */
export const adviceCatalogue: readonly AdviceRule[] = [
  ...apiVersionAdvice,
  ...appArmorProfileAdvice,
  ...capabilitiesAdvice,
  ...containerPortAdvice,
  ...envVarAdvice,
  ...horizontalPodAutoscalerAdvice,
  ...hostNamespaceAdvice,
  ...hostPathAdvice,
  ...hostPortAdvice,
  ...hostProcessAdvice,
  ...imageAdvice,
  ...ingressAdvice,
  ...networkPolicyAdvice,
  ...nodeLabelAdvice,
  ...objectMetadataAdvice,
  ...plainSecretAdvice,
  ...podAdvice,
  ...podDisruptionBudgetAdvice,
  ...priorityClassAdvice,
  ...privilegeEscalationAdvice,
  ...privilegedAdvice,
  ...probePortAdvice,
  ...probePurposeAdvice,
  ...probeStartAdvice,
  ...probeTimingAdvice,
  ...procMountAdvice,
  ...readOnlyRootFilesystemAdvice,
  ...readinessAdvice,
  ...referenceAdvice,
  ...replicasAdvice,
  ...requestHostAdvice,
  ...resourcesAdvice,
  ...rolloutAdvice,
  ...runAsNonRootAdvice,
  ...seLinuxOptionsAdvice,
  ...seccompProfileAdvice,
  ...serviceAccountAdvice,
  ...servicePortAdvice,
  ...serviceSelectorAdvice,
  ...shutdownAdvice,
  ...sidecarAdvice,
  ...statefulSetAdvice,
  ...sysctlAdvice,
  ...volumeKindAdvice,
];
