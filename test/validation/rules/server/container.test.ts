import { containerRules } from '../../../../lib/validation/rules/server/container';
import { deployment, pod, podTemplate, podWithContainer, podWithInitContainer, workload } from '../../manifests';
import { testRules } from '../test-rules';

const inTemplate = (container: object) =>
  deployment({ template: podTemplate({ containers: [{ name: 'app', image: 'a', ...container }] }) });

testRules(containerRules, {
  'require-container-name': {
    valid: { 'a name': pod() },
    invalid: {
      empty: [podWithContainer({ name: '' }), 'spec.containers[0].name: FieldValueRequired'],
      null: [podWithContainer({ name: null }), 'spec.containers[0].name: FieldValueRequired'],
      'of an init container': [podWithInitContainer({ name: '' }), 'spec.initContainers[0].name: FieldValueRequired'],
    },
  },
  'valid-container-name': {
    valid: { 'of 63': podWithContainer({ name: 'a'.repeat(63) }), digits: podWithContainer({ name: '0' }) },
    invalid: {
      'upper case': [podWithContainer({ name: 'App' }), 'spec.containers[0].name: FieldValueInvalid'],
      dotted: [podWithContainer({ name: 'a.b' }), 'spec.containers[0].name: FieldValueInvalid'],
      'too long and upper case, two faults': [
        podWithContainer({ name: 'A'.repeat(64) }),
        'spec.containers[0].name: FieldValueInvalid',
        'spec.containers[0].name: FieldValueInvalid',
      ],
    },
  },
  'require-container-image': {
    valid: {
      'any text, which is not read as a reference': podWithContainer({ image: 'Not A Reference' }),
      'in a StatefulSet before 1.34, which is not asked': {
        manifest: workload('StatefulSet', { template: podTemplate({ containers: [{ name: 'app' }] }) }),
        kubeVersion: '1.33',
      },
    },
    invalid: {
      missing: [pod({ containers: [{ name: 'app' }] }), 'spec.containers[0].image: FieldValueRequired'],
      'empty in a template': [inTemplate({ image: '' }), 'spec.template.spec.containers[0].image: FieldValueRequired'],
    },
  },
  'valid-container-image': {
    valid: {
      'in a template': inTemplate({ image: ' a ' }),
      'no-break at neither end': podWithContainer({ image: 'a b' }),
    },
    invalid: {
      'line break at the end': [podWithContainer({ image: 'a\n' }), 'spec.containers[0].image: FieldValueInvalid'],
      'no-break space before an init image': [
        podWithInitContainer({ image: '\u00a0a' }),
        'spec.initContainers[0].image: FieldValueInvalid',
      ],
      'ephemeral container of a template': [
        deployment({ template: podTemplate({ ephemeralContainers: [{ name: 'debug', image: 'a ' }] }) }),
        'spec.template.spec.ephemeralContainers[0].image: FieldValueInvalid',
      ],
    },
  },
  'valid-image-pull-policy': {
    valid: { empty: podWithContainer({ imagePullPolicy: '' }), never: podWithContainer({ imagePullPolicy: 'Never' }) },
    invalid: {
      'lower case': [
        podWithContainer({ imagePullPolicy: 'always' }),
        'spec.containers[0].imagePullPolicy: FieldValueNotSupported',
      ],
    },
  },
  'valid-termination-message-policy': {
    valid: { file: podWithContainer({ terminationMessagePolicy: 'File' }), unset: pod() },
    invalid: {
      'lower case': [
        podWithContainer({ terminationMessagePolicy: 'file' }),
        'spec.containers[0].terminationMessagePolicy: FieldValueNotSupported',
      ],
    },
  },
});
