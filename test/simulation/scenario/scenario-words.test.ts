import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioText } from '../../../lib/picture/scenario-text';
import { PRESETS } from '../../../lib/simulation/scenario/presets';
import type { Scenario } from '../../../lib/simulation/scenario/scenario';
import { parseScenario, SCENARIO_WORDS } from '../../../lib/simulation/scenario/scenario-words';

const READ: Record<string, Scenario> = {
  'slow-start=40s': { slowStart: 40 },
  'slow-start=1m30s': { slowStart: 90 },
  'hang=90': { hang: 90 },
  hang: { hang: 60 },
  'exit=3@30s': { exit: { code: 3, after: 30 } },
  'exit=0': { exit: { code: 0, after: 0 } },
  'leak=20m': { leak: 1200 },
  'dependency-down=1m..2m': { dependencyDown: { from: 60, to: 120 } },
  'slow-answers=3s@1m..2m': { slowAnswers: { seconds: 3, from: 60, to: 120 } },
  'slow-answers=500ms': { slowAnswers: { seconds: 0.5 } },
  'ignore-sigterm': { ignoresSigterm: true },
  'failing-probe=readiness@5s': { failingProbes: [{ probe: 'readiness', after: 5 }] },
  'drain=2m': { steps: [{ step: 'drain', at: 120 }] },
  'scale=5@10s': { steps: [{ step: 'scale', replicas: 5, at: 10 }] },
  'crash-loop': { exit: { code: 1 } },
};

test.each(Object.entries(READ))('%s', (text, scenario) => {
  expect(parseScenario(text)).toEqual(scenario);
});

const REFUSED: Record<string, RegExp> = {
  'slow-strat=40s': /did you mean slow-start\?/,
  'slow-start=soon': /'soon' is not a duration.*slow-start=DURATION, as in slow-start=40s/,
  'slow-start=40x': /not a duration/,
  'hang=': /not a duration/,
  'hang=25h': /longer than a day/,
  'dependency-down=1m': /not from one time to another/,
  'dependency-down=2m..1m': /ends before it begins/,
  'failing-probe=life': /give startup, liveness or readiness/,
  'exit=256': /whole number up to 255/,
  'scale=-1': /whole number/,
  'ignore-sigterm=yes': /takes no value/,
  'crash-loop=2': /takes no value/,
  toString: /no scenario 'toString'/,
};

test.each(Object.entries(REFUSED))('refuses %s', (text, message) => {
  expect(() => parseScenario(text)).toThrow(
    expect.objectContaining({ code: 'ERR_SCENARIO', message: expect.stringMatching(message) }),
  );
});

test.each(Object.keys(SCENARIO_WORDS))('%s is what its default value says, and is written as it is read', (name) => {
  const { default: usual } = SCENARIO_WORDS[name] as (typeof SCENARIO_WORDS)[string];
  const scenario = parseScenario(name);
  if (usual !== undefined) expect(parseScenario(`${name}=${usual}`)).toEqual(scenario);
  expect(parseScenario(scenarioText(scenario))).toEqual(scenario);
});

test('no preset hides a word', () => {
  expect(Object.keys(PRESETS).filter((name) => name in SCENARIO_WORDS)).toEqual([]);
});

test('the documentation names every word and every preset', () => {
  const text = readFileSync(join(__dirname, '../../../docs/simulation.md'), 'utf8');
  const names = [...Object.keys(SCENARIO_WORDS), ...Object.keys(PRESETS)].filter((name) => name !== 'healthy');
  expect(names.filter((name) => !new RegExp(`\`${name}[=\`]`).test(text))).toEqual([]);
});
