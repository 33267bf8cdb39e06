/** What can go wrong while a construct is turned into an object; what the object says is never the reason. */
export type ConstructErrorCode =
  | 'NO_POD_LABELS'
  | 'NOT_PLAIN_DATA'
  | 'PATCH_FAILED'
  | 'PATCH_WITHOUT_EFFECT'
  | 'WAIVER_WITHOUT_REASON';

/** A failure of the program that builds the objects, as opposed to a problem in an object. */
export class ConstructError extends Error {
  override readonly name = 'ConstructError';

  /** @param construct the path of the construct in the app */
  constructor(
    readonly code: ConstructErrorCode,
    readonly construct: string,
    problem: string,
  ) {
    super(`${construct}: ${problem}`);
  }
}
