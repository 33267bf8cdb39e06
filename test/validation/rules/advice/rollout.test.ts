import { rolloutAdvice } from '../../../../lib/validation/rules/advice/rollout';
import { deployment, podTemplate } from '../../manifests';
import { testAdvice } from '../test-advice';

const tcpSocket = { port: 8080 };
const withPod = (pod: Record<string, unknown>, spec: Record<string, unknown> = {}) =>
  deployment({ template: podTemplate(pod), ...spec });
const starting = (container: object, spec: Record<string, unknown> = {}, pod: Record<string, unknown> = {}) =>
  withPod({ containers: [{ name: 'app', image: 'a:1', ...container }], ...pod }, spec);
const slow = { startupProbe: { tcpSocket, periodSeconds: 10, failureThreshold: 60 } };
const rolling = (replicas: number, maxSurge: unknown, maxUnavailable: unknown) =>
  deployment({ replicas, strategy: { rollingUpdate: { maxSurge, maxUnavailable } } });
const claim = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] };

testAdvice(rolloutAdvice, {
  'valid-rollout-deadline': {
    valid: {
      'no probes': deployment(),
      'a start that fits': starting({ startupProbe: { tcpSocket, failureThreshold: 30 } }),
      'a longer deadline': starting(slow, { progressDeadlineSeconds: 900 }),
      'a rollout that is paused': starting(slow, { paused: true }),
      'exactly the deadline': starting({ startupProbe: { tcpSocket, failureThreshold: 59 } }, { minReadySeconds: 0 }),
    },
    invalid: {
      'a startup window that is longer': [
        starting(slow, { minReadySeconds: 30 }),
        'spec.progressDeadlineSeconds: 600: a new pod may take 600 s to become ready and has to stay ready for 30 s',
      ],
      'sidecars that start one after the other': [
        starting(
          { startupProbe: { tcpSocket, failureThreshold: 30 } },
          {},
          {
            initContainers: [1, 2].map((n) => ({
              name: `s${n}`,
              image: 's:1',
              restartPolicy: 'Always',
              startupProbe: { tcpSocket, failureThreshold: 30 },
            })),
          },
        ),
        'spec.progressDeadlineSeconds: 600: a new pod may take 900 s to become ready: a rollout is reported as failed',
      ],
      'a readiness probe that begins after it': [
        starting({ readinessProbe: { tcpSocket, initialDelaySeconds: 900 } }),
        'spec.progressDeadlineSeconds: available after 899 s at the earliest: every rollout is reported as failed after 600 s',
      ],
    },
  },
  'no-rollout-downtime': {
    valid: {
      'the defaults of one replica': deployment(),
      'the defaults of three replicas': deployment({ replicas: 3 }),
      'one away of two': rolling(2, 0, 1),
      'no replicas': deployment({ replicas: 0, strategy: { type: 'Recreate' } }),
      'a claim that lets the new pod wait for the old one': withPod(claim, { strategy: { type: 'Recreate' } }),
    },
    invalid: {
      'the only pod may be taken away': [
        rolling(1, 0, 1),
        'spec.strategy.rollingUpdate.maxUnavailable: 1: comes to 1 of 1, and maxSurge to 0: the only pod may stop first',
      ],
      'percentages that both round to nothing, so that the controller takes one': [
        rolling(1, 0, '25%'),
        'spec.strategy.rollingUpdate.maxUnavailable: "25%": comes to 1 of 1',
      ],
      'all of them': [rolling(3, 1, '100%'), 'spec.strategy.rollingUpdate.maxUnavailable: all 3 pods may stop first'],
      Recreate: [
        deployment({ replicas: 2, strategy: { type: 'Recreate' } }),
        'spec.strategy.type: "Recreate": stops all 2 pods first: nobody answers until they have ended (up to 30 s',
      ],
    },
  },
});
