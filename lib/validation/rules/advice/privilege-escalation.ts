import type { SecurityContext } from '../../../kubernetes/generated/decoded';
import { changeTo } from '../../advice/fragment';
import { podWithContainer } from '../../advice/pod-examples';
import { isWindows } from '../../advice/pod-nature';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** Whether a process may become more than it was started as. */
export const privilegeEscalationAdvice = defineAdvice([
  {
    id: 'no-privilege-escalation',
    severity: 'warning',
    profiles: ['recommended', 'restricted'],
    summary: 'Every container has allowPrivilegeEscalation: false.',
    why: 'Otherwise a process that an attacker controls becomes root by any setuid program in the image, such as su or mount.',
    fix: 'Set securityContext.allowPrivilegeEscalation to false.',
    source: 'k8s.io/pod-security-admission policy/check_allowPrivilegeEscalation.go allowPrivilegeEscalationV1Dot25',
    seeAlso: [
      'kube-linter privilege-escalation-container',
      'Polaris privilegeEscalationAllowed',
      'Datree CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION',
    ],
    example: {
      bad: podWithContainer('securityContext:\n  allowPrivilegeEscalation: true'),
      good: podWithContainer('securityContext:\n  allowPrivilegeEscalation: false'),
    },
    visit: {
      container({ securityContext }, at, report, { podSpec }) {
        if (securityContext?.allowPrivilegeEscalation === false || isWindows(podSpec)) return;
        if (securityContext && needsIt(securityContext)) return;
        const detail = securityContext?.allowPrivilegeEscalation
          ? 'a setuid program of the image may make the process root'
          : 'it is true by default: a setuid program of the image may make the process root';
        report(advice(at.down('securityContext', 'allowPrivilegeEscalation'), detail, { change: CHANGE }));
      },
    },
  },
]);

const CHANGE = changeTo({ securityContext: { allowPrivilegeEscalation: false } });

/** The server accepts no `false` beside these, which other advice minds in every profile that minds this. */
function needsIt({ privileged, capabilities }: SecurityContext): boolean {
  return privileged === true || capabilities?.add?.includes('CAP_SYS_ADMIN') === true;
}
