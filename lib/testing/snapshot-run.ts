import type { MatcherContext } from './matcher';

/** What a run of tests does with snapshots: writes none (`--ci`), those that are missing, or all that differ (`-u`). */
export type SnapshotUpdate = 'none' | 'new' | 'all';

/** The counters of snapshots in the summary of a run. */
export type SnapshotCounter = 'added' | 'updated' | 'matched' | 'unmatched';

/**
 * The parts of the SnapshotState of jest-snapshot and of Vitest that matchers of other packages use as well; Vitest keeps
 * its own alike for them.
 */
type SnapshotState = { readonly _updateSnapshot?: SnapshotUpdate } & Partial<Record<SnapshotCounter, number>>;

/** What the run does with snapshots; writes none where nothing says so. */
export function snapshotUpdate({ snapshotState }: MatcherContext): SnapshotUpdate {
  return (snapshotState as SnapshotState | undefined)?._updateSnapshot ?? 'none';
}

/** Counts a snapshot, so that the summary of the run names it. */
export function countSnapshot({ snapshotState }: MatcherContext, counter: SnapshotCounter): void {
  const state = snapshotState as SnapshotState | undefined;
  if (state?.[counter] !== undefined) state[counter] = state[counter] + 1;
}
