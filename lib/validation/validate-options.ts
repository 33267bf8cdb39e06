import type { Grade } from './advice/choose-rules';
import type { Profile } from './advice-rule';

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
  /**
   * Which advice is given about what the API server accepts, beside its errors; of several, the advice of each.
   * Default: `recommended`.
   */
  readonly profile?: Profile | readonly Profile[];
  /**
   * How much single rules weigh, by their ids: `off`, `info`, `warning`, or `error`. A rule that the profile leaves out
   * is switched on by it; what the server refuses stays an error. Default: what each rule says.
   */
  readonly rules?: Readonly<Record<string, Grade>>;
}
