import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** Who goes first when nodes are full. */
export const priorityClassAdvice = defineAdvice([
  {
    id: 'require-priority-class',
    severity: 'info',
    profiles: [],
    summary: 'A pod names its PriorityClass.',
    why: 'Where all pods have priority 0, none makes room for another when nodes are full, whatever depends on it.',
    fix: 'Write priorityClassName, once the cluster has classes.',
    source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    seeAlso: ['kube-linter priority-class-name', 'Polaris priorityClassNotSet'],
    example: { bad: podWith('restartPolicy: Always'), good: podWith('priorityClassName: important') },
    visit: {
      podSpec({ priorityClassName }, at, report) {
        if (priorityClassName) return;
        report(advice(at.child('priorityClassName'), 'it has the priority of the default class, or 0 without one'));
      },
    },
  },
]);
