import { probeRules } from '../../../../lib/validation/rules/server/probe';
import { deployment, podTemplate, podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const tcpSocket = { port: 8080 };
const probed = (fields: object, name = 'livenessProbe') => podWithContainer({ [name]: { tcpSocket, ...fields } });
const at = 'spec.containers[0]';
const sidecar = { restartPolicy: 'Always', startupProbe: { tcpSocket } };

testRules(probeRules, {
  'no-init-container-probe': {
    valid: { 'of a sidecar': podWithInitContainer(sidecar), 'of an app': probed({}) },
    invalid: {
      'even empty': [
        podWithInitContainer({ livenessProbe: {}, readinessProbe: {}, startupProbe: {} }),
        'spec.initContainers[0].livenessProbe: FieldValueForbidden',
        'spec.initContainers[0].readinessProbe: FieldValueForbidden',
        'spec.initContainers[0].startupProbe: FieldValueForbidden',
      ],
      'of a sidecar in 1.28, which has none': [
        { manifest: podWithInitContainer(sidecar), kubeVersion: '1.28' },
        'spec.initContainers[0].startupProbe: FieldValueForbidden',
      ],
      'of an init container that is restarted on failure': [
        podWithInitContainer({ restartPolicy: 'OnFailure', livenessProbe: {} }),
        'spec.initContainers[0].livenessProbe: FieldValueForbidden',
      ],
    },
  },
  'valid-probe-timing': {
    valid: {
      zero: probed({ initialDelaySeconds: 0, timeoutSeconds: 0, periodSeconds: 0, failureThreshold: 0 }),
      greatest: probed({ periodSeconds: 2 ** 31 - 1 }),
      'of an init container, which is not looked into': podWithInitContainer({ livenessProbe: { periodSeconds: -1 } }),
    },
    invalid: {
      negative: [
        probed({ initialDelaySeconds: -1, timeoutSeconds: -1, periodSeconds: -1, failureThreshold: -1 }),
        `${at}.livenessProbe.initialDelaySeconds: FieldValueInvalid`,
        `${at}.livenessProbe.timeoutSeconds: FieldValueInvalid`,
        `${at}.livenessProbe.periodSeconds: FieldValueInvalid`,
        `${at}.livenessProbe.failureThreshold: FieldValueInvalid`,
      ],
      'negative successes': [
        probed({ successThreshold: -1 }, 'readinessProbe'),
        `${at}.readinessProbe.successThreshold: FieldValueInvalid`,
      ],
    },
  },
  'valid-probe-success-threshold': {
    valid: {
      'zero, which is unset': probed({ successThreshold: 0 }),
      readiness: probed({ successThreshold: 3 }, 'readinessProbe'),
    },
    invalid: {
      liveness: [probed({ successThreshold: 2 }), `${at}.livenessProbe.successThreshold: FieldValueInvalid`],
      'startup in a template': [
        deployment({
          template: podTemplate({
            containers: [{ name: 'app', image: 'a', startupProbe: { tcpSocket, successThreshold: 2 } }],
          }),
        }),
        'spec.template.spec.containers[0].startupProbe.successThreshold: FieldValueInvalid',
      ],
    },
  },
  'valid-probe-termination-grace-period': {
    valid: { one: probed({ terminationGracePeriodSeconds: 1 }), null: probed({ terminationGracePeriodSeconds: null }) },
    invalid: {
      zero: [
        probed({ terminationGracePeriodSeconds: 0 }),
        `${at}.livenessProbe.terminationGracePeriodSeconds: FieldValueInvalid`,
      ],
    },
  },
  'no-readiness-termination-grace-period': {
    valid: { liveness: probed({ terminationGracePeriodSeconds: 1 }) },
    invalid: {
      readiness: [
        probed({ terminationGracePeriodSeconds: 1 }, 'readinessProbe'),
        `${at}.readinessProbe.terminationGracePeriodSeconds: FieldValueInvalid`,
      ],
    },
  },
});
