/** Why a matcher cannot answer at all. */
export type TestingErrorCode =
  /** What was given to `expect` holds no Kubernetes objects. */
  | 'ERR_NO_MANIFESTS'
  /** It holds several objects of which one is meant, or none that the matcher speaks of. */
  | 'ERR_OBJECT'
  /** There is no rule of that id. */
  | 'ERR_RULE'
  /** A file of manifests cannot be read. */
  | 'ERR_MANIFEST_FILE';

/** An assertion that makes no sense, which therefore neither holds nor fails: it throws, also with `.not`. */
export class TestingError extends Error {
  override readonly name = 'TestingError';

  constructor(
    readonly code: TestingErrorCode,
    message: string,
  ) {
    super(message);
  }
}
