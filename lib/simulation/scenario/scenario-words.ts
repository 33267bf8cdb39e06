import { suggest } from '../../kubernetes/suggest';
import { parseDuration } from './parse-duration';
import { PRESETS } from './presets';
import type { Scenario, Span } from './scenario';
import { ScenarioError } from './scenario-error';

/** A word of the scenario language, `slow-start=40s`. */
export interface ScenarioWord {
  /** The form of its value; none for a word that has no value. */
  readonly value?: string;
  /** The value that is meant when none is given. */
  readonly default?: string;
  readonly summary: string;
  /** @throws ScenarioError when the text is no value of this word. */
  readonly read: (text: string) => Scenario;
}

/** The words by name. Durations are Go's, `1m30s`, or numbers of seconds. */
export const SCENARIO_WORDS: Readonly<Record<string, ScenarioWord>> = {
  'slow-start': {
    value: 'DURATION',
    default: '40s',
    summary: 'the process answers nothing until this age',
    read: (text) => ({ slowStart: parseDuration(text) }),
  },
  hang: {
    value: 'TIME',
    default: '1m',
    summary: 'at this time the process of the first pod stops answering; a new one is well',
    read: (text) => ({ hang: parseDuration(text) }),
  },
  kill: {
    value: 'TIME',
    default: '1m',
    summary: 'at this time the process is killed; a new one is well',
    read: (text) => ({ kill: parseDuration(text) }),
  },
  exit: {
    value: 'CODE[@AGE]',
    default: '1@0s',
    summary: 'the process exits with this code, in each of its lives',
    read(text) {
      const [code = '', after = '0'] = text.split('@');
      return { exit: { code: wholeNumber(code, 255), after: parseDuration(after) } };
    },
  },
  leak: {
    value: 'AGE',
    default: '20m',
    summary: 'the process is killed for its memory (137) at this age, in each of its lives',
    read: (text) => ({ leak: parseDuration(text) }),
  },
  'dependency-down': {
    value: 'TIME..TIME',
    default: '1m..2m',
    summary: 'what the process depends on is away; readiness fails, and all that asks the same',
    read: (text) => ({ dependencyDown: span(text) }),
  },
  'slow-answers': {
    value: 'SECONDS[@TIME..TIME]',
    default: '3s@1m..2m',
    summary: 'every answer takes so long, as under load',
    read(text) {
      const [seconds = '', times] = text.split('@');
      return { slowAnswers: { seconds: parseDuration(seconds), ...(times !== undefined && span(times)) } };
    },
  },
  'slow-stop': {
    value: 'DURATION',
    default: '20s',
    summary: 'the process ends so long after SIGTERM',
    read: (text) => ({ slowStop: parseDuration(text) }),
  },
  'ignore-sigterm': { summary: 'SIGTERM has no effect', read: () => ({ ignoresSigterm: true }) },
  'failing-probe': {
    value: 'PROBE[@AGE]',
    default: 'liveness@0s',
    summary: 'the startup, liveness or readiness probe fails from this age on, although all is well',
    read(text) {
      const [probe, after = '0'] = text.split('@');
      if (probe !== 'startup' && probe !== 'liveness' && probe !== 'readiness') {
        throw new ScenarioError(`'${probe}' is no probe; give startup, liveness or readiness.`);
      }
      return { failingProbes: [{ probe, after: parseDuration(after) }] };
    },
  },
  pull: {
    value: 'DURATION',
    default: '20s',
    summary: 'the node pulls each image for so long',
    read: (text) => ({ pull: parseDuration(text) }),
  },
  drain: stepWord('drain', 'the node of the first pod is drained'),
  cordon: stepWord('cordon', 'the node of the first pod takes no more pods'),
  'lose-node': stepWord('lose-node', 'the node of the first pod falls silent'),
  'delete-pod': stepWord('delete-pod', 'the first pod is deleted'),
  rollout: stepWord('rollout', 'another image tag is rolled out'),
  'bad-rollout': stepWord('bad-rollout', 'an image tag is rolled out whose containers exit at once'),
  undo: { ...stepWord('undo', 'the rollout is undone'), default: '3m' },
  scale: {
    value: 'REPLICAS[@TIME]',
    default: '5@1m',
    summary: 'the number of replicas is changed',
    read(text) {
      const [replicas = '', at = '1m'] = text.split('@');
      return { steps: [{ step: 'scale', replicas: wholeNumber(replicas, 5000), at: parseDuration(at) }] };
    },
  },
};

/**
 * The scenario that a word or the name of a preset stands for: `hang=5m`, `drain`, `failing-liveness`.
 *
 * @throws ScenarioError when there is no such word, or its value has another form.
 */
export function parseScenario(text: string): Scenario {
  const [name = '', ...rest] = text.split('=');
  const value = rest.length > 0 ? rest.join('=') : undefined;
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
  const word = Object.hasOwn(SCENARIO_WORDS, name) ? SCENARIO_WORDS[name] : undefined;
  if (!preset && !word) {
    const meant = suggest(name, [...Object.keys(SCENARIO_WORDS), ...Object.keys(PRESETS)]);
    throw new ScenarioError(`there is no scenario '${name}'${meant ? `; did you mean ${meant}?` : '.'}`);
  }
  if (value !== undefined && (preset || !word?.value)) throw new ScenarioError(`${name} takes no value.`);
  if (preset) return preset.scenario;
  try {
    return (word as ScenarioWord).read(value ?? word?.default ?? '');
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(
      `${text}: ${error.message} Its form is ${name}=${word?.value}, as in ${name}=${word?.default}.`,
    );
  }
}

function stepWord(
  step: 'drain' | 'cordon' | 'lose-node' | 'delete-pod' | 'rollout' | 'bad-rollout' | 'undo',
  summary: string,
): ScenarioWord {
  return { value: 'TIME', default: '1m', summary, read: (text) => ({ steps: [{ step, at: parseDuration(text) }] }) };
}

function span(text: string): Span {
  const [from = '', to, ...more] = text.split('..');
  if (to === undefined || more.length > 0) throw new ScenarioError(`'${text}' is not from one time to another.`);
  const times = { from: parseDuration(from), to: parseDuration(to) };
  if (times.to <= times.from) throw new ScenarioError(`'${text}' ends before it begins.`);
  return times;
}

function wholeNumber(text: string, largest: number): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) > largest) {
    throw new ScenarioError(`'${text}' is not a whole number up to ${largest}.`);
  }
  return Number(text);
}
