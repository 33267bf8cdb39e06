import type { IConstruct } from 'constructs';
import { ConstructError } from './construct-error';
import { recordCreationSite } from './creation-site';

/** Where a construct keeps its waivers: a registered symbol, so that all copies of this library share it. */
const WAIVERS = Symbol.for('podwright.waivers');

type Waived = { [WAIVERS]?: Waiver[] };

/** Advice that somebody does not want to follow, and why; it knows where it was written. */
export class Waiver {
  constructor(
    readonly rule: string,
    readonly reason: string,
  ) {
    recordCreationSite(this);
  }
}

/**
 * Waives advice about a construct and everything in it: `waive(chart, 'require-readiness-probe', 'a demo without traffic')`.
 *
 * Nothing of it reaches the manifests. A waiver that nothing comes under is a finding itself.
 *
 * @param construct A construct of ours or any other, a chart, or the app.
 * @param rule The id of the rule, as findings name it in brackets.
 * @param reason Why it does not hold here, in words that the next reader learns from.
 * @throws ConstructError `WAIVER_WITHOUT_REASON` when the reason is empty.
 */
export function waive<C extends IConstruct>(construct: C, rule: string, reason: string): C {
  if (reason.trim() === '')
    throw new ConstructError('WAIVER_WITHOUT_REASON', construct.node.path, `say why ${rule} does not hold here`);
  const waived = construct as Waived;
  const waiver = new Waiver(rule, reason);
  if (waived[WAIVERS]) waived[WAIVERS].push(waiver);
  else Object.defineProperty(waived, WAIVERS, { value: [waiver] });
  return construct;
}

/** The waivers of a construct itself, not of those around it. */
export function waiversOn(construct: IConstruct): readonly Waiver[] {
  return (construct as Waived)[WAIVERS] ?? [];
}
