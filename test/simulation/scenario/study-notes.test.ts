import { outcomeOf } from '../../../lib/simulation/scenario/outcome';
import { podLine } from '../../../lib/simulation/scenario/pod-line';
import type { Scenario } from '../../../lib/simulation/scenario/scenario';
import { parseScenario } from '../../../lib/simulation/scenario/scenario-words';
import { simulate } from '../../../lib/simulation/scenario/simulate';
import type { PodTimeline, Timeline } from '../../../lib/simulation/scenario/timeline';
import { deployment, pod, webContainer } from './workloads';

const linesAt = (timeline: Timeline, now: number) =>
  timeline.pods
    .flatMap((one) => podLine(one, now) ?? [])
    .map(({ name, ready, status }) => `${name} ${ready} ${status}`);
const types = ({ events }: PodTimeline) => events.map(({ type }) => type);
const run = (object: unknown, text: string, more: Scenario = {}) =>
  simulate(object, { ...parseScenario(text), ...more });

test('a killed process restarts in place: the pod keeps its sandbox, and with it its IP', () => {
  const { pods } = run(pod(), 'kill');
  expect(pods).toHaveLength(1);
  expect(types(pods[0] as PodTimeline).filter((type) => type.startsWith('sandbox'))).toEqual(['sandbox-created']);
  expect(podLine(pods[0] as PodTimeline, 100)).toMatchObject({
    ready: '1/1',
    status: 'Running',
    restarts: '1 (40s ago)',
  });
});

test('a deleted pod of a Deployment is replaced, so that the replica count is restored', () => {
  const timeline = run(deployment({ replicas: 3 }), 'delete-pod');
  expect(linesAt(timeline, 59)).toEqual(['web-r1-1 1/1 Running', 'web-r1-2 1/1 Running', 'web-r1-3 1/1 Running']);
  expect(linesAt(timeline, 120)).toEqual(['web-r1-2 1/1 Running', 'web-r1-3 1/1 Running', 'web-r1-4 1/1 Running']);
  expect(outcomeOf(timeline).servesAtEnd).toBe(true);
});

test.each(['delete-pod', 'drain', 'lose-node=1m'])('a bare Pod is lost for good: %s', (scenario) => {
  const { servesAtEnd, outages } = outcomeOf(run(pod(), scenario));
  expect([servesAtEnd, outages.length]).toEqual([false, 1]);
});

test('a pod that is not ready is left out of its Services, and not restarted', () => {
  const timeline = run(pod(), 'dependency-outage');
  expect(linesAt(timeline, 100)).toEqual(['web 0/1 Running']);
  expect(outcomeOf(timeline)).toMatchObject({ restarts: 0, servesAtEnd: true, outages: [expect.anything()] });
});

test('a startup probe holds the other probes back until the process has started', () => {
  const startupProbe = { httpGet: { path: '/healthy', port: 'http' }, periodSeconds: 5, failureThreshold: 12 };
  const held = run(pod({ ...webContainer, startupProbe }), 'slow-start=40s');
  const first = (probe: string) =>
    held.pods[0]?.events.find((event) => event.type === 'probe' && event.probe === probe)?.at;
  expect(first('liveness')).toBeGreaterThan(40);
  expect(first('readiness')).toBeGreaterThan(40);
  expect(outcomeOf(held)).toMatchObject({ restarts: 0, servesAtEnd: true });
  expect(outcomeOf(run(pod(), 'slow-start=40s')).needlessKills).not.toEqual([]);
});

test('a drain evicts the pods of Deployments, and leaves those of a DaemonSet', () => {
  const agent = deployment({ name: 'agent', kind: 'DaemonSet' });
  const web = deployment({ replicas: 3 });
  const drained = run(web, 'drain');
  expect(linesAt(drained, 120)).toEqual(['web-r1-2 1/1 Running', 'web-r1-3 1/1 Running', 'web-r1-4 1/1 Running']);
  expect(drained.pods[0]?.node).not.toBe(drained.pods[3]?.node);
  expect(linesAt(run(agent, 'drain'), 120)).toEqual(linesAt(run(agent, 'healthy'), 120));
  const outputs = simulate(web, parseScenario('drain'), { beside: [agent] }).events.flatMap((event) =>
    event.type === 'output' ? event.text : [],
  );
  expect(outputs.join('\n')).toMatch(/Warning: ignoring DaemonSet-managed Pods: default\/agent/);
});

