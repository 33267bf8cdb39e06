import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** Windows containers that are processes of their node. */
export const hostProcessAdvice = defineAdvice([
  {
    id: 'no-host-process',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'No Windows container is a process of its node.',
    why: 'Nothing separates it from the node, of which it may well be the administrator.',
    fix: 'Leave hostProcess out; an agent that needs it says so in a waiver.',
    source: 'k8s.io/pod-security-admission policy/check_windowsHostProcess.go windowsHostProcess_1_0',
    seeAlso: ['Polaris hostProcess'],
    example: {
      bad: podWith(
        'hostNetwork: true\nos:\n  name: windows\nsecurityContext:\n  windowsOptions:\n    hostProcess: true\n    runAsUserName: NT AUTHORITY\\Local service',
      ),
      good: podWith('os:\n  name: windows\nsecurityContext:\n  windowsOptions:\n    runAsUserName: ContainerUser'),
    },
    visit: {
      windowsOptions({ hostProcess }, at, report) {
        if (hostProcess) report(advice(at.child('hostProcess'), 'nothing separates the container from its node'));
      },
    },
  },
]);
