import type { PodSpec, SecurityContext } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const NAMES = ['linux', 'windows'];
const NOT_ON_WINDOWS = 'may not be set for a windows pod';

/** What only Linux has, in the spec of a pod, in its security context and in those of its containers. */
const LINUX_POD_FIELDS = ['hostUsers', 'shareProcessNamespace'] as const;
const LINUX_HOST_NAMESPACES = ['hostPID', 'hostIPC'] as const;
const LINUX_POD_CONTEXT_FIELDS = [
  'appArmorProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsGroup',
  'runAsUser',
  'seLinuxChangePolicy',
  'seLinuxOptions',
  'seccompProfile',
  'supplementalGroups',
  'supplementalGroupsPolicy',
] as const;
const LINUX_CONTAINER_CONTEXT_FIELDS = [
  'allowPrivilegeEscalation',
  'appArmorProfile',
  'capabilities',
  'privileged',
  'procMount',
  'readOnlyRootFilesystem',
  'runAsGroup',
  'runAsUser',
  'seLinuxOptions',
  'seccompProfile',
] as const;
/** The first minor in which a windows pod may not have resources of its own. */
const POD_RESOURCES_CHECKED_SINCE = 34;

/** The operating system of a pod, and the settings that only the other one has. */
export const podOsRules = defineRules([
  {
    id: 'valid-pod-os',
    summary: 'The os of a pod is linux or windows.',
    why: 'The kubelet runs the pod only on a node of that operating system.',
    fix: 'Write os: { name: linux }, or leave os out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateOS',
    example: { bad: 'os: { name: Linux }', good: 'os: { name: linux }' },
    visit: {
      podSpec({ os }, at, report) {
        if (os === undefined) return;
        const { name } = os;
        if (!name) report(required(at.down('os', 'name'), 'cannot be empty'));
        else if (!NAMES.includes(name)) {
          const place = at.down('os', 'name');
          report(notSupported(at.child('os'), name, NAMES, { place, ...didYouMean(name, NAMES) }));
        }
      },
    },
  },
  {
    id: 'no-windows-options-on-linux',
    summary: 'A pod for linux, and its containers, have no windowsOptions.',
    why: 'They mean nothing there.',
    fix: 'Drop windowsOptions, or write os: { name: windows }.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateLinux',
    example: {
      bad: 'os: { name: linux }\nsecurityContext: { windowsOptions: { runAsUserName: web } }',
      good: 'os: { name: windows }\nsecurityContext: { windowsOptions: { runAsUserName: web } }',
    },
    visit: {
      podSpec({ os, securityContext }, at, report) {
        if (os?.name === 'linux' && securityContext?.windowsOptions) reportWindowsOptions(at, report);
      },
      container({ securityContext }, at, report, { podSpec }) {
        if (podSpec.os?.name === 'linux' && securityContext?.windowsOptions) reportWindowsOptions(at, report);
      },
    },
  },
  {
    id: 'no-linux-settings-on-windows',
    summary: 'A pod for windows, and its containers, set nothing that only Linux has.',
    why: 'They mean nothing there.',
    fix: 'Drop the setting; what Windows has instead is in windowsOptions.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateWindows',
    example: {
      bad: 'os: { name: windows }\nsecurityContext: { runAsUser: 1000 }',
      good: 'os: { name: windows }\nsecurityContext: { windowsOptions: { runAsUserName: web } }',
    },
    visit: {
      podSpec(spec, at, report, { minor }) {
        if (spec.os?.name === 'windows') checkWindowsPod(spec, at, report, minor);
      },
      container({ securityContext }, at, report, { podSpec }) {
        if (podSpec.os?.name === 'windows' && securityContext) checkWindowsContainer(securityContext, at, report);
      },
    },
  },
]);

function reportWindowsOptions(at: FieldPath, report: Report): void {
  report(forbidden(at.down('securityContext', 'windowsOptions'), 'may not be set for a linux pod'));
}

function checkWindowsPod(spec: PodSpec, at: FieldPath, report: Report, minor: number): void {
  for (const name of LINUX_POD_FIELDS) if (spec[name] !== undefined) report(forbidden(at.child(name), NOT_ON_WINDOWS));
  for (const name of LINUX_HOST_NAMESPACES) if (spec[name]) report(forbidden(at.child(name), NOT_ON_WINDOWS));
  if (spec.resources && minor >= POD_RESOURCES_CHECKED_SINCE) report(forbidden(at.child('resources'), NOT_ON_WINDOWS));
  const context = spec.securityContext ?? {};
  for (const name of LINUX_POD_CONTEXT_FIELDS)
    if (context[name] !== undefined) report(forbidden(at.down('securityContext', name), NOT_ON_WINDOWS));
  if (context.sysctls?.length) report(forbidden(at.down('securityContext', 'sysctls'), NOT_ON_WINDOWS));
}

function checkWindowsContainer(context: SecurityContext, at: FieldPath, report: Report): void {
  for (const name of LINUX_CONTAINER_CONTEXT_FIELDS)
    if (context[name] !== undefined) report(forbidden(at.down('securityContext', name), NOT_ON_WINDOWS));
}
