import { Names } from './code/names';
import type { Arrangement } from './code/print-program';
import type { ObjectSet } from './plan/migrated-object';
import { planChart } from './plan/plan-chart';
import { type ProvenProgram, prove } from './proof/prove';
import type { Library } from './proof/run-program';
import type { TypeChecker } from './proof/type-checker';
import { typedClasses } from './proof/typed-classes';

/** What a migration needs from where it runs. */
export interface MigrationTools {
  /** The library that the program imports. */
  readonly library: Library;
  /** Absent where no TypeScript is installed. */
  readonly checker?: TypeChecker | undefined;
}

/**
 * Writes sets of objects as TypeScript, one chart each, and proves that the program makes the same objects.
 *
 * @param sets Objects that are valid and clean.
 * @throws MigrationError `ERR_MIGRATION` when an object cannot be written
 */
export function migrate(sets: readonly ObjectSet[], arrangement: Arrangement, tools: MigrationTools): ProvenProgram {
  const typedClass = typedClasses(tools.library['podwright/k8s']?.());
  const shared = new Names();
  const charts = sets.map((set) => planChart(set, arrangement === 'program' ? shared : new Names()));
  return prove(charts, arrangement, { library: tools.library, typedClass, checker: tools.checker });
}
