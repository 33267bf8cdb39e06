import type { PodTemplateSpec } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, notSupported } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { podTemplateScope } from '../../pod-template-scope';
import { defineRules, type Report } from '../../rule';

interface Workload {
  readonly spec?: { readonly replicas?: number; readonly template?: PodTemplateSpec };
}

const SOURCE =
  'kubernetes pkg/apis/apps/validation/validation.go ValidatePodTemplateSpecForReplicaSet, ValidateStatefulSetSpec, ValidateDaemonSetSpec, pkg/apis/core/validation/validation.go ValidatePodTemplateSpecForRC';

/** What the workloads that keep pods running ask of their pod template. */
export const workloadTemplateRules = defineRules([
  {
    id: 'valid-template-restart-policy',
    summary: 'The pods of a workload that keeps them running are always restarted.',
    why: 'A pod that may end would be replaced at once; work that ends is for a Job.',
    fix: 'Leave restartPolicy out, or use a Job for work that ends.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { restartPolicy: Never } } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { restartPolicy: Always } } }',
    },
    visit: {
      DaemonSet: validRestartPolicy,
      Deployment: validRestartPolicy,
      ReplicaSet: validRestartPolicy,
      ReplicationController: validRestartPolicy,
      StatefulSet: validRestartPolicy,
    },
  },
  {
    id: 'no-template-active-deadline',
    summary: 'The pods of a workload that keeps them running have no activeDeadlineSeconds.',
    why: 'Every pod would be killed at its deadline and replaced, for ever.',
    fix: 'Leave activeDeadlineSeconds out, or use a Job for work that must end in time.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { activeDeadlineSeconds: 60 } } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { terminationGracePeriodSeconds: 60 } } }',
    },
    visit: {
      DaemonSet: noActiveDeadline,
      Deployment: noActiveDeadline,
      ReplicaSet: noActiveDeadline,
      ReplicationController: noActiveDeadline,
      StatefulSet: noActiveDeadline,
    },
  },
  {
    id: 'no-writable-replicated-disk',
    summary: 'More than one replica mounts a GCE persistent disk only for reading.',
    why: 'Such a disk can be attached to several nodes only while nobody writes to it.',
    fix: 'Write readOnly: true, or claim storage for each replica with a StatefulSet.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateReadOnlyPersistentDisks',
    until: 28,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2, template: { spec: { volumes: [{ name: data, gcePersistentDisk: { pdName: data } }] } } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2, template: { spec: { volumes: [{ name: data, gcePersistentDisk: { pdName: data, readOnly: true } }] } } }',
    },
    visit: {
      Deployment: noWritableDisk,
      ReplicaSet: noWritableDisk,
      ReplicationController: noWritableDisk,
    },
  },
]);

function validRestartPolicy({ spec }: Workload, at: FieldPath, report: Report, context: ObjectContext): void {
  const policy = spec?.template?.spec?.restartPolicy ?? 'Always';
  if (policy === 'Always' || isHidden(context)) return;
  report(notSupported(at.down('spec', 'template', 'spec', 'restartPolicy'), policy, ['Always']));
}

function noActiveDeadline({ spec }: Workload, at: FieldPath, report: Report, context: ObjectContext): void {
  if (spec?.template?.spec?.activeDeadlineSeconds === undefined || isHidden(context)) return;
  const detail = `may not be set in the template of a ${context.kind.kind}`;
  report(forbidden(at.down('spec', 'template', 'spec', 'activeDeadlineSeconds'), detail));
}

function noWritableDisk({ spec = {} }: Workload, at: FieldPath, report: Report, context: ObjectContext): void {
  const { replicas = 1, template } = spec;
  if (replicas <= 1 || isHidden(context)) return;
  template?.spec?.volumes?.forEach(({ gcePersistentDisk: disk }, index) => {
    if (!disk || disk.readOnly) return;
    const field = at.down('spec', 'template', 'spec', 'volumes').index(index).down('gcePersistentDisk', 'readOnly');
    report(invalid(field, false, 'must be true for more than one replica'));
  });
}

/** Whether the server does not look at the template; of a StatefulSet it looks at these two fields all the same. */
function isHidden(context: ObjectContext): boolean {
  return context.kind.kind !== 'StatefulSet' && podTemplateScope(context) === 'nothing';
}
