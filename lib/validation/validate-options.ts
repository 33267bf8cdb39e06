/** What to validate for. */
export interface ValidateOptions {
  /** The Kubernetes version, `1.28` to `1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
  /**
   * Whether the objects are one app that is applied together: then objects that stand twice, and references to
   * objects of the app that do not fit, are findings too. Default: false.
   */
  readonly oneApp?: boolean;
  /**
   * CustomResourceDefinitions that are known beside those among the objects. Give the same list again where many lists
   * of objects are validated: it is read once, and its schemas are compiled once. Default: none.
   */
  readonly customResourceDefinitions?: readonly unknown[];
}
