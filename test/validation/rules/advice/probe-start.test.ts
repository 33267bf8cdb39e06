import { probeStartAdvice } from '../../../../lib/validation/rules/advice/probe-start';
import { validate } from '../../../../lib/validation/validate';
import { job, podTemplate, podWithContainer, podWithInitContainer, workload } from '../../manifests';
import { testAdvice } from '../test-advice';

const tcpSocket = { port: 8080 };
const alive = (numbers: object = {}) => podWithContainer({ livenessProbe: { tcpSocket, ...numbers } });
const starting = (numbers: object) => podWithContainer({ startupProbe: { tcpSocket, ...numbers } });
const delayed = (name: string, fields: object = {}) =>
  podWithContainer({
    startupProbe: { tcpSocket, failureThreshold: 30 },
    [name]: { tcpSocket, initialDelaySeconds: 15, ...fields },
  });
const at = 'spec.containers[0]';

testAdvice(probeStartAdvice, {
  'require-startup-probe': {
    valid: {
      'the defaults, which wait for 20 s': alive(),
      'a startup probe before a tight liveness probe': podWithContainer({
        startupProbe: { tcpSocket, failureThreshold: 30 },
        livenessProbe: { tcpSocket, periodSeconds: 1 },
      }),
      'a delay that is long enough': alive({ initialDelaySeconds: 60, periodSeconds: 1, failureThreshold: 1 }),
      'exactly 10 s': alive({ periodSeconds: 5 }),
      'a readiness probe, which kills nobody': podWithContainer({ readinessProbe: { tcpSocket, periodSeconds: 1 } }),
      'no probe at all': podWithContainer({}),
    },
    invalid: {
      'the numbers of the study notes': [
        alive({ initialDelaySeconds: 5, periodSeconds: 1, failureThreshold: 3 }),
        `${at}.livenessProbe: longer than 6 s may be killed, one of more than 8 s always is`,
      ],
      'one failure': [
        alive({ failureThreshold: 1 }),
        `${at}.livenessProbe: longer than 0 s may be killed, one of more than 10 s`,
      ],
      'a sidecar': [
        podWithInitContainer({ restartPolicy: 'Always', livenessProbe: { tcpSocket, periodSeconds: 2 } }),
        'spec.initContainers[0].livenessProbe: longer than 4 s',
      ],
      'a Job, which starts as slowly as others': [
        job({
          template: podTemplate({
            restartPolicy: 'Never',
            containers: [{ name: 'app', image: 'a:1', livenessProbe: { tcpSocket, periodSeconds: 1 } }],
          }),
        }),
        'spec.template.spec.containers[0].livenessProbe: longer than 2 s',
      ],
      'a StatefulSet of 1.28, whose template the server does not look at': [
        {
          manifests: workload('StatefulSet', {
            serviceName: 'web',
            template: podTemplate({
              containers: [{ name: 'app', image: 'a:1', livenessProbe: { tcpSocket, periodSeconds: 1 } }],
            }),
          }),
          kubeVersion: '1.28',
        },
        'spec.template.spec.containers[0].livenessProbe: longer than 2 s',
      ],
    },
  },
  'valid-startup-window': {
    valid: {
      'a minute': starting({ periodSeconds: 2, failureThreshold: 30 }),
      'half an hour': starting({ periodSeconds: 10, failureThreshold: 179 }),
      'another probe': alive({ periodSeconds: 1 }),
    },
    invalid: {
      'three seconds': [
        starting({ periodSeconds: 1 }),
        `${at}.startupProbe: longer than 2 s may be killed, one of more than 3 s`,
      ],
      'two hours': [
        starting({ periodSeconds: 60, failureThreshold: 120 }),
        `${at}.startupProbe: first restarted after 7260 s (121 min)`,
      ],
    },
  },
  'no-delay-beside-startup-probe': {
    valid: {
      'a delay without a startup probe': alive({ initialDelaySeconds: 15 }),
      'the delay of the startup probe itself': starting({ initialDelaySeconds: 15 }),
      'no delay': delayed('readinessProbe', { initialDelaySeconds: 0 }),
    },
    invalid: {
      readiness: [
        delayed('readinessProbe'),
        `${at}.readinessProbe.initialDelaySeconds: 15: does nothing after a start of 15 s`,
      ],
      liveness: [delayed('livenessProbe'), `${at}.livenessProbe.initialDelaySeconds: 15`],
    },
  },
});

test('the delay is taken away by a program only where the probe asks what the startup probe asked', () => {
  const editsOf = (manifest: object) =>
    validate([manifest], { rules: { 'no-delay-beside-startup-probe': 'info' } }).map(({ edits }) => edits);
  const edit = { path: ['spec', 'containers', 0, 'livenessProbe', 'initialDelaySeconds'], value: undefined };
  expect(editsOf(delayed('livenessProbe'))).toEqual([[edit]]);
  expect(editsOf(delayed('livenessProbe', { tcpSocket: { port: 9090 } }))).toEqual([undefined]);
});
