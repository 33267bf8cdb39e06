import { changeTo } from '../../advice/fragment';
import { podWithContainer } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** A container that is nearly the node itself. */
export const privilegedAdvice = defineAdvice([
  {
    id: 'no-privileged-container',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'No container is privileged.',
    why: 'A privileged container has every capability and every device of its node: whoever takes it over has the node, with the secrets of all pods there.',
    fix: 'Leave privileged out, and give the container the one capability or device that it needs.',
    source: 'k8s.io/pod-security-admission policy/check_privileged.go privileged_1_0',
    seeAlso: [
      'kube-linter privileged-container',
      'kube-score container-security-context-privileged',
      'Polaris runAsPrivileged',
      'Datree CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE',
    ],
    example: {
      bad: podWithContainer('securityContext:\n  privileged: true'),
      good: podWithContainer('securityContext:\n  allowPrivilegeEscalation: false'),
    },
    visit: {
      container({ securityContext }, at, report) {
        if (!securityContext?.privileged) return;
        const detail = 'the container has every capability and every device of its node';
        report(advice(at.down('securityContext', 'privileged'), detail, { change: CHANGE }));
      },
    },
  },
]);

const CHANGE = changeTo({ securityContext: { privileged: false } });
