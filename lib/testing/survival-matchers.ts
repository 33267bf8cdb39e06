import { outcomeText, timelineText } from '../picture/timeline-text';
import { type Outcome, outcomeOf } from '../simulation/scenario/outcome';
import { formatDuration } from '../simulation/scenario/parse-duration';
import type { Scenario, Span } from '../simulation/scenario/scenario';
import { type SimulateOptions, simulate } from '../simulation/scenario/simulate';
import type { Timeline } from '../simulation/scenario/timeline';

/** What a Jest matcher finds. */
interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/**
 * Whether a workload survives a scenario: it serves in the end, and no probe had a container restarted that did not hang.
 *
 * @param received A construct of a workload, or a plain object.
 * @throws ScenarioError when it cannot be simulated.
 */
export function toSurvive(received: unknown, scenario: Scenario, options?: SimulateOptions): MatcherResult {
  const timeline = simulate(received, scenario, options);
  const outcome = outcomeOf(timeline);
  const pass = outcome.servesAtEnd && outcome.needlessKills.length === 0;
  return { pass, message: () => message(timeline, `to survive: ${outcomeText(outcome)}`, pass) };
}

/**
 * Whether all pods of a workload serve again so many seconds after any of them stopped, and so many after their creation.
 *
 * @param received A construct of a workload, or a plain object.
 * @throws ScenarioError when it cannot be simulated.
 */
export function toRecoverWithin(
  received: unknown,
  seconds: number,
  scenario: Scenario,
  options?: SimulateOptions,
): MatcherResult {
  const timeline = simulate(received, scenario, options);
  const outcome = outcomeOf(timeline);
  const longest = longestOutage(outcome, timeline.duration);
  const pass = outcome.servesAtEnd && longest.to - longest.from <= seconds;
  const found = `it did not serve from ${formatDuration(longest.from)} to ${formatDuration(longest.to)}`;
  return { pass, message: () => message(timeline, `to recover within ${formatDuration(seconds)}: ${found}`, pass) };
}

/** The time to the first moment at which all serve is an outage like the others. */
function longestOutage({ firstServing, outages }: Outcome, duration: number): Span {
  const all = [{ from: 0, to: firstServing ?? duration }, ...outages];
  return all.reduce((longest, outage) => (outage.to - outage.from > longest.to - longest.from ? outage : longest));
}

function message(timeline: Timeline, expectation: string, pass: boolean): string {
  const { kind, name } = timeline.object;
  return `expected ${kind}/${name} ${pass ? 'not ' : ''}${expectation}\n\n${timelineText(timeline)}`;
}
