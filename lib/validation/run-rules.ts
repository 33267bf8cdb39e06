import type { Kind } from '../kubernetes/kinds';
import type { Finding } from './finding';
import { type Plan, planFor } from './plan';
import type { Rule } from './rule';
import { catalogue } from './rules/catalogue';
import { saidByServer } from './stage';
import { type Collector, walk } from './walk';

const plans = new Map<number, Plan>();

/** Shows an object, decoded and defaulted, to every rule that holds in a minor; what the server would say comes back. */
export function runRules(kind: Kind, object: Readonly<Record<string, unknown>>, minor: number): [Rule, Finding][] {
  const found: [Rule, Finding][] = [];
  const collector: Collector = {
    rule: undefined,
    errors: 0,
    report(finding) {
      const { rule } = collector;
      if (!rule) return;
      if ((rule.severity ?? 'error') === 'error') collector.errors += 1;
      found.push([rule, finding]);
    },
  };
  walk({ kind, minor, object }, planOf(minor), collector);
  return saidByServer(found);
}

function planOf(minor: number): Plan {
  const known = plans.get(minor);
  if (known) return known;
  const plan = planFor(catalogue, minor);
  plans.set(minor, plan);
  return plan;
}
