import type { Manifest } from '../../simulation/controllers/cluster/object-store';
import type { Scenario } from '../../simulation/scenario/scenario';
import { type SimulateOptions, simulate } from '../../simulation/scenario/simulate';
import { simulatedManifest } from '../../simulation/scenario/simulated-manifest';
import { plainObject } from '../../simulation/scenario/simulated-object';
import type { Timeline } from '../../simulation/scenario/timeline';

/** A simulation that can be run again. */
export interface Simulation {
  /** A construct, or a plain object. */
  readonly object: unknown;
  readonly scenario: Scenario;
  readonly options?: SimulateOptions;
}

/** What a page keeps of a simulation: plain data without secrets. */
export interface PageData {
  readonly object: Manifest;
  readonly scenario: Scenario;
  readonly options: SimulateOptions;
}

/** What a page keeps of a simulation; objects beside it that have no part in it are left out. */
export function pageDataOf({ object, scenario, options = {} }: Simulation): PageData {
  const beside = (options.beside ?? [])
    .map(plainObject)
    .filter(({ kind }) => kind === 'PodDisruptionBudget' || kind === 'DaemonSet')
    .map(simulatedManifest);
  return { object: simulatedManifest(plainObject(object)), scenario, options: { ...options, beside } };
}

/** Runs the simulation of a page. */
export function runPageData({ object, scenario, options }: PageData): Timeline {
  return simulate(object, scenario, options);
}
