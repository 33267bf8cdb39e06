import type { LifecycleHandler } from '../../../kubernetes/generated/decoded';
import { deploymentExample } from '../../advice/examples';
import { changeTo } from '../../advice/fragment';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** What a process has between SIGTERM and SIGKILL when the hook has used up the grace period; seconds. */
const SHORTEST_GRACE = 2;
/** What is left to the process in what is proposed; seconds. */
const PROPOSED_REST = 30;

const sleeping = (command: string, grace: number) =>
  deploymentExample(`lifecycle:\n  preStop:\n    exec:\n      command: [${command}]`, {
    pod: `terminationGracePeriodSeconds: ${grace}`,
  });

/** How containers come to an end. */
export const shutdownAdvice = defineAdvice([
  {
    id: 'valid-shutdown-grace',
    severity: 'warning',
    summary: 'A preStop hook leaves some of the grace period to the process.',
    why: 'The hook counts against terminationGracePeriodSeconds: a process that is told to stop after it has no time to finish its requests.',
    fix: 'Raise terminationGracePeriodSeconds to what the hook and the process take together, or sleep for less.',
    source: 'kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go killContainer',
    seeAlso: [],
    profiles: ['recommended'],
    example: { bad: sleeping('sleep, "30"', 30), good: sleeping('sleep, "10"', 40) },
    visit: {
      lifecycleHandler(handler, at, report, { name, podSpec }) {
        const seconds = name === 'preStop' ? sleepOf(handler) : undefined;
        const grace = podSpec.terminationGracePeriodSeconds ?? 30;
        if (!seconds || grace - seconds >= SHORTEST_GRACE) return;
        const detail =
          seconds > grace
            ? `sleeps for ${seconds} s, and is cut off after the ${grace} s of terminationGracePeriodSeconds; the process then has ${SHORTEST_GRACE} s from SIGTERM to SIGKILL`
            : `sleeps for ${seconds} of the ${grace} s of terminationGracePeriodSeconds: the process has ${SHORTEST_GRACE} s from SIGTERM to SIGKILL`;
        const change = changeTo({ terminationGracePeriodSeconds: seconds + PROPOSED_REST });
        report(advice(at, detail, { change }));
      },
    },
  },
]);

/** How long a hook sleeps, where its words say so. */
function sleepOf({ sleep, exec }: LifecycleHandler): number | undefined {
  if (sleep) return sleep.seconds;
  const words = (exec?.command ?? []).join(' ');
  const [, digits] =
    /^(?:(?:\/usr)?(?:\/bin\/)?(?:sh|bash|ash) -c )?(?:\/bin\/)?sleep (\d+)s?$/.exec(words.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
