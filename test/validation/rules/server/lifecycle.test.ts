import { lifecycleRules } from '../../../../lib/validation/rules/server/lifecycle';
import { validate } from '../../../../lib/validation/validate';
import { deployment, podTemplate, podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const sleeping = (seconds: unknown, spec: Record<string, unknown> = {}) =>
  podWithContainer({ lifecycle: { preStop: { sleep: { seconds } } } }, spec);
const inTemplate = (seconds: number, terminationGracePeriodSeconds: number) =>
  deployment({
    template: podTemplate({
      terminationGracePeriodSeconds,
      containers: [{ name: 'app', image: 'a', lifecycle: { postStart: { sleep: { seconds } } } }],
    }),
  });
const at = 'spec.containers[0].lifecycle.preStop.sleep';

testRules(lifecycleRules, {
  'no-init-container-lifecycle': {
    valid: {
      'of a sidecar': podWithInitContainer({ restartPolicy: 'Always', lifecycle: {} }),
      'nothing but a stop signal, which is dropped': podWithInitContainer({ lifecycle: { stopSignal: 'SIGUSR1' } }),
    },
    invalid: {
      'even empty': [podWithInitContainer({ lifecycle: {} }), 'spec.initContainers[0].lifecycle: FieldValueForbidden'],
    },
  },
  'valid-lifecycle-sleep': {
    valid: {
      'as long as the default grace period': sleeping(30),
      zero: sleeping(0, { terminationGracePeriodSeconds: 0 }),
      'one second with a negative grace period, which is one': sleeping(1, { terminationGracePeriodSeconds: -5 }),
      'beside a handler before it': podWithContainer({
        lifecycle: { preStop: { exec: { command: ['a'] }, sleep: { seconds: 99 } } },
      }),
    },
    invalid: {
      'longer than the default grace period': [sleeping(31), `${at}: FieldValueInvalid`],
      negative: [sleeping(-1), `${at}: FieldValueInvalid`],
      'zero before 1.33': [{ manifest: sleeping(0), kubeVersion: '1.32' }, `${at}: FieldValueInvalid`],
      'zero in a template with a negative grace period': [
        inTemplate(0, -1),
        'spec.template.spec.containers[0].lifecycle.postStart.sleep: FieldValueInvalid',
      ],
    },
  },
});

test.each([
  [-1, 'Sleep for a second or more, or remove the hook.'],
  [31, 'Sleep for less, or raise terminationGracePeriodSeconds (30 by default).'],
])('the remedy for %i seconds', (seconds, fix) => {
  expect(validate([sleeping(seconds)])[0]?.fix).toBe(fix);
});
