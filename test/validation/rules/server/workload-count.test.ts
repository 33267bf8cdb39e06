import { workloadCountRules } from '../../../../lib/validation/rules/server/workload-count';
import { cronJob, deployment, job, object, podTemplate, workload } from '../../manifests';
import { testRules } from '../test-rules';

testRules(workloadCountRules, {
  'valid-count': {
    valid: {
      zero: deployment({ replicas: 0, minReadySeconds: 0, revisionHistoryLimit: 0 }),
      'the most': deployment({ replicas: 2 ** 31 - 1 }),
      'a Job of nothing': job({ completions: 0, parallelism: 0, backoffLimit: 0, activeDeadlineSeconds: 0 }),
      'the revisions of a StatefulSet, which are not checked': workload('StatefulSet', { revisionHistoryLimit: -1 }),
      'limits for an index in 1.28, which drops them': {
        manifest: job({ backoffLimitPerIndex: -1, maxFailedIndexes: -1 }),
        kubeVersion: '1.28',
      },
    },
    invalid: {
      'a Deployment': [
        deployment({ replicas: -1, minReadySeconds: -1, revisionHistoryLimit: -1, progressDeadlineSeconds: -1 }),
        'spec.replicas: FieldValueInvalid',
        'spec.minReadySeconds: FieldValueInvalid',
        'spec.revisionHistoryLimit: FieldValueInvalid',
        'spec.progressDeadlineSeconds: FieldValueInvalid',
      ],
      'a DaemonSet': [
        workload('DaemonSet', { minReadySeconds: -1, revisionHistoryLimit: -1 }),
        'spec.minReadySeconds: FieldValueInvalid',
        'spec.revisionHistoryLimit: FieldValueInvalid',
      ],
      'a StatefulSet': [workload('StatefulSet', { replicas: -1 }), 'spec.replicas: FieldValueInvalid'],
      'a ReplicaSet': [workload('ReplicaSet', { minReadySeconds: -1 }), 'spec.minReadySeconds: FieldValueInvalid'],
      'a ReplicationController': [
        object('v1', 'ReplicationController', { spec: { replicas: -1, template: podTemplate() } }),
        'spec.replicas: FieldValueInvalid',
      ],
      'a Job': [
        job({ completions: -1, parallelism: -1, backoffLimit: -1, ttlSecondsAfterFinished: -1 }),
        'spec.completions: FieldValueInvalid',
        'spec.parallelism: FieldValueInvalid',
        'spec.backoffLimit: FieldValueInvalid',
        'spec.ttlSecondsAfterFinished: FieldValueInvalid',
      ],
      'a CronJob and its Job': [
        cronJob({ startingDeadlineSeconds: -1, failedJobsHistoryLimit: -1 }, { activeDeadlineSeconds: -1 }),
        'spec.startingDeadlineSeconds: FieldValueInvalid',
        'spec.failedJobsHistoryLimit: FieldValueInvalid',
        'spec.jobTemplate.spec.activeDeadlineSeconds: FieldValueInvalid',
      ],
    },
  },
});
