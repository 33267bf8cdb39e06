import type { Container, Probe } from '../../imports/k8s';
import type { Scenario } from '../simulation/scenario/scenario';
import type { SimulateOptions } from '../simulation/scenario/simulate';
import type { ValidateOptions } from '../validation/validate-options';
import type { ObjectReference } from './object-reference';
import type { PartOf } from './part-of';
import type { ValidityOptions } from './to-be-valid';
import type { ProbeName, ProbeOptions } from './to-have-probe';
import type { ManifestFileOptions } from './to-match-manifest-file';

/** A part of any object. */
export type ManifestPart = Readonly<Record<string, unknown>>;

/**
 * What `expect(...)` offers for Apps, Charts, constructs and Kubernetes objects.
 *
 * @typeParam R What a matcher returns: nothing, or a promise after `resolves` and `rejects`.
 */
export interface ManifestMatchers<R> {
  /** The API server of every version that is asked for accepts all objects. */
  toBeValid(options?: ValidityOptions): R;
  /** Validation finds a rule broken, at a field where one is given. */
  toHaveFinding(rule: string, field?: string | RegExp, options?: ValidateOptions): R;
  /** There is an object of a kind, a name, or both. */
  toContainObject(reference: ObjectReference): R;
  /** The pods of a workload have a container of a name, with what a part of one says. */
  toHaveContainer(name: string, part?: PartOf<Container>): R;
  /** A container of a workload has a probe, with what a part of one says. */
  toHaveProbe(probe: ProbeName, part?: PartOf<Probe>, options?: ProbeOptions): R;
  /** The workload asks for so many pods. */
  toHaveReplicas(replicas: number): R;
  /** An object has, as it is written, all that a part of one says. */
  toMatchManifest(parts: ManifestPart | readonly ManifestPart[]): R;
  /** A committed file of YAML, relative to the test, holds the same objects; `-u` writes it anew. */
  toMatchManifestFile(path: string, options?: ManifestFileOptions): R;
  /** The workload serves in the end, and no probe had a container restarted that did not hang. */
  toSurvive(scenario: Scenario, options?: SimulateOptions): R;
  /** All pods of the workload serve again so many seconds after any of them stopped. */
  toRecoverWithin(seconds: number, scenario: Scenario, options?: SimulateOptions): R;
}
