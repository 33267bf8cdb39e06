import type { Scheduled } from '../../event-queue';
import type { PodPhase } from '../../pod-status';
import type { PodRuntime, RuntimeContext } from './pod-runtime';
import type { PodScript, ScriptedExit } from './pod-script';

const DEFAULT_TERM_SECONDS = 1;
/** Seconds between the end of a container and its next start: at once, then a back-off that doubles. */
const FIRST_RESTART_SECONDS = 1;
const FIRST_BACK_OFF_SECONDS = 10;
const LONGEST_BACK_OFF_SECONDS = 300;

/** Runs a pod as its script says, like a kubelet whose containers need no probes. */
export function createScriptedPod(context: RuntimeContext, script: PodScript): PodRuntime {
  const { queue, pod } = context;
  const pending: Scheduled[] = [];
  let phase: PodPhase = 'Pending';
  let ready = false;
  let restartCount = 0;
  let exitCode: number | undefined;

  const after = (seconds: number, action: () => void) => pending.push(queue.after(seconds, action));
  const cancelAll = () => {
    for (const scheduled of pending.splice(0)) queue.cancel(scheduled);
  };
  const report = () => context.report({ phase, ready, restartCount, exitCode });
  const setReady = (value: boolean) => {
    if (ready === value) return;
    ready = value;
    report();
  };

  const live = () => {
    if (!script.neverReady) after(script.readyAfter ?? 0, () => setReady(true));
    for (const { from, to } of script.unready ?? []) {
      after(from, () => setReady(false));
      after(to, () => setReady(true));
    }
    const exit = exitOf(script, restartCount);
    if (exit) after(exit.at, () => end(exit.code));
  };
  const end = (code: number) => {
    cancelAll();
    exitCode = code;
    ready = false;
    const policy = pod.spec.restartPolicy ?? 'Always';
    if (policy === 'Never' || (policy === 'OnFailure' && code === 0)) {
      phase = code === 0 ? 'Succeeded' : 'Failed';
      report();
      return;
    }
    report();
    after(restartDelay(restartCount), () => {
      restartCount += 1;
      report();
      live();
    });
  };

  return {
    start() {
      after(script.startAfter ?? 0, () => {
        phase = 'Running';
        report();
        live();
      });
    },
    stop(gracePeriodSeconds) {
      cancelAll();
      after(Math.min(script.term ?? DEFAULT_TERM_SECONDS, gracePeriodSeconds), () => {
        ready = false;
        phase = pod.owner?.kind === 'Job' ? 'Failed' : 'Succeeded';
        report();
        context.ended();
      });
    },
    kill: cancelAll,
  };
}

/** How the life after so many restarts ends by itself, if it does. */
function exitOf({ exit, exits }: PodScript, restarts: number): ScriptedExit | undefined {
  if (exits) return exits[Math.min(restarts, exits.length - 1)];
  return exit && restarts < (exit.times ?? Number.POSITIVE_INFINITY) ? exit : undefined;
}

function restartDelay(restarts: number): number {
  if (restarts === 0) return FIRST_RESTART_SECONDS;
  return Math.min(FIRST_BACK_OFF_SECONDS * 2 ** (restarts - 1), LONGEST_BACK_OFF_SECONDS);
}
