import type { ErrorObject } from 'ajv';

/** A branch of `anyOf` or `oneOf` that an error lies in. */
interface Branch {
  /** The choice at one place of the object. */
  readonly choice: string;
  readonly index: string;
}

/**
 * The errors that say something of their own: of the branches of a failed choice only those of the one with the
 * fewest errors, the first where several have as few; none where several branches hold. What frames a choice is left
 * out.
 */
export function bestErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = new Map<string, Map<string, number>>();
  for (const error of errors) {
    for (const { choice, index } of branchesOf(error)) {
      const counts = choices.get(choice) ?? new Map<string, number>();
      choices.set(choice, counts.set(index, (counts.get(index) ?? 0) + 1));
    }
  }
  const best = new Map([...choices].map(([choice, counts]) => [choice, fewest(counts)]));
  for (const { keyword, params, instancePath, schemaPath } of errors)
    if (keyword === 'oneOf' && params.passingSchemas) best.delete(choiceAt(instancePath, schemaPath));
  return errors.filter(
    (error) => error.keyword !== 'if' && branchesOf(error).every(({ choice, index }) => best.get(choice) === index),
  );
}

function fewest(counts: ReadonlyMap<string, number>): string | undefined {
  const least = Math.min(...counts.values());
  return [...counts].find(([, count]) => count === least)?.[0];
}

/** Keywords whose next step is a field or item of the value. */
const DOWNWARDS: ReadonlySet<string> = new Set(['properties', 'items', 'additionalProperties']);

/** The branches that an error lies in, outermost first, read from its path in the schema. */
function branchesOf({ schemaPath, instancePath }: ErrorObject): Branch[] {
  const steps = schemaPath.split('/');
  const branches: Branch[] = [];
  let depth = 1;
  for (let at = 1; at < steps.length - 1; at += 1) {
    const keyword = steps[at] ?? '';
    if (DOWNWARDS.has(keyword)) depth += 1;
    if (keyword === 'anyOf' || keyword === 'oneOf') {
      const instance = instancePath.split('/').slice(0, depth).join('/');
      branches.push({ choice: choiceAt(instance, steps.slice(0, at + 1).join('/')), index: steps[at + 1] ?? '' });
    }
    if (keyword === 'properties' || keyword.endsWith('Of')) at += 1;
  }
  return branches;
}

function choiceAt(instancePath: string, schemaPath: string): string {
  return `${instancePath} ${schemaPath}`;
}
