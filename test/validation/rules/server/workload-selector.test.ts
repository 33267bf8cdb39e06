import { workloadSelectorRules } from '../../../../lib/validation/rules/server/workload-selector';
import { deployment, job, object, podTemplate, workload } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const controller = (spec: Body) => object('v1', 'ReplicationController', { spec });
const notIn = { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] };

testRules(workloadSelectorRules, {
  'require-selector': {
    valid: { 'an empty one, which is another rule': deployment({ selector: {} }) },
    invalid: {
      'a Deployment': [deployment({ selector: undefined }), 'spec.selector: FieldValueRequired'],
      'a StatefulSet': [workload('StatefulSet', { selector: null }), 'spec.selector: FieldValueRequired'],
      'no spec': [object('apps/v1', 'ReplicaSet'), 'spec.selector: FieldValueRequired'],
    },
  },
  'no-empty-selector': {
    valid: {
      'an expression': deployment({ selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }),
      'no selector': workload('DaemonSet', { selector: undefined }),
    },
    invalid: {
      'nothing in it': [deployment({ selector: {} }), 'spec.selector: FieldValueInvalid'],
      'no labels in it': [workload('DaemonSet', { selector: { matchLabels: {} } }), 'spec.selector: FieldValueInvalid'],
    },
  },
  'valid-selector': {
    valid: {
      'a DaemonSet, which is not asked': workload('DaemonSet', { selector: { matchLabels: { app: 'a b' } } }),
      'other labels than those of the template': deployment({ selector: { matchLabels: { app: 'api' } } }),
    },
    invalid: {
      'a bad value': [deployment({ selector: { matchLabels: { app: 'a b' } } }), 'spec.selector: FieldValueInvalid'],
      'a bad operator': [
        workload('ReplicaSet', { selector: { matchExpressions: [{ key: 'app', operator: 'in', values: ['web'] }] } }),
        'spec.selector: FieldValueInvalid',
      ],
      'In without values': [
        workload('StatefulSet', { selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } }),
        'spec.selector: FieldValueInvalid',
      ],
    },
  },
  'valid-template-labels': {
    valid: {
      'more labels': deployment({ template: podTemplate({}, { labels: { app: 'web', tier: 'front' } }) }),
      'an absent label and NotIn': deployment({ selector: notIn, template: podTemplate({}, { labels: {} }) }),
      'a selector that cannot be built': deployment({ selector: { matchLabels: { app: 'a b' } } }),
      'a Job, whose labels are made up': job(),
      'a Job with an empty manual selector': job({ manualSelector: true, selector: {} }),
    },
    invalid: {
      'another value': [
        deployment({ selector: { matchLabels: { app: 'Web' } } }),
        'spec.template.metadata.labels: FieldValueInvalid',
      ],
      'no template': [deployment({ template: undefined }), 'spec.template.metadata.labels: FieldValueInvalid'],
      'no selector': [
        workload('DaemonSet', { selector: undefined }),
        'spec.template.metadata.labels: FieldValueInvalid',
      ],
      'one label of two': [
        deployment({ selector: { matchLabels: { app: 'web', tier: 'front' } } }),
        'spec.template.metadata.labels: FieldValueInvalid',
      ],
      'a value that NotIn names': [deployment({ selector: notIn }), 'spec.template.metadata.labels: FieldValueInvalid'],
      'a Job that writes the uid itself': [
        job({
          template: podTemplate({ restartPolicy: 'Never' }, { labels: { 'batch.kubernetes.io/controller-uid': 'x' } }),
        }),
        'spec.template.metadata.labels: FieldValueInvalid',
      ],
      'a Job with a manual selector': [
        job({ manualSelector: true, selector: { matchLabels: { app: 'api' } } }),
        'spec.template.metadata.labels: FieldValueInvalid',
      ],
    },
  },
  'valid-replication-controller-selector': {
    valid: {
      'the labels of the template': controller({ template: podTemplate() }),
      'one of its labels': controller({ selector: { app: 'web' }, template: podTemplate() }),
    },
    invalid: {
      'neither labels nor selector': [
        controller({ template: podTemplate({}, { labels: {} }) }),
        'spec.selector: FieldValueRequired',
      ],
      'another label': [
        controller({ selector: { app: 'api' }, template: podTemplate() }),
        'spec.template.metadata.labels: FieldValueInvalid',
      ],
    },
  },
  'require-template': {
    valid: { 'an empty one': controller({ template: {} }) },
    invalid: {
      none: [controller({ selector: { app: 'web' } }), 'spec.template: FieldValueRequired'],
      'no spec': [object('v1', 'ReplicationController'), 'spec.template: FieldValueRequired'],
    },
  },
});
