import { defaulted, defaultedSpec } from './defaulted';

type Body = Record<string, unknown>;

const labels = { 'job-name': 'web', 'batch.kubernetes.io/job-name': 'web' };
const filled = {
  completions: 1,
  parallelism: 1,
  backoffLimit: 6,
  completionMode: 'NonIndexed',
  suspend: false,
  manualSelector: false,
  podReplacementPolicy: 'TerminatingOrFailed',
  template: expect.anything(),
};

describe('defaultJob', () => {
  test.each<[string, Body, Body]>([
    ['runs once', {}, {}],
    [
      'runs until a pod succeeds with parallelism alone',
      { parallelism: 3 },
      { parallelism: 3, completions: undefined },
    ],
    ['runs one pod at a time with completions alone', { completions: 3 }, { completions: 3 }],
    [
      'never gives up as a whole with a limit per index',
      { backoffLimitPerIndex: 1 },
      { backoffLimitPerIndex: 1, backoffLimit: 2147483647 },
    ],
    ['keeps zeros', { backoffLimit: 0, parallelism: 0 }, { backoffLimit: 0, parallelism: 0, completions: undefined }],
    [
      'replaces pods when they failed under a failure policy',
      { podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] } },
      {
        podReplacementPolicy: 'Failed',
        podFailurePolicy: {
          rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
        },
      },
    ],
  ])('%s', (_, spec, expected) => {
    expect(defaultedSpec('batch/v1', 'Job', spec)).toEqual({ ...filled, ...expected });
  });

  test.each<[string, number, Body, string]>([
    ['podReplacementPolicy', 28, { podReplacementPolicy: 'Failed' }, 'spec.podReplacementPolicy'],
    ['backoffLimitPerIndex', 28, { backoffLimitPerIndex: 1 }, 'spec.backoffLimitPerIndex'],
    ['maxFailedIndexes', 28, { maxFailedIndexes: 1 }, 'spec.maxFailedIndexes'],
    ['FailIndex', 28, { podFailurePolicy: { rules: [{ action: 'FailIndex' }] } }, 'spec.podFailurePolicy.rules.0'],
    ['successPolicy', 30, { successPolicy: { rules: [{ succeededCount: 1 }] } }, 'spec.successPolicy'],
    ['managedBy', 31, { managedBy: 'example.com/x' }, 'spec.managedBy'],
  ])('drops %s until 1.%i, but not in a CronJob', (_, last, spec, path) => {
    const job = { apiVersion: 'batch/v1', kind: 'Job', spec };
    const cronJob = { apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { spec } } };
    expect(defaulted(job, last)).not.toHaveProperty(path);
    expect(defaulted(job, last + 1)).toHaveProperty(path);
    expect(defaulted(cronJob, last)).toHaveProperty(`spec.jobTemplate.${path}`);
  });

  test.each<[string, Body, Body, Body | undefined, Body | undefined]>([
    ['labels its pods with its name', {}, {}, labels, undefined],
    [
      'keeps other labels of its pods and bears all',
      { template: { metadata: { labels: { app: 'a' } } } },
      {},
      { app: 'a', ...labels },
      { app: 'a', ...labels },
    ],
    [
      'keeps its own labels',
      { template: { metadata: { labels: { app: 'a' } } } },
      { labels: { own: 'b' } },
      { app: 'a', ...labels },
      { own: 'b' },
    ],
    [
      'keeps a name label that is given',
      { template: { metadata: { labels: { 'job-name': 'x' } } } },
      { labels: { own: 'b' } },
      { ...labels, 'job-name': 'x' },
      { own: 'b' },
    ],
    ['adds no labels to a selector of its own', { manualSelector: true }, {}, undefined, undefined],
  ])('%s', (_, spec, metadata, podLabels, jobLabels) => {
    const job = defaulted({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'web', ...metadata }, spec });
    const template = (job.spec as { template: { metadata?: Body } }).template;
    expect(template.metadata?.labels).toEqual(podLabels);
    expect((job.metadata as Body).labels).toEqual(jobLabels);
  });
});

describe('defaultCronJob', () => {
  const cron = {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
    jobTemplate: { spec: { template: expect.anything() } },
  };

  test.each<[string, Body, Body]>([
    ['fills in an empty spec', {}, {}],
    [
      'keeps zeros',
      { successfulJobsHistoryLimit: 0, failedJobsHistoryLimit: 0 },
      { successfulJobsHistoryLimit: 0, failedJobsHistoryLimit: 0 },
    ],
    ['reads an empty policy as absent', { concurrencyPolicy: '' }, {}],
  ])('%s, and leaves the spec of its Jobs to them', (_, spec, expected) => {
    expect(defaultedSpec('batch/v1', 'CronJob', spec)).toEqual({ ...cron, ...expected });
  });
});
