import { changeTo } from '../../advice/fragment';
import { USER_NAMESPACE_RELAXED_SINCE } from '../../advice/pod-nature';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

const EXAMPLE = (procMount: string) =>
  `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - name: web
      image: nginx:1.29
      securityContext:
        procMount: ${procMount}
`;

/** How much of /proc a container sees; the server allows all of it only to pods with users of their own. */
export const procMountAdvice = defineAdvice([
  {
    id: 'no-unmasked-proc',
    severity: 'warning',
    profiles: ['baseline', 'restricted'],
    summary: 'No container sees all of /proc, whatever its users.',
    why: 'Up to 1.34, a namespace that enforces baseline or restricted refuses the pod.',
    fix: 'Leave procMount out, or run the pod in a namespace that enforces neither.',
    source: 'k8s.io/pod-security-admission policy/check_procMount_baseline.go procMount_1_0',
    until: USER_NAMESPACE_RELAXED_SINCE - 1,
    seeAlso: ['kube-linter unsafe-proc-mount', 'Polaris procMount'],
    example: { bad: EXAMPLE('Unmasked'), good: EXAMPLE('Default') },
    visit: {
      container({ securityContext }, at, report) {
        if (securityContext?.procMount === 'Unmasked')
          report(advice(at.down('securityContext', 'procMount'), ALL, EXTRA));
      },
    },
  },
  {
    id: 'no-restricted-proc-mount',
    severity: 'warning',
    profiles: ['restricted'],
    summary: 'No container sees all of /proc.',
    why: 'A namespace that enforces restricted refuses the pod, also where its users are none of the node.',
    fix: 'Leave procMount out, or run the pod in a namespace that enforces baseline.',
    source: 'k8s.io/pod-security-admission policy/check_procMount_restricted.go',
    since: USER_NAMESPACE_RELAXED_SINCE,
    seeAlso: ['kube-linter unsafe-proc-mount', 'Polaris procMount'],
    example: { bad: EXAMPLE('Unmasked'), good: EXAMPLE('Default') },
    visit: {
      container({ securityContext }, at, report) {
        if (securityContext?.procMount === 'Unmasked')
          report(advice(at.down('securityContext', 'procMount'), ALL, EXTRA));
      },
    },
  },
]);

const ALL = 'the container sees the whole of /proc';
const EXTRA = { change: changeTo({ securityContext: { procMount: 'Default' } }) };
