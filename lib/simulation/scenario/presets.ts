import type { Scenario } from './scenario';

/** A scenario with a name of its own. */
export interface Preset {
  readonly summary: string;
  readonly scenario: Scenario;
}

/** The scenarios that have names of their own; those that need one word only are the words themselves. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  healthy: { summary: 'nothing happens', scenario: {} },
  'crash-loop': { summary: 'the process exits with 1 as soon as it starts', scenario: { exit: { code: 1 } } },
  'failing-liveness': {
    summary: 'the liveness probe asks for what is not there, of a process that takes a moment to pull and to stop',
    scenario: { pull: 1, slowStop: 2, failingProbes: [{ probe: 'liveness' }] },
  },
  'liveness-exam': {
    summary: 'the liveness probe fails once the process is 30 s old, in each of its lives',
    scenario: { ignoresSigterm: true, failingProbes: [{ probe: 'liveness', after: 30 }] },
  },
  'dependency-outage': {
    summary: 'what the process depends on is away for a minute',
    scenario: { dependencyDown: { from: 60, to: 120 } },
  },
  'under-load': {
    summary: 'every answer takes 3 s for two minutes',
    scenario: { slowAnswers: { seconds: 3, from: 60, to: 180 } },
  },
  'stuck-shutdown': {
    summary: 'the first pod is deleted, and its process ignores SIGTERM',
    scenario: { ignoresSigterm: true, steps: [{ step: 'delete-pod', at: 60 }] },
  },
  'bad-release': {
    summary: 'a version that does not start is rolled out, and undone two minutes later',
    scenario: {
      steps: [
        { step: 'bad-rollout', at: 60 },
        { step: 'undo', at: 180 },
      ],
    },
  },
  maintenance: {
    summary: 'the node of the first pod is cordoned, and drained a minute later',
    scenario: {
      steps: [
        { step: 'cordon', at: 60 },
        { step: 'drain', at: 120 },
      ],
    },
  },
};
