import { jobSelectorRules } from '../../../../lib/validation/rules/server/job-selector';
import { cronJob, job, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const selector = { matchLabels: { app: 'web' } };
const labelled = (labels: Record<string, string>, spec = {}) =>
  job({ template: podTemplate({ restartPolicy: 'Never' }, { labels }), ...spec });
const LABELS = 'spec.template.metadata.labels';

testRules(jobSelectorRules, {
  'require-manual-selector': {
    valid: { given: job({ manualSelector: true, selector }), 'not manual': job({ manualSelector: false }) },
    invalid: { none: [job({ manualSelector: true }), 'spec.selector: FieldValueRequired'] },
  },
  'no-job-selector': {
    valid: {
      none: job(),
      empty: job({ selector: {} }),
      manual: job({ manualSelector: true, selector }),
      'one that cannot be built': job({ selector: { matchLabels: { app: 'a b' } } }),
    },
    invalid: {
      given: [job({ selector }), 'spec.selector: FieldValueInvalid'],
      'the uid of another': [
        job({ selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': 'x' } } }),
        'spec.selector: FieldValueInvalid',
      ],
      'other names': [
        job({ selector: { matchExpressions: [{ key: 'job-name', operator: 'In', values: ['other'] }] } }),
        'spec.selector: FieldValueInvalid',
      ],
    },
  },
  'no-reserved-job-labels': {
    valid: {
      'the right name': labelled({ 'job-name': 'web', 'batch.kubernetes.io/job-name': 'web' }),
      manual: labelled({ app: 'web', 'job-name': 'x' }, { manualSelector: true, selector }),
    },
    invalid: {
      'another name': [labelled({ 'job-name': 'x' }), `${LABELS}[job-name]: FieldValueInvalid`],
      'a uid': [labelled({ 'controller-uid': 'x' }), `${LABELS}[controller-uid]: FieldValueInvalid`],
    },
  },
  'no-cron-job-selector': {
    valid: { 'not manual': cronJob({}, { manualSelector: false }) },
    invalid: {
      empty: [cronJob({}, { selector: {} }), 'spec.jobTemplate.spec.selector: FieldValueInvalid'],
      manual: [cronJob({}, { manualSelector: true }), 'spec.jobTemplate.spec.manualSelector: FieldValueNotSupported'],
    },
  },
});
