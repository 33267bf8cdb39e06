import { formatDuration } from '../simulation/scenario/parse-duration';
import type { Window } from '../simulation/windows';
import type { ExplainedContainer, ExplainedProbe } from './explained-container';

/** `4s to 6s`. */
export function windowText({ earliest, latest }: Window): string {
  return earliest === latest ? seconds(latest) : `${seconds(earliest)} to ${seconds(latest)}`;
}

/** What the numbers of a probe do, a line each. */
export function probeTexts({ probe, windows }: ExplainedProbe, { probes }: ExplainedContainer): string[] {
  const { firstProbe, failure, hang, success, slowestStart } = windows;
  const first = `first asked ${windowText(firstProbe)} after the start`;
  const isHeldBack = probe !== 'startup' && probes.some((other) => other.probe === 'startup');
  const after = isHeldBack ? 'asked once the startup probe has succeeded' : first;
  const slow = `a start of up to ${seconds(slowestStart.earliest)} survives, one of more than ${seconds(slowestStart.latest)} never ends`;
  switch (probe) {
    case 'startup':
      return [first, slow];
    case 'liveness':
      return [
        after,
        ...(isHeldBack ? [] : [slow]),
        `killed ${windowText(failure)} after it answers wrongly, ${windowText(hang)} after it hangs`,
      ];
    case 'readiness':
      return [
        after,
        `out of its Services ${windowText(failure)} after it answers wrongly, ${windowText(hang)} after it hangs`,
        `back in ${windowText(success)} after it answers well`,
      ];
  }
}

/** How long a hang lasts, or that nothing ends it. */
export function recoveryText({ probes, recovery, role }: ExplainedContainer, gracePeriod: number): string | undefined {
  if (role === 'init container') return undefined;
  if (recovery)
    return `a hang ends in a new start after ${windowText(recovery)}, up to ${seconds(gracePeriod)} of them between SIGTERM and SIGKILL`;
  const unready = probes.some(({ probe }) => probe === 'readiness');
  return `no liveness probe: a container that hangs is never restarted${unready ? ', only left without requests' : ''}`;
}

function seconds(value: number): string {
  return formatDuration(Math.ceil(value * 10) / 10);
}
