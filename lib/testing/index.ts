import type { Scenario } from '../simulation/scenario/scenario';
import type { SimulateOptions } from '../simulation/scenario/simulate';
import { toRecoverWithin, toSurvive } from './survival-matchers';

export { toRecoverWithin, toSurvive };

declare global {
  namespace jest {
    interface Matchers<R> {
      /** The workload serves in the end, and no probe had a container restarted that did not hang. */
      toSurvive(scenario: Scenario, options?: SimulateOptions): R;
      /** All pods of the workload serve again so many seconds after any of them stopped. */
      toRecoverWithin(seconds: number, scenario: Scenario, options?: SimulateOptions): R;
    }
  }
}

/** Importing this in a test, or naming it in `setupFilesAfterEnv` of Jest, is enough. */
(globalThis as { expect?: { extend(matchers: object): void } }).expect?.extend({ toSurvive, toRecoverWithin });
