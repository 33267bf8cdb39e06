import { ephemeralContainerRules } from '../../../../lib/validation/rules/server/ephemeral-container';
import { deployment, pod, podTemplate, podWithContainer } from '../../manifests';
import { testRules } from '../test-rules';

const debug = (fields: object, spec: object = {}) =>
  pod({ volumes: [{ name: 'data' }], ephemeralContainers: [{ name: 'debug', image: 'a', ...fields }], ...spec });
const at = 'spec.ephemeralContainers[0]';
const mount = { name: 'data', mountPath: '/data' };

testRules(ephemeralContainerRules, {
  'no-ephemeral-containers': {
    valid: { 'an empty list': pod({ ephemeralContainers: [] }) },
    invalid: {
      one: [debug({}), 'spec.ephemeralContainers: FieldValueForbidden'],
      'in a template': [
        deployment({ template: podTemplate({ ephemeralContainers: [{ name: 'debug', image: 'a' }] }) }),
        'spec.template.spec.ephemeralContainers: FieldValueForbidden',
      ],
    },
  },
  'no-ephemeral-container-service': {
    valid: {
      'empty resources': debug({ resources: {}, env: [{ name: 'A', value: 'b' }] }),
      'another container': podWithContainer({ ports: [{ containerPort: 80 }] }),
      'a resize policy before 1.33, which drops it': { manifest: debug({ resizePolicy: [] }), kubeVersion: '1.32' },
    },
    invalid: {
      'empty lists and maps': [
        debug({ ports: [], resources: { limits: {} }, lifecycle: {}, startupProbe: {}, resizePolicy: [] }),
        `${at}.ports: FieldValueForbidden`,
        `${at}.resources: FieldValueForbidden`,
        `${at}.lifecycle: FieldValueForbidden`,
        `${at}.startupProbe: FieldValueForbidden`,
        `${at}.resizePolicy: FieldValueForbidden`,
      ],
      'a restart policy': [debug({ restartPolicy: 'Always' }), `${at}.restartPolicy: FieldValueForbidden`],
    },
  },
  'no-ephemeral-container-sub-path': {
    valid: {
      'a whole volume': debug({ volumeMounts: [mount] }),
      'another container': podWithContainer(
        { volumeMounts: [{ ...mount, subPath: 'a' }] },
        { volumes: [{ name: 'data' }] },
      ),
    },
    invalid: {
      both: [
        debug({ volumeMounts: [{ ...mount, subPath: 'a', subPathExpr: 'b' }] }),
        `${at}.volumeMounts[0].subPath: FieldValueForbidden`,
        `${at}.volumeMounts[0].subPathExpr: FieldValueForbidden`,
      ],
    },
  },
  'valid-target-container-name': {
    valid: {
      'an app': debug({ targetContainerName: 'app' }),
      'an init container': debug({ targetContainerName: 'init' }, { initContainers: [{ name: 'init', image: 'a' }] }),
      none: debug({ targetContainerName: '' }),
    },
    invalid: {
      unknown: [debug({ targetContainerName: 'web' }), `${at}.targetContainerName: FieldValueNotFound`],
      itself: [debug({ targetContainerName: 'debug' }), `${at}.targetContainerName: FieldValueNotFound`],
    },
  },
});
