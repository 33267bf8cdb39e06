/**
 * The steps in which the API server looks at an object that is created; it stops after the first one that fails.
 *
 * A Service's addresses and node ports are allocated before it is validated, validating admission comes last.
 * Follows k8s.io/apiserver pkg/registry/generic/registry/store.go Store.create.
 */
const STAGES = ['addresses', 'address-families', 'node-ports', 'validation', 'admission'] as const;

/** A step in which the API server looks at an object. */
export type Stage = (typeof STAGES)[number];

interface Staged {
  readonly severity?: 'error' | 'warning' | 'info';
  readonly stage?: Stage;
}

/** What the server would say of all that was found: the errors of the first stage that has any. Advice stays. */
export function saidByServer<Found extends readonly [Staged, unknown]>(found: Found[]): Found[] {
  let first: number = STAGES.length;
  let stages = 0;
  for (const [rule] of found) {
    if (!isError(rule) || stageOf(rule) === first) continue;
    first = Math.min(first, stageOf(rule));
    stages += 1;
  }
  return stages > 1 ? found.filter(([rule]) => !isError(rule) || stageOf(rule) === first) : found;
}

function isError({ severity = 'error' }: Staged): boolean {
  return severity === 'error';
}

function stageOf({ stage = 'validation' }: Staged): number {
  return STAGES.indexOf(stage);
}
