/** What can go wrong while manifests are turned into code; that a manifest is wrong is a Diagnostic. */
export type MigrationErrorCode = 'ERR_KUBECTL' | 'ERR_MIGRATION' | 'ERR_OUTPUT';

/** A migration that cannot be done, as opposed to a manifest that is wrong. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(
    readonly code: MigrationErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
