import { type Arrangement, printProgram, type SourceModule, type Writing } from '../code/print-program';
import { construction, FORMS } from '../constructs/forms';
import { MigrationError } from '../migration-error';
import { titleOf } from '../plain-object';
import type { Member, PlannedChart } from '../plan/plan-chart';
import { Attempts } from './attempts';
import { constructPath, type Library, runProgram } from './run-program';
import type { TypeChecker, TypeProblem } from './type-checker';

/** A program of which it is shown that it makes the objects it was written for. */
export interface ProvenProgram {
  readonly modules: readonly SourceModule[];
  /** How each object came to be written. */
  readonly attempts: ReadonlyMap<Member, Attempts>;
}

/** What a proof needs. */
export interface ProofTools {
  readonly library: Library;
  readonly typedClass: Writing['typedClass'];
  /** Absent where no TypeScript is installed: then types are not checked. */
  readonly checker: TypeChecker | undefined;
}

/**
 * Writes the program for these charts, runs it, compares what it makes with the objects and has its types checked; what
 * does not hold is written in the next form, until all of it holds.
 *
 * @throws MigrationError `ERR_MIGRATION` when an object cannot be written in any form
 */
export function prove(charts: readonly PlannedChart[], arrangement: Arrangement, tools: ProofTools): ProvenProgram {
  const attempts = new Map<Member, Attempts>();
  for (const { members, namespace } of charts) {
    for (const member of members) attempts.set(member, new Attempts(member.object, formsOf(member, namespace, tools)));
  }
  const choiceOf = (member: Member) => attemptsOf(member, attempts).choice;
  const print = (some: readonly PlannedChart[]) =>
    printProgram(some, arrangement, { choiceOf, typedClass: tools.typedClass });
  let unchecked: ReadonlySet<Member> = new Set(attempts.keys());
  for (;;) {
    const modules = print(charts);
    if (!equals(charts, modules, attempts, tools)) continue;
    if (!tools.checker || unchecked.size === 0) return { modules, attempts };
    // A statement is right or wrong whatever stands beside it, so only those that have changed are checked again.
    const changed =
      unchecked.size === attempts.size ? modules : print(charts.flatMap((chart) => only(chart, unchecked)));
    unchecked = refuse(tools.checker.check(changed), changed, attempts);
  }
}

/** The chart with these members, and the workloads that they refer to. */
function only(chart: PlannedChart, members: ReadonlySet<Member>): PlannedChart[] {
  const wanted = chart.members.filter((member) => members.has(member));
  const needed = new Set(wanted.flatMap((member) => [member, ...(member.workload ? [member.workload] : [])]));
  return needed.size === 0 ? [] : [{ ...chart, members: chart.members.filter((member) => needed.has(member)) }];
}

function formsOf({ object, id, workload }: Member, namespace: string | undefined, { typedClass }: ProofTools) {
  const surroundings = { id, namespace, workload: workload?.constant, typedClass };
  return FORMS.filter((form) => construction(object, form, surroundings) !== undefined);
}

/** Whether all objects are as wanted. */
function equals(
  charts: readonly PlannedChart[],
  modules: readonly SourceModule[],
  attempts: ReadonlyMap<Member, Attempts>,
  { library }: ProofTools,
): boolean {
  const made = runProgram(modules, library);
  let all = true;
  for (const chart of charts) {
    for (const member of chart.members) {
      const own = attemptsOf(member, attempts);
      if (own.judge(made.get(constructPath(chart.id, member.id)))) continue;
      all = false;
      requireMore(member, own);
    }
  }
  return all;
}

/** Gives up the forms that the compiler refuses, and tells whose. */
function refuse(
  problems: readonly TypeProblem[],
  modules: readonly SourceModule[],
  attempts: ReadonlyMap<Member, Attempts>,
): Set<Member> {
  const refused = new Set<Member>();
  for (const { module, start, message } of problems) {
    const { statements = [] } = modules.find(({ name }) => name === module) ?? {};
    const statement = statements.find((one) => one.start <= start && start < one.end);
    if (!statement) throw new MigrationError('ERR_MIGRATION', `the code that was written does not compile: ${message}`);
    refused.add(statement.member);
  }
  for (const member of refused) {
    const own = attemptsOf(member, attempts);
    own.refuse();
    requireMore(member, own);
  }
  return refused;
}

function requireMore({ object }: Member, attempts: Attempts): void {
  if (attempts.isExhausted)
    throw new MigrationError(
      'ERR_MIGRATION',
      `${titleOf(object)} cannot be written as TypeScript that makes the same object.`,
    );
}

function attemptsOf(member: Member, attempts: ReadonlyMap<Member, Attempts>): Attempts {
  const own = attempts.get(member);
  if (!own) throw new Error(`${member.id} has no attempts`);
  return own;
}
