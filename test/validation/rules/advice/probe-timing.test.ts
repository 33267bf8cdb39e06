import { probeTimingAdvice } from '../../../../lib/validation/rules/advice/probe-timing';
import { deployment, podTemplate, podWithContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const tcpSocket = { port: 8080 };
const exec = { command: ['cat', '/tmp/healthy'] };
const probed = (numbers: object, name = 'livenessProbe') => podWithContainer({ [name]: { tcpSocket, ...numbers } });
const commanded = (numbers: object, name = 'livenessProbe') => podWithContainer({ [name]: { exec, ...numbers } });
const at = 'spec.containers[0]';

testAdvice(probeTimingAdvice, {
  'no-hasty-liveness-probe': {
    valid: {
      'the defaults': probed({}),
      'a slow period': probed({ periodSeconds: 10, failureThreshold: 1 }),
      'many failures': probed({ periodSeconds: 1, failureThreshold: 10 }),
      'a long timeout': probed({ periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 2 }),
      'a quick readiness probe': probed({ periodSeconds: 1 }, 'readinessProbe'),
    },
    invalid: {
      'the numbers of the study notes': [
        probed({ initialDelaySeconds: 5, periodSeconds: 1, failureThreshold: 3 }),
        `${at}.livenessProbe: killed 3 to 4 s after it begins to hang: a pause of more than 3 s`,
      ],
      'one failure': [probed({ periodSeconds: 5, failureThreshold: 1 }), `${at}.livenessProbe: killed 1 to 6 s`],
    },
  },
  'valid-probe-timeout': {
    valid: {
      'a timeout as long as the period': probed({ periodSeconds: 5, timeoutSeconds: 5 }),
      'the defaults': probed({}),
    },
    invalid: {
      'a longer one': [
        probed({ periodSeconds: 5, timeoutSeconds: 10 }),
        `${at}.livenessProbe.timeoutSeconds: 10: is longer than periodSeconds (5): a hang is noticed after 30 to 40 s, not after the 15 s`,
      ],
      'one that is longer than the default period, of a startup probe': [
        probed({ timeoutSeconds: 20 }, 'startupProbe'),
        `${at}.startupProbe.timeoutSeconds: 20: is longer than periodSeconds (10): a hang is noticed after 60 to 80 s`,
      ],
    },
  },
  'require-exec-probe-timeout': {
    valid: {
      'one second that somebody has written': commanded({ timeoutSeconds: 1 }),
      'another handler': probed({}),
    },
    invalid: {
      'a timeout that is left out': [
        commanded({}),
        `${at}.livenessProbe.timeoutSeconds: 3 commands in a row slower than that kill`,
      ],
      'one that is null': [
        commanded({ timeoutSeconds: null }),
        `${at}.livenessProbe.timeoutSeconds: kill the container`,
      ],
      'one failure of a readiness probe': [
        commanded({ failureThreshold: 1 }, 'readinessProbe'),
        `${at}.readinessProbe.timeoutSeconds: one command slower than that take the pod out`,
      ],
    },
  },
  'no-frequent-exec-probe': {
    valid: {
      'every five seconds': commanded({ periodSeconds: 5 }),
      'another handler every second': probed({ periodSeconds: 1 }),
    },
    invalid: {
      'every second': [
        commanded({ periodSeconds: 1 }),
        `${at}.livenessProbe.periodSeconds: 1: starts 60 processes a minute in each pod`,
      ],
      'in three replicas': [
        deployment({
          replicas: 3,
          template: podTemplate({
            containers: [{ name: 'a', image: 'a:1', readinessProbe: { exec, periodSeconds: 2 } }],
          }),
        }),
        'spec.template.spec.containers[0].readinessProbe.periodSeconds: 30 processes a minute in each pod, 90 in 3 replicas',
      ],
    },
  },
  'require-explicit-probe-timing': {
    valid: {
      'all numbers': probed({ initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3 }),
      'no delay, which has no default': probed({ periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3 }),
    },
    invalid: {
      none: [
        probed({}),
        `${at}.livenessProbe: periodSeconds, timeoutSeconds, failureThreshold are left to the default: a hang is noticed after 21 to 31 s`,
      ],
      'all but one': [
        probed({ periodSeconds: 10, failureThreshold: 3 }),
        `${at}.livenessProbe: timeoutSeconds is left to the default`,
      ],
    },
  },
});
