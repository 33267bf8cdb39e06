/** A wrong use of advice: of its profiles, its rules, their grades, or waivers. */
export class AdviceError extends Error {
  constructor(
    readonly code: 'ERR_PROFILE' | 'ERR_RULE' | 'ERR_GRADE' | 'ERR_WAIVER',
    message: string,
  ) {
    super(message);
  }
}
