import { changeTo } from '../../advice/fragment';
import { podWith } from '../../advice/pod-examples';
import { allContainers, containerNames, isWindows } from '../../advice/pod-nature';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** Which system calls the processes of a container may make. */
export const seccompProfileAdvice = defineAdvice([
  {
    id: 'no-unconfined-seccomp',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'No seccomp profile is Unconfined.',
    why: 'The profile of the runtime keeps a process from some 50 system calls that hardly a program needs and that many escapes into the node begin with.',
    fix: 'Write RuntimeDefault, or Localhost with a profile of your own.',
    source: 'k8s.io/pod-security-admission policy/check_seccompProfile_baseline.go seccompProfileBaseline_1_19',
    seeAlso: ['kube-score container-seccomp-profile', 'Polaris linuxHardening'],
    example: {
      bad: podWith('securityContext:\n  seccompProfile:\n    type: Unconfined'),
      good: podWith('securityContext:\n  seccompProfile:\n    type: RuntimeDefault'),
    },
    visit: {
      seccompProfile({ type }, at, report) {
        if (type !== 'Unconfined') return;
        report(advice(at.child('type'), 'the container may make any system call', { change: RUNTIME_DEFAULT }));
      },
    },
  },
  {
    id: 'require-seccomp-profile',
    severity: 'warning',
    profiles: ['restricted'],
    summary: 'Every container has a seccomp profile, of its own or of its pod.',
    why: 'Without one a container may make any system call, unless the kubelet runs with seccompDefault.',
    fix: 'Set securityContext.seccompProfile.type to RuntimeDefault in the pod.',
    source: 'k8s.io/pod-security-admission policy/check_seccompProfile_restricted.go seccompProfileRestrictedV1Dot25',
    seeAlso: ['kube-score container-seccomp-profile', 'Polaris linuxHardening'],
    example: {
      bad: podWith('securityContext:\n  runAsNonRoot: true'),
      good: podWith('securityContext:\n  seccompProfile:\n    type: RuntimeDefault'),
    },
    visit: {
      podSpec(spec, at, report) {
        if (spec.securityContext?.seccompProfile || isWindows(spec)) return;
        const without = allContainers(spec).filter(({ container }) => !container.securityContext?.seccompProfile);
        if (without.length === 0) return;
        const detail = `${containerNames(without)} may make any system call, unless the kubelet says otherwise`;
        report(advice(at.down('securityContext', 'seccompProfile'), detail, { change: RUNTIME_DEFAULT }));
      },
    },
  },
]);

const RUNTIME_DEFAULT = changeTo({ securityContext: { seccompProfile: { type: 'RuntimeDefault' } } });
