import { changeTo } from '../../advice/fragment';
import { podWithContainer } from '../../advice/pod-examples';
import { isWindows } from '../../advice/pod-nature';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** Whether a container may change its own files. */
export const readOnlyRootFilesystemAdvice = defineAdvice([
  {
    id: 'require-read-only-root-filesystem',
    severity: 'info',
    profiles: [],
    summary: 'Every container has readOnlyRootFilesystem: true.',
    why: 'Otherwise whoever breaks in replaces programs and leaves tools behind.',
    fix: 'Set securityContext.readOnlyRootFilesystem to true, and mount an emptyDir where the program writes.',
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    seeAlso: [
      'kube-linter no-read-only-root-fs',
      'kube-score container-security-context-readonlyrootfilesystem',
      'Polaris notReadOnlyRootFilesystem',
      'Datree CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE',
    ],
    example: {
      bad: podWithContainer('securityContext:\n  runAsNonRoot: true'),
      good: podWithContainer('securityContext:\n  readOnlyRootFilesystem: true'),
    },
    visit: {
      container({ securityContext }, at, report, { podSpec }) {
        if (securityContext?.readOnlyRootFilesystem || isWindows(podSpec)) return;
        const field = at.down('securityContext', 'readOnlyRootFilesystem');
        report(advice(field, 'the program may change the files of its image', { change: CHANGE }));
      },
    },
  },
]);

const CHANGE = changeTo({ securityContext: { readOnlyRootFilesystem: true } });
