import { reportTextOf } from '../report/text';
import type { Diagnostic } from '../validation/diagnostic';

/** What test runners take for the first line of a stack, and with it all that follows. */
const LIKE_A_STACK = /^(\s+)at (?=.*:\d+:\d+$)/gm;

/** Findings, by the Kubernetes version that was validated for, as the message of a matcher shows them. */
export function findingsText(diagnostics: ReadonlyMap<string, readonly Diagnostic[]>): string {
  const text = reportTextOf({ diagnostics, texts: () => undefined, colour: false });
  return text.trimEnd().replaceAll(LIKE_A_STACK, '$1created at ');
}
