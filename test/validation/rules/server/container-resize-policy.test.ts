import { containerResizePolicyRules } from '../../../../lib/validation/rules/server/container-resize-policy';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const cpu = { resourceName: 'cpu', restartPolicy: 'NotRequired' };
const restart = { ...cpu, restartPolicy: 'RestartContainer' };
const resized = (...resizePolicy: object[]) => podWithContainer({ resizePolicy });
const at = 'spec.containers[0].resizePolicy';

testRules(containerResizePolicyRules, {
  'valid-resize-policy': {
    valid: {
      both: resized(cpu, { ...restart, resourceName: 'memory' }),
      'of storage before 1.33, which drops it': {
        manifest: resized({ ...cpu, resourceName: 'storage' }),
        kubeVersion: '1.32',
      },
    },
    invalid: {
      'an empty item': [resized({}), `${at}: FieldValueRequired`, `${at}: FieldValueRequired`],
      'upper case': [
        resized({ resourceName: 'CPU', restartPolicy: 'notRequired' }),
        `${at}: FieldValueNotSupported`,
        `${at}: FieldValueNotSupported`,
      ],
    },
  },
  'unique-resize-policy': {
    valid: { different: resized(cpu, { ...cpu, resourceName: 'memory' }) },
    invalid: {
      'the same resource': [resized(cpu, restart), `${at}[1]: FieldValueDuplicate`],
      'two empty items': [resized({}, {}), `${at}[1]: FieldValueDuplicate`],
    },
  },
  'no-resize-restart': {
    valid: {
      'of a sidecar': podWithInitContainer({ restartPolicy: 'Always', resizePolicy: [restart] }),
      'of an app in a pod that restarts': resized(restart),
      'of an init container before 1.36': {
        manifest: podWithInitContainer({ resizePolicy: [restart] }),
        kubeVersion: '1.35',
      },
    },
    invalid: {
      'of an init container': [
        podWithInitContainer({ resizePolicy: [restart] }),
        'spec.initContainers[0].resizePolicy[0].restartPolicy: FieldValueInvalid',
      ],
      'in a pod that runs once': [
        podWithContainer({ resizePolicy: [restart] }, { restartPolicy: 'Never' }),
        `${at}: FieldValueInvalid`,
      ],
      'no policy in a pod that runs once': [
        podWithContainer({ resizePolicy: [{ resourceName: 'cpu' }] }, { restartPolicy: 'Never' }),
        `${at}: FieldValueInvalid`,
      ],
    },
  },
});
