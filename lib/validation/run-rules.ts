import type { Finding } from './finding';
import type { ObjectContext } from './nodes';
import { type Plan, planFor } from './plan';
import { podTemplateScope } from './pod-template-scope';
import type { Rule } from './rule';
import { catalogue } from './rules/catalogue';
import { saidByServer } from './stage';
import { type Collector, walk } from './walk';

const plans = new Map<number, Plan>();

/** Shows an object, decoded and defaulted, to every rule that holds in its minor; what the server would say comes back. */
export function runRules(context: ObjectContext): [Rule, Finding][] {
  return saidByServer(collect(context, planOf(context.minor), podTemplateScope(context)));
}

/** Shows an object to the rules of a plan. */
export function collect(
  context: ObjectContext,
  plan: Plan,
  scope: ReturnType<typeof podTemplateScope>,
): [Rule, Finding][] {
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
  walk(context, plan, collector, scope);
  return found;
}

function planOf(minor: number): Plan {
  const known = plans.get(minor);
  if (known) return known;
  const plan = planFor(catalogue, minor);
  plans.set(minor, plan);
  return plan;
}
