import { workloadTemplateRules } from '../../../../lib/validation/rules/server/workload-template';
import { deployment, job, object, podTemplate, workload } from '../../manifests';
import { testRules } from '../test-rules';

const unbuildable = { matchLabels: { app: 'a b' } };
const disk = (readOnly?: boolean) =>
  podTemplate({ volumes: [{ name: 'data', gcePersistentDisk: { pdName: 'data', readOnly } }] });
const POLICY = 'spec.template.spec.restartPolicy: FieldValueNotSupported';
const DEADLINE = 'spec.template.spec.activeDeadlineSeconds: FieldValueForbidden';
const DISK = 'spec.template.spec.volumes[0].gcePersistentDisk.readOnly: FieldValueInvalid';

testRules(workloadTemplateRules, {
  'valid-template-restart-policy': {
    valid: {
      none: deployment(),
      Always: workload('DaemonSet', { template: podTemplate({ restartPolicy: 'Always' }) }),
      'a Job': job(),
      'a template that is not looked at': deployment({
        selector: unbuildable,
        template: podTemplate({ restartPolicy: 'Never' }),
      }),
    },
    invalid: {
      Never: [deployment({ template: podTemplate({ restartPolicy: 'Never' }) }), POLICY],
      'a word that is none': [workload('ReplicaSet', { template: podTemplate({ restartPolicy: 'always' }) }), POLICY],
      'a StatefulSet of 1.28': [
        {
          manifest: workload('StatefulSet', { template: podTemplate({ restartPolicy: 'OnFailure' }) }),
          kubeVersion: '1.28',
        },
        POLICY,
      ],
      'a StatefulSet whose selector cannot be built': [
        workload('StatefulSet', { selector: unbuildable, template: podTemplate({ restartPolicy: 'Never' }) }),
        POLICY,
      ],
      'a ReplicationController': [
        object('v1', 'ReplicationController', { spec: { template: podTemplate({ restartPolicy: 'Never' }) } }),
        POLICY,
      ],
    },
  },
  'no-template-active-deadline': {
    valid: { 'a Job': job({ template: podTemplate({ restartPolicy: 'Never', activeDeadlineSeconds: 60 }) }) },
    invalid: {
      'a Deployment': [deployment({ template: podTemplate({ activeDeadlineSeconds: 60 }) }), DEADLINE],
      'a DaemonSet': [workload('DaemonSet', { template: podTemplate({ activeDeadlineSeconds: 60 }) }), DEADLINE],
    },
  },
  'no-writable-replicated-disk': {
    valid: {
      'one replica': { manifest: deployment({ template: disk() }), kubeVersion: '1.28' },
      'read only': { manifest: deployment({ replicas: 2, template: disk(true) }), kubeVersion: '1.28' },
      'a StatefulSet': { manifest: workload('StatefulSet', { replicas: 2, template: disk() }), kubeVersion: '1.28' },
      '1.29': { manifest: deployment({ replicas: 2, template: disk() }), kubeVersion: '1.29' },
    },
    invalid: {
      'two replicas': [{ manifest: deployment({ replicas: 2, template: disk() }), kubeVersion: '1.28' }, DISK],
      'a ReplicaSet': [
        { manifest: workload('ReplicaSet', { replicas: 2, template: disk(false) }), kubeVersion: '1.28' },
        DISK,
      ],
    },
  },
});
