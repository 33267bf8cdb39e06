export { KubeVersionError } from './kubernetes/version';
export type { Scenario, ScenarioStep } from './simulation/scenario/scenario';
export { ScenarioError } from './simulation/scenario/scenario-error';
export { type SimulateOptions, simulate } from './simulation/scenario/simulate';
export type { PodTimeline, Timeline } from './simulation/scenario/timeline';
export type { Diagnostic, ObjectReference, SourcePosition } from './validation/diagnostic';
export { validate } from './validation/validate';
export type { ValidateOptions } from './validation/validate-options';
