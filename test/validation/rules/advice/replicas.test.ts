import { replicasAdvice } from '../../../../lib/validation/rules/advice/replicas';
import { cronJob, deployment, job, object, podTemplate, workload } from '../../manifests';
import { testAdvice } from '../test-advice';

const autoscaler = (target: object = {}, namespace?: string, spec: object = {}) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', {
    metadata: { name: 'web', namespace },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', ...target },
      minReplicas: 2,
      maxReplicas: 5,
      ...spec,
    },
  });
const v1 = {
  ...autoscaler(),
  apiVersion: 'autoscaling/v1',
};
const constraint = {
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'DoNotSchedule',
  labelSelector: { matchLabels: { app: 'web' } },
};
const antiAffinity = {
  podAntiAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 1,
        podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: constraint.labelSelector },
      },
    ],
  },
};
const claim = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
const SPREAD = 'spec.template.spec.topologySpreadConstraints';

testAdvice(replicasAdvice, {
  'no-fixed-replicas': {
    valid: {
      'no autoscaler': [deployment({ replicas: 3 })],
      'no number': [deployment(), autoscaler()],
      'an autoscaler of another workload': [deployment({ replicas: 3 }), autoscaler({ name: 'shop' })],
      'an autoscaler of another kind': [deployment({ replicas: 3 }), autoscaler({ kind: 'StatefulSet' })],
      'an autoscaler in another namespace': [deployment({ replicas: 3 }), autoscaler({}, 'shop')],
    },
    invalid: {
      'a number beside an autoscaler': [
        [deployment({ replicas: 3 }), autoscaler()],
        '0 spec.replicas: keeps between 2 and 5 pods, and each apply sets 3',
      ],
      'whichever comes first': [[v1, deployment({ replicas: 1 })], '1 spec.replicas: each apply sets 1'],
      'a StatefulSet': [
        [workload('StatefulSet', { replicas: 3, serviceName: 'web' }), autoscaler({ kind: 'StatefulSet' })],
        '0 spec.replicas: each apply sets 3',
      ],
    },
  },
  'require-replicas': {
    valid: {
      two: deployment({ replicas: 2 }),
      'none, which is meant': deployment({ replicas: 0 }),
      'an autoscaler that counts them': [deployment(), autoscaler()],
      'pods that may never run side by side': deployment({ replicas: 1, strategy: { type: 'Recreate' } }),
      'a claim, which another node may not mount': deployment({ template: podTemplate({ volumes: claim }) }),
      'a StatefulSet': workload('StatefulSet', { replicas: 1, serviceName: 'web' }),
      'a DaemonSet': workload('DaemonSet'),
      'a Job and a CronJob, which come to an end': [job(), cronJob()],
    },
    invalid: {
      one: [deployment({ replicas: 1 }), 'spec.replicas: the only pod'],
      'one by default': [deployment(), 'spec.replicas: the only pod'],
    },
  },
  'require-spread': {
    valid: {
      'one pod': deployment({ replicas: 1 }),
      'a spread': deployment({ replicas: 2, template: podTemplate({ topologySpreadConstraints: [constraint] }) }),
      'an anti-affinity': deployment({ replicas: 2, template: podTemplate({ affinity: antiAffinity }) }),
      'a DaemonSet, one on each node': workload('DaemonSet'),
      'an autoscaler that leaves one': [deployment(), autoscaler({}, undefined, { minReplicas: 1 })],
    },
    invalid: {
      'three pods': [deployment({ replicas: 3 }), `${SPREAD}: one node may hold all 3 pods`],
      'a StatefulSet': [
        workload('StatefulSet', { replicas: 2, serviceName: 'web' }),
        `${SPREAD}: one node may hold all 2 pods`,
      ],
      'as many as the autoscaler leaves': [[deployment(), autoscaler()], `0 ${SPREAD}: one node may hold all 2 pods`],
    },
  },
});
