import { controllerUidLabels, generatedLabels, jobNameLabels, jobSelection } from '../../../kubernetes/job-selection';
import { isBuildable, selects } from '../../../kubernetes/label-selector';
import { invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/batch/validation/validation.go';

/** How a Job finds its pods: by labels that the server makes up, unless manualSelector is true. */
export const jobSelectorRules = defineRules([
  {
    id: 'require-manual-selector',
    summary: 'A Job with manualSelector: true has a selector.',
    why: 'The server was told not to make one up.',
    fix: 'Leave manualSelector out, or write spec.selector.',
    source: `${SOURCE} ValidateJobSpec`,
    example: { bad: 'spec: { manualSelector: true }', good: 'spec: { manualSelector: true, selector: {} }' },
    visit: {
      Job({ spec = {} }, at, report) {
        if (spec.manualSelector === true && !spec.selector) report(required(at.down('spec', 'selector')));
      },
    },
  },
  {
    id: 'no-job-selector',
    summary: 'A Job without manualSelector: true asks for no labels but those that the server makes up.',
    why: 'The server adds a label that is unique to the Job, so that no other pods are taken for its own.',
    fix: 'Leave spec.selector out.',
    source: `${SOURCE} validateGeneratedSelector`,
    example: {
      bad: 'spec: { selector: { matchLabels: { app: web } } }',
      good: 'spec: { manualSelector: true, selector: { matchLabels: { app: web } } }',
    },
    visit: {
      Job(job, at, report) {
        const { spec = {}, metadata } = job;
        if (spec.manualSelector === true || !spec.selector) return;
        const { selector } = jobSelection(job);
        if (selector && isBuildable(selector) && !selects(selector, generatedLabels(metadata?.name)))
          report(invalid(at.down('spec', 'selector'), spec.selector, 'selector not auto-generated'));
      },
    },
  },
  {
    id: 'no-reserved-job-labels',
    summary: 'The pod template of a Job leaves the labels with the name and the uid of the Job to the server.',
    why: 'The server fills them in; the uid cannot be known beforehand, and another name would be wrong.',
    fix: 'Remove the label from spec.template.metadata.labels.',
    source: `${SOURCE} validateGeneratedSelector, pkg/apis/core/validation/validation.go ValidateHasLabel`,
    example: {
      bad: 'spec: { template: { metadata: { labels: { job-name: other } } } }',
      good: 'spec: { template: { metadata: { labels: { job-name: web } } } }',
    },
    visit: {
      Job({ spec = {}, metadata }, at, report) {
        const labels = spec.template?.metadata?.labels;
        if (!labels || spec.manualSelector === true) return;
        const name = metadata?.name ?? '';
        const field = () => at.down('spec', 'template', 'metadata', 'labels');
        for (const label of controllerUidLabels) {
          const value = labels[label];
          if (value !== undefined) report(invalid(field().key(label), value, 'must be the uid of the Job'));
        }
        for (const label of jobNameLabels) {
          const value = labels[label];
          if (value !== undefined && value !== name)
            report(invalid(field().key(label), value, `must be the name of the Job, ${name}`));
        }
      },
    },
  },
  {
    id: 'no-cron-job-selector',
    summary: 'The job template of a CronJob has neither a selector nor manualSelector: true.',
    why: 'Each of its Jobs gets a selector of its own.',
    fix: 'Leave selector and manualSelector out of the job template.',
    source: `${SOURCE} ValidateJobTemplateSpec`,
    example: {
      bad: 'spec: { jobTemplate: { spec: { selector: {} } } }',
      good: 'spec: { jobTemplate: { spec: { manualSelector: false } } }',
    },
    visit: {
      CronJob({ spec = {} }, at, report) {
        const { selector, manualSelector } = spec.jobTemplate?.spec ?? {};
        const field = at.down('spec', 'jobTemplate', 'spec');
        if (selector) report(invalid(field.child('selector'), selector, 'selector will be auto-generated'));
        if (manualSelector === true)
          report(notSupported(field.child('manualSelector'), manualSelector, ['nil', 'false']));
      },
    },
  },
]);
