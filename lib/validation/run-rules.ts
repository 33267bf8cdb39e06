import type { Finding } from './finding';
import type { ObjectContext } from './nodes';
import type { Plan, Plans } from './plan';
import { type PodTemplateScope, podTemplateScope } from './pod-template-scope';
import type { Rule } from './rule';
import { saidByServer } from './stage';
import { isRefused } from './to-diagnostics';
import { type Collector, walk } from './walk';

/**
 * Shows an object, decoded and defaulted, to every rule that holds in its minor; what the server would say comes back,
 * and advice. The object is walked once, but where the server does not look at all of it and advice does.
 */
export function runRules(context: ObjectContext, { all, server, advice }: Plans): [Rule, Finding][] {
  const scope = podTemplateScope(context);
  if (scope === 'all' || !advice) return saidByServer(collect(context, all, scope));
  const found = saidByServer(collect(context, server, scope));
  return isRefused(found) ? found : [...found, ...collect(context, advice, 'all')];
}

function collect(context: ObjectContext, plan: Plan, scope: PodTemplateScope): [Rule, Finding][] {
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
