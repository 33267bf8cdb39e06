import { DEFAULT_MINOR, minorOf } from '../kubernetes/version';
import { type Choice, chooseRules } from './advice/choose-rules';
import { type AppChecks, appChecks } from './app-checks';
import { checkObject } from './check-object';
import { definitionsFor } from './custom-resources/definitions-for';
import type { Diagnostic, ObjectReference } from './diagnostic';
import type { Finding } from './finding';
import type { Plans } from './plan';
import type { Rule } from './rule';
import { type Found, isRefused, referenceOf, toDiagnostics } from './to-diagnostics';
import type { ValidateOptions } from './validate-options';

/** What whoever runs a validation decides beside its user. */
export interface Supervision {
  /**
   * How many findings of one piece of advice are told one by one; the others become one that counts them. Default: all.
   */
  readonly adviceLimit?: number | undefined;
  /** Which objects are reported on, by their numbers; the others are only what these refer to. Default: all. */
  readonly isReported?: ((index: number) => boolean) | undefined;
  /** Whether somebody has waived a finding, with a reason. Default: nobody has. */
  readonly isWaived?: ((rule: Rule, index: number, path: Diagnostic['path']) => boolean) | undefined;
}

/** What is left out of one piece of advice. */
interface Surplus {
  readonly diagnostic: Diagnostic;
  count: number;
}

/** A validation of objects that come a few at a time; those that came before need not be kept. */
export class Validation {
  private readonly minor: number;
  private readonly choice: Choice;
  private readonly app: AppChecks;
  private readonly plans: Plans;
  private readonly references: ObjectReference[] = [];
  private readonly refused = new Set<number>();
  private readonly told = new Map<string, number>();
  private readonly leftOut = new Map<string, Surplus>();

  /**
   * @throws KubeVersionError when the version is not known.
   * @throws AdviceError when a profile or a rule is not known.
   */
  constructor(private readonly options: ValidateOptions & Supervision = {}) {
    this.minor = options.kubeVersion === undefined ? DEFAULT_MINOR : minorOf(options.kubeVersion);
    this.choice = chooseRules(options);
    this.app = appChecks(this.choice.visitsApp(options.oneApp === true, this.minor));
    this.plans = this.choice.plansFor(this.minor);
  }

  /** Looks at some more objects by themselves; their numbers go on from those before. What nobody is told is left out. */
  check(objects: readonly unknown[]): Found[][] {
    const { minor, app, plans, options, references } = this;
    const definitions = definitionsFor(objects, options.customResourceDefinitions, minor);
    return objects.map((object) => {
      const index = references.length;
      const reference = referenceOf(object, index);
      references.push(reference);
      const found = checkObject(object, index, { minor, definitions, app, plans });
      if (isRefused(found)) this.refused.add(index);
      // What nobody will be told is forgotten at once: among thousands of objects that is nearly all of it.
      return found.length === 0 ? found : found.filter(([rule, finding]) => this.admits(rule, finding, reference));
    });
  }

  /** What is found once all objects are seen, by comparing them with each other. */
  compare(): [index: number, rule: Rule, finding: Finding][] {
    const found: [number, Rule, Finding][] = [];
    this.app.end((index, rule, finding) => {
      const reference = this.references[index];
      if (isRefused([[rule, finding]])) this.refused.add(index);
      if (reference && this.admits(rule, finding, reference)) found.push([index, rule, finding]);
    });
    return found;
  }

  /**
   * What was found in some objects, as reports show it.
   *
   * @param first The number of the first of these objects. Default: 0.
   */
  diagnostics(found: readonly (readonly Found[])[], objects: readonly unknown[], first = 0): Diagnostic[] {
    return found.flatMap((list, position) => {
      const index = first + position;
      const reference = this.references[index];
      if (list.length === 0 || !reference) return [];
      const admitted = list.filter(([, { reason }]) => reason !== 'Advice' || !this.refused.has(index));
      return toDiagnostics(admitted, reference, objects[position], this.choice, (other) => this.references[other]);
    });
  }

  /** What the limit has left out, one finding for each piece of advice. */
  surplus(): Diagnostic[] {
    return [...this.leftOut.values()].map(({ diagnostic, count }) => ({
      ...diagnostic,
      message: `${count} more like this`,
      count,
    }));
  }

  /** An object that the server refuses gets no advice, and nobody hears what was waived or was said often enough. */
  private admits(rule: Rule, finding: Finding, object: ObjectReference): boolean {
    const grade = this.choice.gradeOf(rule);
    if (grade === 'off') return false;
    const { adviceLimit, isReported, isWaived } = this.options;
    if (isReported?.(object.index) === false) return false;
    if (finding.reason === 'Advice' && this.refused.has(object.index)) return false;
    if (isWaived?.(rule, object.index, (finding.place ?? finding.field).segments())) return false;
    if (adviceLimit === undefined || finding.reason !== 'Advice' || grade === 'error') return true;
    const told = this.told.get(rule.id) ?? 0;
    this.told.set(rule.id, told + 1);
    if (told < adviceLimit) return true;
    const surplus = this.leftOut.get(rule.id);
    if (surplus) surplus.count += 1;
    else {
      const diagnostic = {
        rule: rule.id,
        severity: grade,
        reason: finding.reason,
        object,
        field: '',
        path: [],
      } as const;
      this.leftOut.set(rule.id, { diagnostic: { ...diagnostic, message: '' }, count: 1 });
    }
    return false;
  }
}
