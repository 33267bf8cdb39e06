import { suggest } from '../../kubernetes/suggest';
import { minorOf } from '../../kubernetes/version';
import type { Diagnostic } from '../diagnostic';
import type { Rule } from '../rule';
import { waiverRules } from '../rules/app/waivers';
import { findRule, ruleIds } from '../rules/catalogue';
import type { Choice } from './choose-rules';

/** Advice that somebody does not want to follow, and why. */
export interface AdviceWaiver {
  readonly rule: string;
  readonly reason: string;
}

/** What is wrong with a waiver, for a diagnostic at its place. */
export type WaiverProblem = Pick<Diagnostic, 'rule' | 'severity' | 'reason' | 'field' | 'path' | 'message' | 'fix'>;

const [validWaiver, noUnusedWaiver] = waiverRules;

/** The waivers of an app or of some files: they remember whether they were of use. */
export class Waivers<W extends AdviceWaiver> {
  private readonly byRule = new Map<string, W[]>();
  private readonly used = new Set<W>();

  /** @param covers Whether a waiver speaks of a place in the object of a number. */
  constructor(private readonly covers: (waiver: W, index: number, path: Diagnostic['path']) => boolean) {}

  add(waiver: W): void {
    const list = this.byRule.get(waiver.rule);
    if (list) list.push(waiver);
    else this.byRule.set(waiver.rule, [waiver]);
  }

  /** Whether a finding is waived; what the API server refuses cannot be. */
  readonly isWaived = (rule: Rule, index: number, path: Diagnostic['path']): boolean => {
    const list = this.byRule.get(rule.id);
    if (list === undefined || faultOf(rule) !== undefined) return false;
    let isWaived = false;
    for (const waiver of list) {
      if (waiver.reason === '' || !this.covers(waiver, index, path)) continue;
      this.used.add(waiver);
      isWaived = true;
    }
    return isWaived;
  };

  /**
   * What is wrong with the waivers, once everything was looked at; one whose rule is at work in none of the versions may
   * be unused.
   */
  *problems(
    { isAtWork, gradeOf }: Choice,
    kubeVersions: readonly string[],
  ): Generator<[waiver: W, problem: WaiverProblem]> {
    const grade = gradeOf(noUnusedWaiver);
    const isUsable = (rule: Rule) => kubeVersions.some((version) => isAtWork(rule, minorOf(version)));
    for (const waiver of [...this.byRule.values()].flat()) {
      const rule = findRule(waiver.rule);
      const fault = rule ? faultOf(rule) : unknown(waiver.rule);
      if (fault) yield [waiver, problem(validWaiver, `${fault.message}`, fault.fix)];
      else if (waiver.reason === '') yield [waiver, problem(validWaiver, `gives no reason for waiving ${waiver.rule}`)];
      else if (rule && grade !== 'off' && !this.used.has(waiver) && isUsable(rule)) {
        const message = `nothing here comes under ${waiver.rule} (${waiver.reason})`;
        yield [waiver, { ...problem(noUnusedWaiver, message), severity: grade }];
      }
    }
  }
}

function problem(rule: Rule, message: string, fix: string = rule.fix): WaiverProblem {
  return {
    rule: rule.id,
    severity: rule.severity ?? 'error',
    reason: 'FieldValueInvalid',
    field: '',
    path: [],
    message,
    fix,
  };
}

interface Fault {
  readonly message: string;
  readonly fix: string;
}

function faultOf({ id, severity = 'error', fix }: Rule): Fault | undefined {
  if (severity !== 'error') return undefined;
  return { message: `${id} is what the API server refuses, which cannot be waived`, fix };
}

function unknown(id: string): Fault {
  if (id === '') return { message: 'names no rule', fix: 'Write `# podwright-waive RULE: the reason`.' };
  const meant = suggest(id, ruleIds());
  return { message: `there is no rule ${id} to waive`, fix: meant ? `Did you mean ${meant}?` : validWaiver.fix };
}
