/** A scenario that cannot be understood, or an object that cannot be simulated; the message says what is right. */
export class ScenarioError extends Error {
  readonly code = 'ERR_SCENARIO';
}
