import { deployment, effectsBetween } from '../versions';

type Json = Record<string, unknown>;

const probe = { tcpSocket: { port: 80 } };
const app = 'spec.template.spec.containers[name=app]';
const memory = (limit: string) => ({ resources: { requests: { memory: '1Mi' }, limits: { memory: limit } } });

test.each<[string, Json, Json, string[]]>([
  [
    'no readiness probe',
    { readinessProbe: probe },
    {},
    [`${app}.readinessProbe: container app gets traffic before it is ready`],
  ],
  [
    'no liveness probe',
    { livenessProbe: probe },
    {},
    [`${app}.livenessProbe: container app is no longer restarted when it hangs`],
  ],
  [
    'no startup probe beside a liveness probe',
    { livenessProbe: probe, startupProbe: probe },
    { livenessProbe: probe },
    [`${app}.startupProbe: container app may be restarted by its liveness probe while it starts`],
  ],
  [
    'no preStop hook',
    { lifecycle: { preStop: { exec: { command: ['a'] } } } },
    {},
    [`${app}.lifecycle.preStop: container app is ended without its preStop hook`],
  ],
  [
    'less memory',
    memory('64Mi'),
    memory('32Mi'),
    [`${app}.resources.limits[memory]: container app is killed when it needs more than 32Mi of memory`],
  ],
  ['more memory', memory('64Mi'), memory('128Mi'), []],
  ['no startup probe without a liveness probe', { startupProbe: probe }, {}, []],
  ['a probe that is new', {}, { readinessProbe: probe }, []],
  ['a container that is gone with its probe', { name: 'old', readinessProbe: probe }, {}, []],
])('%s', (_name, before, after, expected) => {
  expect(effectsBetween('lowers-availability', deployment({}, before), deployment({}, after))).toEqual(expected);
});
