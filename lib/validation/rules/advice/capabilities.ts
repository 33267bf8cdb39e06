import { changeTo } from '../../advice/fragment';
import { podWithContainer } from '../../advice/pod-examples';
import { isWindows } from '../../advice/pod-nature';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** What the baseline lets a container add: what container runtimes give anyway, without NET_RAW. */
const BASELINE: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
const RESTRICTED = 'NET_BIND_SERVICE';

/** Which parts of root's power the processes of a container have. */
export const capabilitiesAdvice = defineAdvice([
  {
    id: 'no-dangerous-capability',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'No container adds a capability beyond those that container runtimes give anyway.',
    why: 'Capabilities such as SYS_ADMIN, NET_ADMIN or SYS_PTRACE reach beyond the container: into the node, its network or its other pods.',
    fix: 'Remove the capability from securityContext.capabilities.add.',
    source: 'k8s.io/pod-security-admission policy/check_capabilities_baseline.go capabilities_allowed_1_0',
    seeAlso: [
      'kube-linter drop-net-raw-capability',
      'Polaris dangerousCapabilities',
      'Polaris insecureCapabilities',
      'Datree CONTAINERS_INVALID_CAPABILITIES_VALUE',
    ],
    example: {
      bad: podWithContainer('securityContext:\n  capabilities:\n    add: [NET_ADMIN]'),
      good: podWithContainer('securityContext:\n  capabilities:\n    drop: [ALL]\n    add: [NET_BIND_SERVICE]'),
    },
    visit: {
      container({ securityContext }, at, report) {
        securityContext?.capabilities?.add?.forEach((capability, index) => {
          if (BASELINE.has(capability)) return;
          const field = at.down('securityContext', 'capabilities', 'add').index(index);
          report(advice(field, `${capability} reaches beyond the container`));
        });
      },
    },
  },
  {
    id: 'no-added-capability',
    severity: 'warning',
    profiles: ['restricted'],
    summary: 'No container adds a capability other than NET_BIND_SERVICE.',
    why: 'A namespace that enforces restricted refuses the pod.',
    fix: 'Remove the capability from securityContext.capabilities.add.',
    source: 'k8s.io/pod-security-admission policy/check_capabilities_restricted.go capabilitiesRestrictedV1Dot25',
    seeAlso: ['Polaris insecureCapabilities', 'Datree CONTAINERS_INVALID_CAPABILITIES_VALUE'],
    example: {
      bad: podWithContainer('securityContext:\n  capabilities:\n    drop: [ALL]\n    add: [CHOWN]'),
      good: podWithContainer('securityContext:\n  capabilities:\n    drop: [ALL]\n    add: [NET_BIND_SERVICE]'),
    },
    visit: {
      container({ securityContext }, at, report) {
        securityContext?.capabilities?.add?.forEach((capability, index) => {
          if (capability === RESTRICTED || !BASELINE.has(capability)) return;
          const field = at.down('securityContext', 'capabilities', 'add').index(index);
          report(advice(field, `the restricted level allows no ${capability}, only ${RESTRICTED}`));
        });
      },
    },
  },
  {
    id: 'require-dropped-capabilities',
    severity: 'warning',
    profiles: ['recommended', 'restricted'],
    summary: 'Every container drops the capability ALL.',
    why: 'Container runtimes give 14 capabilities to a process that is root, among them forging packets and changing the owner of any file; hardly a service needs one.',
    fix: 'Set securityContext.capabilities.drop to [ALL], and add back NET_BIND_SERVICE where a port below 1024 is served.',
    source: 'k8s.io/pod-security-admission policy/check_capabilities_restricted.go capabilitiesRestrictedV1Dot25',
    seeAlso: [
      'kube-linter drop-net-raw-capability',
      'Polaris insecureCapabilities',
      'Datree CONTAINERS_INVALID_CAPABILITIES_VALUE',
    ],
    example: {
      bad: podWithContainer('securityContext:\n  allowPrivilegeEscalation: false'),
      good: podWithContainer('securityContext:\n  capabilities:\n    drop: [ALL]'),
    },
    visit: {
      container({ securityContext }, at, report, { podSpec }) {
        const drop = securityContext?.capabilities?.drop ?? [];
        if (drop.includes('ALL') || isWindows(podSpec) || securityContext?.privileged) return;
        const hint = drop.some((name) => name.toUpperCase() === 'ALL') ? '; write ALL in capitals' : '';
        const kept =
          drop.length === 0 ? 'it keeps all that the runtime gives' : `it drops only ${drop.join(', ')}${hint}`;
        const field = at.down('securityContext', 'capabilities', 'drop');
        report(advice(field, kept, { change: CHANGE }));
      },
    },
  },
]);

const CHANGE = changeTo({ securityContext: { capabilities: { drop: ['ALL'] } } });
