import { simulateCluster } from '../../../lib/simulation/controllers/simulate-cluster';
import type { Observation } from '../../../lib/simulation/explore';
import { type Difference, numbered, spreadOf } from './cluster-differences';
import { fitCluster } from './fit-cluster';
import type { RecordedCluster } from './recorded-cluster';
import { exactNames, recordedEvents, statedNames } from './recorded-events';
import { type Replay, replayOf } from './replay-cluster';

/** How many runs the simulator explores for its bounds: more where many orders are possible. */
const EXPLORED = [40, 200];
/** Recordings give times in hundredths of a second. */
const ROUNDING = 0.01;

/** How the simulator compares with the recorded runs of one scenario. */
export interface ClusterComparison {
  /** What differs under the best choices; nothing when the scenario is reproduced. */
  readonly differences: readonly Difference[];
  /** Recorded events that are not within the bounds that the simulator states. */
  readonly outside: readonly Difference[];
  /** How many runs it took to find the choices. */
  readonly tried: number;
}

/** Compares the simulator with a recorded scenario. */
export function compareCluster(recording: RecordedCluster): ClusterComparison {
  const replay = replayOf(recording);
  const inTime = recording.runs.map(({ events }) => events.filter(({ t }) => t <= recording.seconds));
  const runs = inTime.map((events) => recordedEvents(recording, events));
  const exact = runs.map(exactNames);
  const { differences, tried } = fitCluster(replay, exact, spreadOf(exact));

  let outside: Difference[] = [];
  for (const explored of EXPLORED) {
    outside = eventsOutside(replay, runs.map(statedNames), explored);
    if (outside.length === 0) break;
  }
  return { differences, outside, tried };
}

function eventsOutside(
  { objects, scenario, options }: Replay,
  runs: readonly (readonly Observation[])[],
  explored: number,
): Difference[] {
  const { bounds } = simulateCluster(objects, scenario, { ...options, runs: explored });
  const stated = new Map(bounds.map((bound) => [`${bound.name} #${bound.occurrence}`, bound]));
  return runs.flatMap((run, index) =>
    numbered(run).flatMap(({ name, at }): Difference[] => {
      const bound = stated.get(name);
      if (!bound) return [{ at, text: `run ${index}: never simulated: ${name}` }];
      if (at >= bound.earliest - ROUNDING && at <= bound.latest + ROUNDING) return [];
      const range = `${bound.earliest.toFixed(2)} to ${bound.latest.toFixed(2)}`;
      return [{ at, text: `run ${index}: at ${at}, not in ${range}: ${name}` }];
    }),
  );
}
