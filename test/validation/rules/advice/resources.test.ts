import { resourcesAdvice } from '../../../../lib/validation/rules/advice/resources';
import { cronJob, object, pod, podTemplate, podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const resources = (requests?: object, limits?: object) => podWithContainer({ resources: { requests, limits } });
const full = { name: 'app', image: 'a:1', resources: { limits: { cpu: '1', memory: '1Gi' } } };
const sidecar = (fields: object) =>
  podWithInitContainer({ restartPolicy: 'Always', ...fields }, { containers: [full] });
const job = cronJob({}, { template: podTemplate({ restartPolicy: 'Never' }) });
const limitRange = (item: object, namespace = 'default', type = 'Container') =>
  object('v1', 'LimitRange', { metadata: { name: 'defaults', namespace }, spec: { limits: [{ type, ...item }] } });
const CONTAINER = 'spec.containers[0].resources';

testAdvice(resourcesAdvice, {
  'require-memory-limit': {
    valid: {
      'a limit, which is a request too': resources(undefined, { memory: '64Mi' }),
      'a limit of the pod for all containers': podWithContainer({}, { resources: { limits: { memory: '1Gi' } } }),
      'a default of the namespace': [pod(), limitRange({ default: { memory: '64Mi' } })],
      'the most that the namespace allows, which is the default': [limitRange({ max: { memory: '64Mi' } }), pod()],
      'limits of init containers and sidecars': sidecar({ resources: { limits: { memory: '64Mi' } } }),
    },
    invalid: {
      none: [pod(), `${CONTAINER}.limits[memory]: counts as 0 bytes`],
      'a request only': [resources({ memory: '64Mi' }), `${CONTAINER}.limits[memory]: a leak takes all memory`],
      'an init container': [
        podWithInitContainer({}, { containers: [full] }),
        'spec.initContainers[0].resources.limits[memory]: counts as 0 bytes',
      ],
      'a sidecar': [sidecar({}), 'spec.initContainers[0].resources.limits[memory]: counts as 0 bytes'],
      'a CronJob': [
        job,
        'spec.jobTemplate.spec.template.spec.containers[0].resources.limits[memory]: counts as 0 bytes',
      ],
      'a default of another namespace': [
        [pod(), limitRange({ default: { memory: '64Mi' } }, 'shop')],
        `0 ${CONTAINER}.limits[memory]: counts as 0 bytes`,
      ],
      'a default for another resource': [
        [pod(), limitRange({ default: { cpu: '1' } })],
        `0 ${CONTAINER}.limits[memory]: counts as 0 bytes`,
      ],
      'a limit of the pod where pods have none yet': [
        { manifests: podWithContainer({}, { resources: { limits: { memory: '1Gi' } } }), kubeVersion: '1.33' },
        `${CONTAINER}.limits[memory]: counts as 0 bytes`,
      ],
    },
  },
  'require-cpu-request': {
    valid: {
      'a request, and no limit': resources({ cpu: '100m' }),
      'a limit, which is a request too': resources(undefined, { cpu: '1' }),
      'a request of the pod for all containers': podWithContainer({}, { resources: { requests: { cpu: '1' } } }),
      'a default of the namespace': [pod(), limitRange({ defaultRequest: { cpu: '100m' } })],
    },
    invalid: {
      none: [pod(), `${CONTAINER}.requests[cpu]: counts as 0 CPUs`],
      'memory only': [resources({ memory: '64Mi' }), `${CONTAINER}.requests[cpu]: counts as 0 CPUs`],
      'a sidecar': [sidecar({}), 'spec.initContainers[0].resources.requests[cpu]: counts as 0 CPUs'],
    },
  },
  'require-equal-limits': {
    valid: {
      'limits only': resources(undefined, { cpu: '1', memory: '1Gi' }),
      'the same quantity in other words': resources({ cpu: '1000m', memory: '1024Mi' }, { cpu: '1', memory: '1Gi' }),
      'resources of the pod': podWithContainer({}, { resources: { limits: { cpu: '1', memory: '1Gi' } } }),
    },
    invalid: {
      'a lower request': [
        resources({ cpu: '100m' }, { cpu: '1', memory: '1Gi' }),
        `${CONTAINER}.limits[cpu]: 100m requested, 1 limit`,
      ],
      nothing: [
        pod(),
        `${CONTAINER}.limits[cpu]: nothing requested, no limit`,
        `${CONTAINER}.limits[memory]: nothing requested, no limit`,
      ],
    },
  },
  'require-ephemeral-storage': {
    valid: { 'a limit': resources(undefined, { 'ephemeral-storage': '1Gi' }) },
    invalid: {
      none: [pod(), `${CONTAINER}.limits[ephemeral-storage]: may fill the disk`],
      'a request only': [
        resources({ 'ephemeral-storage': '1Gi' }),
        `${CONTAINER}.limits[ephemeral-storage]: may fill the disk`,
      ],
    },
  },
  'no-fractional-bytes': {
    valid: {
      'whole bytes': resources({ memory: '128Mi' }, { memory: '1.5Gi' }),
      'thousandths that are whole': resources({ memory: '128000m' }),
      'fractions of a CPU': resources({ cpu: '100m' }),
    },
    invalid: {
      'a limit with m': [resources(undefined, { memory: '128m' }), `${CONTAINER}.limits[memory]: 128m is 0.128 bytes`],
      'a request of storage with m': [
        resources({ 'ephemeral-storage': '1500m' }),
        `${CONTAINER}.requests[ephemeral-storage]: 1500m is 1.5 bytes`,
      ],
    },
  },
});
