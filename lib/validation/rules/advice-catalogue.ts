import type { AdviceRule } from '../advice-rule';
import { appArmorProfileAdvice } from './advice/app-armor-profile';
import { capabilitiesAdvice } from './advice/capabilities';
import { containerPortAdvice } from './advice/container-port';
import { envVarAdvice } from './advice/env-var';
import { hostNamespaceAdvice } from './advice/host-namespace';
import { hostPathAdvice } from './advice/host-path';
import { hostPortAdvice } from './advice/host-port';
import { hostProcessAdvice } from './advice/host-process';
import { imageAdvice } from './advice/image';
import { nodeLabelAdvice } from './advice/node-label';
import { objectMetadataAdvice } from './advice/object-metadata';
import { plainSecretAdvice } from './advice/plain-secret';
import { podAdvice } from './advice/pod';
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
import { requestHostAdvice } from './advice/request-host';
import { resourcesAdvice } from './advice/resources';
import { rolloutAdvice } from './advice/rollout';
import { runAsNonRootAdvice } from './advice/run-as-non-root';
import { seLinuxOptionsAdvice } from './advice/se-linux-options';
import { seccompProfileAdvice } from './advice/seccomp-profile';
import { serviceAccountAdvice } from './advice/service-account';
import { shutdownAdvice } from './advice/shutdown';
import { sidecarAdvice } from './advice/sidecar';
import { sysctlAdvice } from './advice/sysctl';
import { volumeKindAdvice } from './advice/volume-kind';

/** All advice, sorted by the files that it comes from. */
export const adviceCatalogue: readonly AdviceRule[] = [
  ...appArmorProfileAdvice,
  ...capabilitiesAdvice,
  ...containerPortAdvice,
  ...envVarAdvice,
  ...hostNamespaceAdvice,
  ...hostPathAdvice,
  ...hostPortAdvice,
  ...hostProcessAdvice,
  ...imageAdvice,
  ...nodeLabelAdvice,
  ...objectMetadataAdvice,
  ...plainSecretAdvice,
  ...podAdvice,
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
  ...requestHostAdvice,
  ...resourcesAdvice,
  ...rolloutAdvice,
  ...runAsNonRootAdvice,
  ...seLinuxOptionsAdvice,
  ...seccompProfileAdvice,
  ...serviceAccountAdvice,
  ...shutdownAdvice,
  ...sidecarAdvice,
  ...sysctlAdvice,
  ...volumeKindAdvice,
];
