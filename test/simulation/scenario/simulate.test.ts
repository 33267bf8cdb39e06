import fc from 'fast-check';
import { outcomeOf } from '../../../lib/simulation/scenario/outcome';
import { combine, durationOf, type Scenario } from '../../../lib/simulation/scenario/scenario';
import { simulate } from '../../../lib/simulation/scenario/simulate';
import { deployment, pod, webContainer } from './workloads';

const OUTCOMES: Record<string, [object, Scenario, object]> = {
  'nothing happens': [pod(), {}, { restarts: 0, outages: [], servesAtEnd: true }],
  'a hang is healed by the liveness probe': [
    pod(),
    { hang: 60 },
    { restarts: 1, servesAtEnd: true, needlessKills: [] },
  ],
  'a hang without a liveness probe is for ever': [
    pod({ name: 'web', image: 'web:1' }),
    { hang: 60 },
    { restarts: 0, servesAtEnd: false },
  ],
  'a TCP probe does not see a hang': [
    pod({ name: 'web', image: 'web:1', livenessProbe: { tcpSocket: { port: 80 } } }),
    { hang: 60 },
    { restarts: 0, servesAtEnd: false },
  ],
  'a hang strikes one pod of three': [
    deployment({ replicas: 3 }),
    { hang: 60 },
    { restarts: 1, fewestServing: 2, servesAtEnd: true },
  ],
  'a liveness probe that asks what the readiness probe asks restarts in an outage': [
    pod({ ...webContainer, readinessProbe: { ...webContainer.livenessProbe } }),
    { dependencyDown: { from: 60, to: 120 } },
    { restarts: 2, servesAtEnd: true },
  ],
  'a leak restarts with 137 in each life': [pod(), { leak: 60, duration: 100 }, { restarts: 1 }],
  'answers slower than the timeout are failures': [
    pod(),
    { slowAnswers: { seconds: 3, from: 60 } },
    { servesAtEnd: false },
  ],
  'answers quicker than the timeout are not': [
    pod(),
    { slowAnswers: { seconds: 0.5, from: 60 } },
    { restarts: 0, outages: [] },
  ],
  'a StatefulSet': [deployment({ kind: 'StatefulSet', replicas: 2 }), { kill: 60 }, { restarts: 1, servesAtEnd: true }],
};

test.each(Object.entries(OUTCOMES))('%s', (_name, [object, scenario, outcome]) => {
  expect(outcomeOf(simulate(object, scenario))).toMatchObject(outcome);
});

test('a null is as good as an absent field', () => {
  const nulls = { volumes: null, tolerations: null, affinity: null, nodeSelector: null, initContainers: null };
  const { spec, ...rest } = deployment({ replicas: 2 });
  const { template, ...others } = spec as { template: { spec: { containers: object[] } } };
  const containers = template.spec.containers.map((container) => ({ ...container, env: null, startupProbe: null }));
  const given = {
    ...rest,
    spec: { ...others, strategy: null, template: { ...template, spec: { ...template.spec, ...nulls, containers } } },
  };
  expect(simulate(given, { kill: 60 })).toEqual(simulate(deployment({ replicas: 2 }), { kill: 60 }));
});

test('a scenario may be about a sidecar or an init container', () => {
  const withInit = (container: object) => {
    const { spec, ...rest } = pod({ name: 'web', image: 'web:1' });
    return { ...rest, spec: { ...spec, initContainers: [container] } };
  };
  const proxy = {
    name: 'proxy',
    image: 'proxy:1',
    restartPolicy: 'Always',
    startupProbe: { httpGet: { path: '/', port: 80 }, periodSeconds: 1, failureThreshold: 30 },
  };
  const slow = simulate(withInit(proxy), { container: 'proxy', slowStart: 10 });
  expect(outcomeOf(slow).firstServing).toBeGreaterThan(10);
  const failing = simulate(withInit({ name: 'wait', image: 'wait:1' }), {
    container: 'wait',
    exit: { code: 1, after: 1 },
  });
  expect(outcomeOf(failing)).toMatchObject({ servesAtEnd: false });
});

