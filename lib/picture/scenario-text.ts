import { formatDuration } from '../simulation/scenario/parse-duration';
import type { Scenario, ScenarioStep } from '../simulation/scenario/scenario';

/** A scenario in the words of the command line: `slow-start=40s hang=5m`; `healthy` when nothing happens. */
export function scenarioText(scenario: Scenario): string {
  const { pull, slowStart, hang, kill, exit, leak, dependencyDown, slowAnswers, slowStop, ignoresSigterm } = scenario;
  const { failingProbes = [], steps = [] } = scenario;
  const time = (name: string, seconds: number | undefined) =>
    seconds === undefined ? [] : [`${name}=${formatDuration(seconds)}`];
  const words = [
    ...time('pull', pull),
    ...time('slow-start', slowStart),
    ...time('hang', hang),
    ...time('kill', kill),
    ...(exit ? [`exit=${exit.code ?? 1}${age(exit.after)}`] : []),
    ...time('leak', leak),
    ...(dependencyDown ? [`dependency-down=${span(dependencyDown)}`] : []),
    ...(slowAnswers
      ? [
          `slow-answers=${formatDuration(slowAnswers.seconds)}${slowAnswers.to === undefined ? '' : `@${span(slowAnswers)}`}`,
        ]
      : []),
    ...time('slow-stop', slowStop),
    ...(ignoresSigterm ? ['ignore-sigterm'] : []),
    ...failingProbes.map(({ probe, after }) => `failing-probe=${probe}${age(after)}`),
    ...steps.map(stepText),
  ];
  return words.length === 0 ? 'healthy' : words.join(' ');
}

function stepText(step: ScenarioStep): string {
  const at = formatDuration(step.at);
  return step.step === 'scale' ? `scale=${step.replicas}@${at}` : `${step.step}=${at}`;
}

function age(seconds = 0): string {
  return seconds === 0 ? '' : `@${formatDuration(seconds)}`;
}

function span({ from = 0, to = 0 }: { readonly from?: number; readonly to?: number }): string {
  return `${formatDuration(from)}..${formatDuration(to)}`;
}
