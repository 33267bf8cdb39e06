/** Why an app could not be synthesized. */
export type SynthesisErrorCode =
  | 'ERR_APP_NOT_FOUND'
  | 'ERR_APP_FAILED'
  | 'ERR_APP_NOT_SYNTHESIZED'
  | 'ERR_CONSTRUCT_VALIDATION'
  | 'ERR_DEPENDENCY_CYCLE'
  | 'ERR_ENVIRONMENT'
  | 'ERR_FILE_NAME'
  | 'ERR_OUTPUT'
  | 'ERR_CONFIG'
  | 'ERR_INVALID_MANIFESTS';

/** The app or its surroundings failed, as opposed to a manifest that is wrong, which is a Diagnostic. */
export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';

  constructor(
    readonly code: SynthesisErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
