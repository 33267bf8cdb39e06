import { horizontalPodAutoscalerAdvice } from '../../../../lib/validation/rules/advice/horizontal-pod-autoscaler';
import { deployment, object, podTemplate, workload } from '../../manifests';
import { testAdvice } from '../test-advice';

const autoscaler = (spec: object = {}, target: object = {}) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', ...target },
      minReplicas: 2,
      maxReplicas: 5,
      ...spec,
    },
  });
const metric = (name: string, target: object, container?: string) =>
  container
    ? { type: 'ContainerResource', containerResource: { name, container, target } }
    : { type: 'Resource', resource: { name, target } };
const utilization = { type: 'Utilization', averageUtilization: 80 };
const withResources = (...resources: object[]) =>
  deployment({
    template: podTemplate({
      containers: resources.map((resource, index) => ({ name: `c${index}`, image: 'a:1', resources: resource })),
    }),
  });
const cpu = { requests: { cpu: '1' } };

testAdvice(horizontalPodAutoscalerAdvice, {
  'require-min-replicas': {
    valid: {
      two: autoscaler(),
      'a fixed number, which other advice minds': autoscaler({ minReplicas: 1, maxReplicas: 1 }),
    },
    invalid: {
      one: [autoscaler({ minReplicas: 1 }), 'spec.minReplicas: one pod is all there is'],
      'one by default': [autoscaler({ minReplicas: undefined }), 'spec.minReplicas: one pod is all there is'],
      'in autoscaling/v1': [
        { ...autoscaler({ minReplicas: 1 }), apiVersion: 'autoscaling/v1' },
        'spec.minReplicas: one pod is all there is',
      ],
    },
  },
  'require-scaled-request': {
    valid: {
      'a request': [withResources(cpu), autoscaler()],
      'a limit, which is a request too': [withResources({ limits: { cpu: '1' } }), autoscaler()],
      'an average value': [
        withResources({}),
        autoscaler({ metrics: [metric('cpu', { type: 'AverageValue', averageValue: '1' })] }),
      ],
      'another container': [withResources({}, cpu), autoscaler({ metrics: [metric('cpu', utilization, 'c1')] })],
      'resources of the pod': [
        deployment({ template: podTemplate({ resources: { requests: { cpu: '1' } } }) }),
        autoscaler(),
      ],
      'a target elsewhere': [autoscaler()],
    },
    invalid: {
      'no request for the default metric': [
        [withResources({}), autoscaler()],
        '1 spec.metrics: Deployment/web has no cpu request in c0: the autoscaler never scales',
      ],
      'one container without': [
        [autoscaler({ metrics: [metric('memory', utilization)] }), withResources({ limits: { memory: '1Gi' } }, cpu)],
        '0 spec.metrics: no memory request in c1',
      ],
      'the container that is named': [
        [withResources({}, cpu), autoscaler({ metrics: [metric('cpu', utilization, 'c0')] })],
        '1 spec.metrics: no cpu request in c0',
      ],
      'in autoscaling/v1': [
        [withResources({}), { ...autoscaler(), apiVersion: 'autoscaling/v1' }],
        '1 spec.metrics: no cpu request in c0',
      ],
    },
  },
  'valid-replica-range': {
    valid: { more: autoscaler() },
    invalid: { equal: [autoscaler({ maxReplicas: 2 }), 'spec.maxReplicas: it keeps exactly 2'] },
  },
  'require-scale-target': {
    valid: {
      'a Deployment': [deployment(), autoscaler()],
      'a kind of somebody else': [autoscaler({}, { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' })],
      'objects that are not the whole app': { manifests: [autoscaler()], oneApp: false },
    },
    invalid: {
      none: [autoscaler(), 'spec.scaleTargetRef.name: the app has no Deployment/web'],
      'another kind': [
        [workload('StatefulSet', { serviceName: 'web' }), autoscaler()],
        '1 spec.scaleTargetRef.name: the app has no Deployment/web',
      ],
      'in another namespace': [
        [deployment({}, { namespace: 'shop' }), autoscaler()],
        '1 spec.scaleTargetRef.name: the app has no Deployment/web',
      ],
    },
  },
});
