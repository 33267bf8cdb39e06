import type { Finding } from './finding';
import type { AppEntry, AppVisit, Rule } from './rule';

/** The checks of the objects that are validated together against each other. */
export interface AppChecks {
  see(entry: AppEntry): void;
  /** An object of a kind that nobody defined, as it was given. */
  seeUndefined(value: unknown): void;
  end(report: (index: number, rule: Rule, finding: Finding) => void): void;
}

/** Begins to check objects against each other by the rules that do. */
export function appChecks(rules: readonly Rule[]): AppChecks {
  const visits: { readonly rule: Rule; readonly visit: AppVisit }[] = [];
  for (const rule of rules) if (rule.visitApp) visits.push({ rule, visit: rule.visitApp() });
  return {
    see: (entry) => {
      for (const { visit } of visits) visit.see(entry);
    },
    seeUndefined: (value) => {
      for (const { visit } of visits) visit.seeUndefined?.(value);
    },
    end: (report) => {
      for (const { rule, visit } of visits) visit.end((index, finding) => report(index, rule, finding));
    },
  };
}
