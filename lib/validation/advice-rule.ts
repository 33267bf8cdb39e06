import type { AppVisit, Rule } from './rule';

/**
 * A named choice of advice: `recommended` is what a reviewer would say; `baseline` and `restricted` are the levels of
 * the Pod Security Standards, as the validated Kubernetes version knows them; `all` is the whole catalogue.
 */
export const PROFILES = ['recommended', 'baseline', 'restricted', 'all', 'none'] as const;

/** The name of a choice of advice. */
export type Profile = (typeof PROFILES)[number];

/** The choice of whoever makes none. */
export const DEFAULT_PROFILE: Profile = 'recommended';

/** What a reviewer would say of an object that the API server accepts. */
export interface AdviceRule extends Rule {
  readonly severity: 'warning' | 'info';
  /** The profiles that it is part of, besides `all`. */
  readonly profiles: readonly Exclude<Profile, 'all' | 'none'>[];
  /** The checks of other tools that ask for something like it: `kube-linter latest-tag`. */
  readonly seeAlso: readonly string[];
  /** Whole manifests, one or more documents: on the bad ones the rule finds something, on the good ones nothing. */
  readonly example: { readonly bad: string; readonly good: string };
  /**
   * Begins to look at all objects that are validated together. It may find something because of what another object
   * says; because another object is missing only where the rule is `wholeApp`.
   */
  readonly visitApp?: () => AppVisit;
  /** Whether `visitApp` only runs where the objects are known to be a whole app. Default: false. */
  readonly wholeApp?: boolean;
}

/** A list of advice; exists so that a rule's visits are typed where they are written. */
export function defineAdvice<const R extends readonly AdviceRule[]>(rules: R): R {
  return rules;
}