test('a cordoned node keeps its pods and gets no new ones', () => {
  const scenario = parseScenario('cordon');
  const steps = [...(scenario.steps ?? []), ...(parseScenario('scale=9@2m').steps ?? [])];
  const { pods } = simulate(deployment({ replicas: 3 }), { steps });
  const cordoned = pods[0]?.node;
  expect(pods.filter(({ node }) => node === cordoned).map(({ name }) => name)).toEqual(['web-r1-1']);
  expect(pods).toHaveLength(9);
});

test('a rollout replaces the pods without an outage, and undo brings the old template back', () => {
  const timeline = simulate(deployment({ replicas: 3 }), {
    slowStart: 8,
    steps: [
      { step: 'rollout', at: 60 },
      { step: 'undo', at: 180 },
    ],
  });
  const images = (now: number) =>
    timeline.pods.flatMap((one) => (podLine(one, now) ? one.spec.containers?.[0]?.image : []));
  expect(images(59)).toEqual(Array(3).fill('web:1'));
  expect(images(170)).toEqual(Array(3).fill('web:podwright-1'));
  expect(images(300)).toEqual(Array(3).fill('web:1'));
  expect(outcomeOf(timeline).outages).toEqual([]);
});

test('a version that does not start is stopped by the rollout itself', () => {
  const timeline = run(deployment({ replicas: 3 }), 'bad-release');
  expect(linesAt(timeline, 170)).toEqual([
    'web-r1-1 1/1 Running',
    'web-r1-2 1/1 Running',
    'web-r1-3 1/1 Running',
    'web-r2-1 0/1 CrashLoopBackOff',
  ]);
  expect(outcomeOf(timeline)).toMatchObject({ outages: [], fewestServing: 3 });
});

test('the transcript of a liveness probe that asks for what is not there', () => {
  const livenessProbe = {
    httpGet: { path: '/not/exist', port: 8080 },
    initialDelaySeconds: 5,
    timeoutSeconds: 2,
    periodSeconds: 5,
    failureThreshold: 1,
  };
  const { pods } = run(pod({ name: 'app', image: 'ghcr.io/subicura/echo:v1', livenessProbe }), 'failing-liveness');
  const line = (age: number) => podLine(pods[0] as PodTimeline, age + 0.9);
  const secondsAgo = (age: number) => Number(/\((\d+)s ago\)/.exec(line(age)?.restarts ?? '')?.[1]);
  expect(
    [23, 41, 45].map((age) => `${line(age)?.status} ${line(age)?.restarts.split(' ')[0]} ${line(age)?.age}`),
  ).toEqual(['Running 2 23s', 'Running 3 41s', 'CrashLoopBackOff 3 45s']);
  for (const [age, ago] of [
    [23, 2],
    [41, 11],
    [45, 4],
  ] as const) {
    expect(Math.abs(secondsAgo(age) - ago)).toBeLessThanOrEqual(1);
  }
});

test('the liveness exam: a file that is removed after 30 s has the container restarted again and again', () => {
  const livenessProbe = {
    exec: { command: ['ls', '/tmp/healthy'] },
    initialDelaySeconds: 10,
    periodSeconds: 5,
    failureThreshold: 2,
  };
  const { pods } = run(pod({ name: 'liveness-exam', image: 'busybox', livenessProbe }), 'liveness-exam');
  const ends = pods[0]?.events.flatMap((event) => (event.type === 'exited' ? [Math.round(event.at)] : [])) ?? [];
  expect(ends[0]).toBeGreaterThanOrEqual(65);
  expect(ends[0]).toBeLessThanOrEqual(70);
  expect(ends.length).toBeGreaterThan(2);
});
