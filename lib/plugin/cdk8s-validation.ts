/** An object that a rule is broken in, as cdk8s-cli reports it. */
export interface ViolatingResource {
  readonly resourceName: string;
  readonly locations: readonly string[];
  readonly manifestPath: string;
}

/** What is wrong in some objects, as cdk8s-cli reports it. */
export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly ViolatingResource[];
}

/**
 * What cdk8s-cli hands to a validation plugin: the part of its ValidationContext that is used here, so that the types
 * of this package need none of cdk8s-cli.
 */
export interface ValidationContext {
  /** The files of manifests that the app has written. */
  readonly manifests: readonly string[];
  /** Whether the files are temporary, because the manifests go to standard output. */
  readonly stdout?: boolean | undefined;
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}
