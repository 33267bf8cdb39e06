import type { Job, LabelSelector, PodTemplateSpec } from '../../../kubernetes/generated/decoded';
import { jobSelection } from '../../../kubernetes/job-selection';
import { isBuildable, isEmptySelector, type Labels, selects } from '../../../kubernetes/label-selector';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';

/** A workload as far as its selector and its template are concerned. */
interface SelectingWorkload {
  readonly spec?: { readonly selector?: LabelSelector; readonly template?: PodTemplateSpec };
}

const SOURCE =
  'kubernetes pkg/apis/apps/validation/validation.go ValidateDeploymentSpec, ValidateReplicaSetSpec, ValidateStatefulSetSpec, ValidateDaemonSetSpec';

/** How a workload finds its pods: its selector, and the labels that its template gives them. */
export const workloadSelectorRules = defineRules([
  {
    id: 'require-selector',
    summary: 'A Deployment, a ReplicaSet and a StatefulSet state which pods are theirs.',
    why: 'Nothing is taken over from the template: without a selector the workload would own no pod.',
    fix: 'Write spec.selector.matchLabels with labels of spec.template.metadata.labels.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { metadata: { labels: { app: web } } } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web } } }',
    },
    visit: { Deployment: requireSelector, ReplicaSet: requireSelector, StatefulSet: requireSelector },
  },
  {
    id: 'no-empty-selector',
    summary: 'The selector of a workload asks for at least one label.',
    why: 'An empty selector would claim every pod of the namespace.',
    fix: 'Write spec.selector.matchLabels with labels of spec.template.metadata.labels.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: {} }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web } } }',
    },
    visit: {
      DaemonSet: noEmptySelector,
      Deployment: noEmptySelector,
      ReplicaSet: noEmptySelector,
      StatefulSet: noEmptySelector,
    },
  },
  {
    id: 'valid-selector',
    summary:
      'The selector of a Deployment, a ReplicaSet or a StatefulSet can be built from its labels and expressions.',
    why: 'The server looks at the template only when the selector can be asked about it.',
    fix: 'Mend the label or the expression that is reported below the selector.',
    source: `${SOURCE}, k8s.io/apimachinery pkg/apis/meta/v1/helpers.go LabelSelectorAsSelector`,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: a b } } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web } } }',
    },
    visit: { Deployment: validSelector, ReplicaSet: validSelector, StatefulSet: validSelector },
  },
  {
    id: 'valid-template-labels',
    summary: 'The labels of the pod template satisfy the selector of the workload.',
    why: 'The workload would create pods for ever that it does not recognise as its own.',
    fix: 'Give spec.template.metadata.labels every label that spec.selector asks for.',
    source: `${SOURCE}, pkg/apis/batch/validation/validation.go ValidateJobSpec`,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector: { matchLabels: { app: web } }\n  template: { metadata: { labels: { app: api } } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector: { matchLabels: { app: web } }\n  template: { metadata: { labels: { app: web, tier: front } } }',
    },
    visit: {
      DaemonSet: validTemplateLabels,
      Deployment: validTemplateLabels,
      Job: validJobTemplateLabels,
      ReplicaSet: validTemplateLabels,
      StatefulSet: validTemplateLabels,
    },
  },
  {
    id: 'valid-replication-controller-selector',
    summary: 'A ReplicationController has a selector, which the labels of its pod template satisfy.',
    why: 'Selector and labels are taken from the template where they are absent; with neither, no pod would be its own.',
    fix: 'Give spec.template.metadata.labels, and leave spec.selector out.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidateReplicationControllerSpec, ValidatePodTemplateSpecForRC',
    example: {
      bad: 'apiVersion: v1\nkind: ReplicationController\nmetadata: { name: web }\nspec: { template: { spec: {} } }',
      good: 'apiVersion: v1\nkind: ReplicationController\nmetadata: { name: web }\nspec: { template: { metadata: { labels: { app: web } } } }',
    },
    visit: {
      ReplicationController({ spec = {} }, at, report) {
        const { selector, template } = spec;
        if (isEmptySelector({ matchLabels: selector })) report(required(at.down('spec', 'selector')));
        else if (template) checkLabels({ matchLabels: selector }, template.metadata?.labels, at, report);
      },
    },
  },
  {
    id: 'require-template',
    summary: 'A ReplicationController has a pod template.',
    why: 'There is nothing to create pods from otherwise.',
    fix: 'Write spec.template with metadata.labels and spec.containers.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePodTemplateSpecForRC',
    example: {
      bad: 'apiVersion: v1\nkind: ReplicationController\nmetadata: { name: web }\nspec: { selector: { app: web } }',
      good: 'apiVersion: v1\nkind: ReplicationController\nmetadata: { name: web }\nspec: { template: { metadata: { labels: { app: web } } } }',
    },
    visit: {
      ReplicationController({ spec }, at, report) {
        if (!spec?.template) report(required(at.down('spec', 'template')));
      },
    },
  },
]);

function requireSelector({ spec }: SelectingWorkload, at: FieldPath, report: Report): void {
  if (!spec?.selector) report(required(at.down('spec', 'selector')));
}

function noEmptySelector(
  { spec }: SelectingWorkload,
  at: FieldPath,
  report: Report,
  { kind: { kind } }: ObjectContext,
): void {
  const selector = spec?.selector;
  if (selector && isEmptySelector(selector))
    report(invalid(at.down('spec', 'selector'), selector, `empty selector is invalid for a ${kind}`));
}

function validSelector({ spec }: SelectingWorkload, at: FieldPath, report: Report): void {
  const selector = spec?.selector;
  if (selector && !isBuildable(selector))
    report(invalid(at.down('spec', 'selector'), selector, 'invalid label selector'));
}

function validTemplateLabels({ spec }: SelectingWorkload, at: FieldPath, report: Report): void {
  if (spec?.selector === undefined || isBuildable(spec.selector))
    checkLabels(spec?.selector, spec?.template?.metadata?.labels, at, report);
}

function validJobTemplateLabels(job: Job, at: FieldPath, report: Report): void {
  const { selector, labels } = jobSelection(job);
  if (selector === undefined || isBuildable(selector)) checkLabels(selector, labels, at, report);
}

function checkLabels(
  selector: LabelSelector | undefined,
  labels: Labels | undefined,
  at: FieldPath,
  report: Report,
): void {
  if (selects(selector, labels ?? {})) return;
  report(invalid(at.down('spec', 'template', 'metadata', 'labels'), labels, 'selector does not match template labels'));
}
