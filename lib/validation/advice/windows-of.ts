import type { Probe } from '../../kubernetes/generated/decoded';
import { type ProbeWindows, probeWindows } from '../../simulation/windows';

let last: { readonly probe: Probe; readonly windows: ProbeWindows } | undefined;

/** What the numbers of a probe amount to; the rules ask one after the other about the same one. */
export function windowsOf(probe: Probe): ProbeWindows {
  if (last?.probe !== probe) last = { probe, windows: probeWindows(probe) };
  return last.windows;
}
