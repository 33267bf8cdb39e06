import { containerRestartPolicyRules } from '../../../../lib/validation/rules/server/container-restart-policy';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const rule = { action: 'Restart', exitCodes: { operator: 'In', values: [1] } };
const withRules = (...restartPolicyRules: object[]) => podWithContainer({ restartPolicy: 'Never', restartPolicyRules });
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const at = 'spec.containers[0].restartPolicyRules';

testRules(containerRestartPolicyRules, {
  'no-app-container-restart-policy': {
    valid: {
      'of an init container': { manifest: podWithInitContainer({ restartPolicy: 'Always' }), kubeVersion: '1.33' },
      'in 1.34, which drops it': { manifest: podWithContainer({ restartPolicy: 'any' }), kubeVersion: '1.34' },
    },
    invalid: {
      'any value': [
        { manifest: podWithContainer({ restartPolicy: '' }), kubeVersion: '1.28' },
        'spec.containers[0].restartPolicy: FieldValueForbidden',
      ],
      'in 1.33': [
        podWithContainer({ restartPolicy: 'Always' }),
        'spec.containers[0].restartPolicy: FieldValueForbidden',
      ],
    },
  },
  'valid-sidecar-restart-policy': {
    valid: {
      Always: { manifest: podWithInitContainer({ restartPolicy: 'Always' }), kubeVersion: '1.29' },
      'in 1.28, which drops it': { manifest: podWithInitContainer({ restartPolicy: 'any' }), kubeVersion: '1.28' },
    },
    invalid: {
      'on failure': [
        podWithInitContainer({ restartPolicy: 'OnFailure' }),
        'spec.initContainers[0].restartPolicy: FieldValueNotSupported',
      ],
    },
  },
  'valid-container-restart-policy': {
    valid: {
      'of an app': podWithContainer({ restartPolicy: 'OnFailure' }),
      'of an init container': podWithInitContainer({ restartPolicy: 'Never' }),
      null: podWithContainer({ restartPolicy: null }),
    },
    invalid: {
      unknown: [
        podWithContainer({ restartPolicy: 'unless-stopped' }),
        'spec.containers[0].restartPolicy: FieldValueNotSupported',
      ],
      'empty, which is no value': [
        podWithInitContainer({ restartPolicy: '' }),
        'spec.initContainers[0].restartPolicy: FieldValueNotSupported',
      ],
    },
  },
  'require-restart-policy-for-rules': {
    valid: { 'with a policy': withRules(rule), 'an empty list': podWithContainer({ restartPolicyRules: [] }) },
    invalid: {
      without: [
        podWithContainer({ restartPolicyRules: [rule] }),
        'spec.containers[0].restartPolicy: FieldValueRequired',
      ],
    },
  },
  'valid-container-restart-rule': {
    valid: {
      '20 rules of 255 codes': withRules(
        ...times(20, { ...rule, exitCodes: { operator: 'NotIn', values: times(255, -1) } }),
      ),
      'restart of all containers': withRules({ ...rule, action: 'RestartAllContainers' }),
      'of an init container without a policy': podWithInitContainer({ restartPolicyRules: [{}] }),
    },
    invalid: {
      empty: [withRules({}), `${at}[0].action: FieldValueNotSupported`, `${at}[0].exitCodes: FieldValueRequired`],
      'no operator': [
        withRules({ ...rule, exitCodes: { values: [1] } }),
        `${at}[0].exitCodes.operator: FieldValueNotSupported`,
      ],
      'too many': [
        withRules(...times(20, rule), { ...rule, exitCodes: { operator: 'In', values: times(256, 1) } }),
        `${at}: FieldValueTooMany`,
        `${at}[20].exitCodes.values: FieldValueTooMany`,
      ],
      'too many in 1.35': [
        { manifest: withRules(...times(21, rule)), kubeVersion: '1.35' },
        `${at}: FieldValueTooLong`,
      ],
      'restart of all containers in 1.35': [
        { manifest: withRules({ ...rule, action: 'RestartAllContainers' }), kubeVersion: '1.35' },
        `${at}[0].action: FieldValueNotSupported`,
      ],
      'of a sidecar in 1.35': [
        {
          manifest: podWithInitContainer({ restartPolicy: 'Always', restartPolicyRules: [rule] }),
          kubeVersion: '1.35',
        },
        'spec.initContainers[0].restartPolicyRules: FieldValueForbidden',
      ],
    },
  },
});
