import { writeFileSync } from 'node:fs';
import { pageScript } from '../../picture/page/page-script-file';
import { timelineHtml } from '../../picture/timeline-html';
import { timelineSvg } from '../../picture/timeline-svg';
import { timelineText } from '../../picture/timeline-text';
import { reportText } from '../../report/text';
import { outcomeOf } from '../../simulation/scenario/outcome';
import { parseDuration } from '../../simulation/scenario/parse-duration';
import { PRESETS } from '../../simulation/scenario/presets';
import { combine, type Scenario } from '../../simulation/scenario/scenario';
import { parseScenario, SCENARIO_WORDS } from '../../simulation/scenario/scenario-words';
import { type SimulateOptions, simulate as simulateObject } from '../../simulation/scenario/simulate';
import { validate } from '../../validation/validate';
import { defineCommand, ExitCode, UsageError } from '../command';
import { kubeVersionsOf } from '../common-options';
import { findWorkload } from '../files/find-workload';
import { inputObjects } from '../files/input-objects';
import { synthesisOptions } from '../synthesis-options';

/** Shows what happens to a workload over time. */
export const simulate = defineCommand({
  name: 'simulate',
  summary: 'Show what happens to a workload over time: probes, restarts, rollouts, drains, lost nodes.',
  operands: '[FILE...] [KIND/NAME]',
  options: {
    scenario: {
      type: 'string',
      short: 's',
      value: 'SCENARIO',
      multiple: true,
      summary: 'what happens: slow-start=40s, hang=5m, drain ...; several combine (default healthy)',
    },
    scenarios: { type: 'boolean', summary: 'list the scenarios' },
    duration: {
      type: 'string',
      value: 'DURATION',
      summary: 'how long to look (default 5m, or what the scenario needs)',
    },
    container: { type: 'string', value: 'NAME', summary: 'the container that it happens to (default: the first one)' },
    nodes: { type: 'string', value: 'NUMBER', summary: 'how many nodes there are (default 3)' },
    format: { type: 'string', value: 'FORMAT', summary: 'text or json (default text)' },
    svg: { type: 'string', value: 'FILE', summary: 'also draw the timeline into this file' },
    html: { type: 'string', value: 'FILE', summary: 'also write a page in which probes can be changed' },
    app: synthesisOptions.app,
    env: synthesisOptions.env,
    'kube-version': {
      ...synthesisOptions['kube-version'],
      summary: 'the Kubernetes version that is simulated (default 1.36)',
    },
  },
  async run(options, operands, io) {
    if (options.scenarios) {
      io.out(scenarioList());
      return ExitCode.ok;
    }
    const { format = 'text' } = options;
    if (format !== 'text' && format !== 'json')
      throw new UsageError(`--format ${format} is not known; give text or json.`);
    const kubeVersion = kubeVersionsOf(options['kube-version']).at(-1) ?? '1.36';
    const { objects: input, reference } = await inputObjects(operands, options, io);
    const objects = input.map(({ json }) => json);
    const object = findWorkload(objects, reference);
    const errors = validate([object], { kubeVersion }).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      io.err(reportText(errors));
      return ExitCode.findings;
    }
    const scenario = scenarioOf(options);
    const simulateOptions: SimulateOptions = { kubeVersion, beside: objects, nodes: nodesOf(options.nodes) };
    const timeline = simulateObject(object, scenario, simulateOptions);
    if (options.svg !== undefined) writeFileSync(options.svg, timelineSvg(timeline));
    if (options.html !== undefined) {
      writeFileSync(options.html, timelineHtml({ object, scenario, options: simulateOptions }, pageScript()));
    }
    if (format === 'json') io.out(`${JSON.stringify({ ...timeline, outcome: outcomeOf(timeline) }, null, 2)}\n`);
    else io.out(timelineText(timeline, { colour: io.colour, columns: process.stdout.columns ?? 100 }));
    return ExitCode.ok;
  },
});

type Options = Parameters<(typeof simulate)['run']>[0];

function scenarioOf({ scenario = [], duration, container }: Options): Scenario {
  return combine(...scenario.map(parseScenario), {
    ...(duration !== undefined && { duration: parseDuration(duration) }),
    ...(container !== undefined && { container }),
  });
}

function nodesOf(text: string | undefined): number {
  if (text === undefined) return 3;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(`--nodes ${text} is not a number from 1 to 99.`);
}

function scenarioList(): string {
  const words = Object.entries(SCENARIO_WORDS).map(([name, word]) => ({
    left: word.value === undefined ? name : `${name}=${word.value}`,
    right: word.default === undefined ? word.summary : `${word.summary} (default ${word.default})`,
  }));
  const presets = Object.entries(PRESETS).map(([left, { summary }]) => ({ left, right: summary }));
  const width = Math.max(...[...words, ...presets].map(({ left }) => left.length)) + 2;
  const lines = (rows: readonly { left: string; right: string }[]) =>
    rows.map(({ left, right }) => `  ${left.padEnd(width)}${right}`).join('\n');
  return `What happens, one --scenario each; several combine:\n${lines(words)}\n\nBy name:\n${lines(presets)}\n`;
}