test('a process that ignores SIGTERM ends when its grace period is over', () => {
  const { pods } = simulate(pod(), { ignoresSigterm: true, steps: [{ step: 'delete-pod', at: 60 }] });
  expect(pods[0]?.goneAt).toBeGreaterThanOrEqual(90);
  expect(pods[0]?.goneAt).toBeLessThan(93);
});

const REFUSED: Record<string, [unknown, Scenario, RegExp]> = {
  'what is no object': ['web', {}, /only Kubernetes objects/],
  'a kind without pods': [{ apiVersion: 'v1', kind: 'Service' }, {}, /Service cannot be simulated/],
  'a container that is not there': [pod(), { container: 'wbe' }, /no container wbe; it has web/],
  'scaling a Pod': [
    pod(),
    { steps: [{ step: 'scale', replicas: 2, at: 1 }] },
    /no replicas to scale; write a Deployment/,
  ],
  'rolling out a Pod': [pod(), { steps: [{ step: 'rollout', at: 1 }] }, /no rollouts; write a Deployment/],
};

test.each(Object.entries(REFUSED))('refuses %s', (_name, [object, scenario, message]) => {
  expect(() => simulate(object, scenario)).toThrow(
    expect.objectContaining({ code: 'ERR_SCENARIO', message: expect.stringMatching(message) }),
  );
});

test('the object stays as it is, and secrets do not reach the timeline', () => {
  const container = {
    ...webContainer,
    env: [{ name: 'PASSWORD', value: 'hunter2' }],
    args: ['--token=hunter2'],
    readinessProbe: { httpGet: { port: 'http', httpHeaders: [{ name: 'Authorization', value: 'hunter2' }] } },
  };
  const object = deployment({ container });
  const before = structuredClone(object);
  const timeline = simulate(object, { steps: [{ step: 'rollout', at: 60 }] });
  expect(object).toEqual(before);
  expect(JSON.stringify(timeline)).not.toContain('hunter2');
});

test('the same arguments give the same timeline, another seed another one', () => {
  const scenario = { exit: { after: 5 } };
  expect(simulate(pod(), scenario, { seed: 1 })).toEqual(simulate(pod(), scenario, { seed: 1 }));
  expect(simulate(pod(), scenario, { seed: 1 })).not.toEqual(simulate(pod(), scenario, { seed: 2 }));
});

test('a process that starts within what the probes allow is never restarted, and one that does not is', () => {
  const probe = fc.record({
    initialDelaySeconds: fc.integer({ min: 0, max: 20 }),
    periodSeconds: fc.integer({ min: 1, max: 10 }),
    failureThreshold: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(probe, ({ initialDelaySeconds, periodSeconds, failureThreshold }) => {
      const livenessProbe = { httpGet: { port: 80 }, initialDelaySeconds, periodSeconds, failureThreshold };
      const restarts = (slowStart: number) =>
        outcomeOf(simulate(pod({ name: 'web', image: 'web:1', livenessProbe }), { slowStart, duration: 200 })).restarts;
      const allowed = initialDelaySeconds + (failureThreshold - 1) * periodSeconds;
      expect(restarts(allowed - 1.5)).toBe(0);
      expect(restarts(allowed + 2 * periodSeconds + 2)).toBeGreaterThan(0);
    }),
    { numRuns: 30 },
  );
});

test('scenarios combine, and are looked at long enough', () => {
  const both = combine(
    { slowStart: 20, steps: [{ step: 'undo', at: 200 }] },
    { slowStart: 30, steps: [{ step: 'rollout', at: 60 }] },
  );
  expect(both).toEqual({
    slowStart: 30,
    steps: [
      { step: 'rollout', at: 60 },
      { step: 'undo', at: 200 },
    ],
  });
  expect(durationOf(both)).toBe(400);
  expect(durationOf({ ...both, duration: 10 })).toBe(10);
});
