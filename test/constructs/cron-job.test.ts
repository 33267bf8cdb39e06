import { CronJob } from '../../lib/constructs/cron-job';
import { inOrder, synthesized } from './synthesized';

const containers = { task: { image: 'task:1' } };

test('a CronJob: its own fields, those of its Jobs in jobTemplate, those of the pods below', () => {
  const object = synthesized(
    (chart) =>
      new CronJob(chart, 'task', {
        metadata: { labels: { team: 'a' } },
        restartPolicy: 'OnFailure',
        containers,
        template: { metadata: { labels: { task: 'x' } }, spec: { activeDeadlineSeconds: 10 } },
        jobTemplate: { metadata: { labels: { job: 'y' } }, spec: { backoffLimit: 1, activeDeadlineSeconds: 100 } },
        suspend: false,
        concurrencyPolicy: 'Forbid',
        timeZone: 'Asia/Seoul',
        schedule: '*/5 * * * *',
      }),
  );
  expect(inOrder(object)).toBe(
    inOrder({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'task', labels: { team: 'a' } },
      spec: {
        schedule: '*/5 * * * *',
        timeZone: 'Asia/Seoul',
        suspend: false,
        concurrencyPolicy: 'Forbid',
        jobTemplate: {
          metadata: { labels: { job: 'y' } },
          spec: {
            backoffLimit: 1,
            activeDeadlineSeconds: 100,
            template: {
              metadata: { labels: { task: 'x' } },
              spec: {
                containers: [{ name: 'task', image: 'task:1' }],
                restartPolicy: 'OnFailure',
                activeDeadlineSeconds: 10,
              },
            },
          },
        },
      },
    }),
  );
});

test('a CronJob without anything about its Jobs', () => {
  expect(
    synthesized((chart) => new CronJob(chart, 'task', { schedule: '@daily', restartPolicy: 'Never', containers })).spec,
  ).toEqual({
    schedule: '@daily',
    jobTemplate: {
      spec: { template: { spec: { containers: [{ name: 'task', image: 'task:1' }], restartPolicy: 'Never' } } },
    },
  });
});
