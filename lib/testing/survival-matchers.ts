import { outcomeText, timelineText } from '../picture/timeline-text';
import { type Outcome, outcomeOf } from '../simulation/scenario/outcome';
import { formatDuration } from '../simulation/scenario/parse-duration';
import type { Scenario, Span } from '../simulation/scenario/scenario';
import { type SimulateOptions, simulate } from '../simulation/scenario/simulate';
import type { Timeline } from '../simulation/scenario/timeline';
import { manifestsIn } from './manifests';
import { type MatcherResult, matcherResult } from './matcher';
import { workloadIn } from './workloads';

/**
 * Whether a workload survives a scenario: it serves in the end, and no probe had a container restarted that did not hang.
 *
 * @param received The workload, or what holds no other: a Chart, an App, a list.
 * @throws ScenarioError when it cannot be simulated.
 * @throws TestingError `ERR_OBJECT` when it is not clear which workload is meant.
 */
export function toSurvive(received: unknown, scenario: Scenario, options?: SimulateOptions): MatcherResult {
  const timeline = simulated(received, scenario, options);
  const outcome = outcomeOf(timeline);
  const pass = outcome.servesAtEnd && outcome.needlessKills.length === 0;
  return outcomeResult(timeline, `to survive: ${outcomeText(outcome)}`, pass);
}

/**
 * Whether all pods of a workload serve again so many seconds after any of them stopped, and so many after their creation.
 *
 * @param received The workload, or what holds no other: a Chart, an App, a list.
 * @throws ScenarioError when it cannot be simulated.
 * @throws TestingError `ERR_OBJECT` when it is not clear which workload is meant.
 */
export function toRecoverWithin(
  received: unknown,
  seconds: number,
  scenario: Scenario,
  options?: SimulateOptions,
): MatcherResult {
  const timeline = simulated(received, scenario, options);
  const outcome = outcomeOf(timeline);
  const longest = longestOutage(outcome, timeline.duration);
  const pass = outcome.servesAtEnd && longest.to - longest.from <= seconds;
  const found = `it did not serve from ${formatDuration(longest.from)} to ${formatDuration(longest.to)}`;
  return outcomeResult(timeline, `to recover within ${formatDuration(seconds)}: ${found}`, pass);
}

/** The time to the first moment at which all serve is an outage like the others. */
function longestOutage({ firstServing, outages }: Outcome, duration: number): Span {
  const all = [{ from: 0, to: firstServing ?? duration }, ...outages];
  return all.reduce((longest, outage) => (outage.to - outage.from > longest.to - longest.from ? outage : longest));
}

/** What else is in the chart, such as a PodDisruptionBudget, is there beside the workload. */
function simulated(received: unknown, scenario: Scenario, options: SimulateOptions = {}): Timeline {
  const manifests = manifestsIn(received);
  const workload = workloadIn(manifests);
  const beside = manifests.objects.map(({ json }) => json).filter((json) => json !== workload);
  return simulate(workload, scenario, { beside, ...options });
}

function outcomeResult(timeline: Timeline, expectation: string, pass: boolean): MatcherResult {
  const { kind, name } = timeline.object;
  return matcherResult(pass, `${kind}/${name}`, expectation, () => timelineText(timeline));
}
