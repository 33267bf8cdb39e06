import { podWithContainer } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** The environment variables of a container among each other. */
export const envVarAdvice = defineAdvice([
  {
    id: 'unique-env-name',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'No two environment variables of a container have the same name.',
    why: 'The last one wins, and kubectl apply, which merges the list by name, may keep the other one.',
    fix: 'Remove the one that you do not mean.',
    source: 'kubernetes pkg/api/pod/warnings.go warningsForPodSpecAndMeta',
    seeAlso: [
      'kube-linter duplicate-env-var',
      'kube-score environment-variable-key-duplication',
      'kosko unique-env-name',
    ],
    example: {
      bad: podWithContainer('env:\n  - name: MODE\n    value: fast\n  - name: MODE\n    value: safe'),
      good: podWithContainer('env:\n  - name: MODE\n    value: safe'),
    },
    visit: {
      container({ env }, at, report) {
        if (env === undefined || env.length < 2) return;
        const last = new Map<string, number>();
        env.forEach(({ name = '', value = '' }, index) => {
          const before = last.get(name);
          last.set(name, index);
          if (before === undefined || value.includes(`$(${name})`)) return; // it builds on the one before
          const field = at.child('env').index(index).child('name');
          report(advice(field, `${name} is set by env[${before}] already, which this one hides`));
        });
      },
    },
  },
]);
