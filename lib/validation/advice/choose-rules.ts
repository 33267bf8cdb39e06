import { suggest } from '../../kubernetes/suggest';
import { type AdviceRule, PROFILES, type Profile } from '../advice-rule';
import type { Severity } from '../diagnostic';
import { type Plan, type Plans, planFor } from '../plan';
import type { Rule } from '../rule';
import { catalogue, findRule, ruleIds } from '../rules/catalogue';
import { AdviceError } from './advice-error';

/** How much a rule is to weigh, or that it is not to run. */
export type Grade = Severity | 'off';

const GRADES: readonly Grade[] = ['off', 'info', 'warning', 'error'];

/** Which advice is given, and how much it weighs. */
export interface AdviceSettings {
  /** Where several are given, the advice of each of them. */
  readonly profile?: Profile | readonly Profile[] | undefined;
  /** The grades of single rules by their ids; one that is in no profile is switched on by its grade. */
  readonly rules?: Readonly<Record<string, Grade>> | undefined;
}

/** The rules that run. */
export interface Choice {
  /** Those that compare objects with each other, in a minor. */
  visitsApp(isWholeApp: boolean, minor: number): readonly Rule[];
  /** Those about single objects in a minor. */
  plansFor(minor: number): Plans;
  readonly gradeOf: (rule: Rule) => Grade;
  /** Whether a rule is looked at in a minor. */
  isAtWork(rule: Rule, minor: number): boolean;
}

const OWN_GRADE = ({ severity = 'error' }: Rule): Grade => severity;
const appRules = catalogue.filter(({ visitApp }) => visitApp !== undefined);
const NO_ADVICE: Choice = {
  visitsApp: (isWholeApp) => (isWholeApp ? appRules : []),
  plansFor: (minor) => {
    const server = serverPlan(minor);
    return { all: server, server, advice: undefined };
  },
  gradeOf: OWN_GRADE,
  isAtWork: (rule, minor) => catalogue.includes(rule) && holds(rule, minor),
};
const choices = new Map<string, Choice>();
const serverPlans = new Map<number, Plan>();

function serverPlan(minor: number): Plan {
  const plan = serverPlans.get(minor) ?? planFor(catalogue, minor);
  serverPlans.set(minor, plan);
  return plan;
}

/**
 * The rules that settings ask for; those of the API server always run.
 *
 * @throws AdviceError for a profile, a rule or a grade that does not exist, and when an error of the server is regraded.
 */
export function chooseRules({ profile = 'none', rules = {} }: AdviceSettings): Choice {
  const profiles = typeof profile === 'string' ? [profile] : profile;
  if (profiles.every((name) => name === 'none') && Object.keys(rules).length === 0) return NO_ADVICE;
  const key = JSON.stringify([profiles, rules]);
  const known = choices.get(key);
  if (known) return known;
  const choice = choose(checkProfiles(profiles), checkRules(rules));
  choices.set(key, choice);
  return choice;
}

function choose(profiles: readonly Profile[], grades: ReadonlyMap<string, Grade>): Choice {
  const { adviceCatalogue } = require('../rules/advice-catalogue') as typeof import('../rules/advice-catalogue');
  const chosen = (adviceCatalogue as readonly AdviceRule[]).filter((rule) => isChosen(rule, profiles, grades));
  const plans = new Map<number, Plans>();
  return {
    visitsApp(isWholeApp, minor) {
      const advice = chosen.filter((rule) => rule.visitApp && (isWholeApp || !rule.wholeApp) && holds(rule, minor));
      return isWholeApp ? [...appRules, ...advice] : advice;
    },
    plansFor(minor) {
      if (chosen.length === 0) return NO_ADVICE.plansFor(minor);
      const known = plans.get(minor);
      if (known) return known;
      const all = planFor([...catalogue, ...chosen], minor);
      const made = { all, server: serverPlan(minor), advice: planFor(chosen, minor) };
      plans.set(minor, made);
      return made;
    },
    gradeOf: grades.size === 0 ? OWN_GRADE : (rule) => grades.get(rule.id) ?? OWN_GRADE(rule),
    isAtWork: (rule, minor) =>
      (chosen.includes(rule as AdviceRule) || catalogue.includes(rule)) &&
      grades.get(rule.id) !== 'off' &&
      holds(rule, minor),
  };
}

function holds({ since = 0, until = Number.POSITIVE_INFINITY }: Rule, minor: number): boolean {
  return minor >= since && minor <= until;
}

function isChosen(rule: AdviceRule, profiles: readonly Profile[], grades: ReadonlyMap<string, Grade>): boolean {
  const grade = grades.get(rule.id);
  if (grade !== undefined) return grade !== 'off';
  return profiles.some((name) => name === 'all' || (rule.profiles as readonly Profile[]).includes(name));
}

function checkProfiles(profiles: readonly string[]): readonly Profile[] {
  for (const name of profiles) {
    if ((PROFILES as readonly string[]).includes(name)) continue;
    const meant = suggest(name, PROFILES);
    const known = meant ? `did you mean ${meant}?` : `give one of ${PROFILES.join(', ')}.`;
    throw new AdviceError('ERR_PROFILE', `there is no profile '${name}'; ${known}`);
  }
  return profiles as readonly Profile[];
}

function checkRules(rules: Readonly<Record<string, string>>): ReadonlyMap<string, Grade> {
  for (const [id, grade] of Object.entries(rules)) {
    const rule = findRule(id);
    if (!rule) throw unknownRule(id);
    if (!(GRADES as readonly string[]).includes(grade))
      throw new AdviceError('ERR_GRADE', `rule ${id} cannot be '${grade}'; give one of ${GRADES.join(', ')}.`);
    if (OWN_GRADE(rule) === 'error' && grade !== 'error')
      throw new AdviceError('ERR_GRADE', `${id} is what the API server refuses; it stays an error.`);
  }
  return new Map(Object.entries(rules) as [string, Grade][]);
}

/** The error for a rule that does not exist, with the one that was probably meant. */
export function unknownRule(id: string): AdviceError {
  const meant = suggest(id, ruleIds());
  return new AdviceError('ERR_RULE', `there is no rule '${id}'${meant ? `; did you mean ${meant}?` : '.'}`);
}
