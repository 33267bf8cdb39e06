import { Job } from '../../lib/constructs/job';
import { inOrder, spec, synthesized } from './synthesized';

const containers = { task: { image: 'task:1' } };

test('a Job has no selector: the server makes one', () => {
  const object = synthesized(
    (chart) =>
      new Job(chart, 'task', { restartPolicy: 'Never', containers, ttlSecondsAfterFinished: 60, backoffLimit: 2 }),
  );
  expect(inOrder(object)).toBe(
    inOrder({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'task' },
      spec: {
        backoffLimit: 2,
        ttlSecondsAfterFinished: 60,
        template: { spec: { containers: [{ name: 'task', image: 'task:1' }], restartPolicy: 'Never' } },
      },
    }),
  );
});

test('activeDeadlineSeconds is that of the Job; the one of its pods stands in the template', () => {
  expect(
    spec(
      (chart) =>
        new Job(chart, 'task', {
          restartPolicy: 'Never',
          containers,
          activeDeadlineSeconds: 100,
          template: { metadata: { labels: { task: 'x' } }, spec: { activeDeadlineSeconds: 10 } },
        }),
    ),
  ).toEqual({
    activeDeadlineSeconds: 100,
    template: {
      metadata: { labels: { task: 'x' } },
      spec: { containers: [{ name: 'task', image: 'task:1' }], restartPolicy: 'Never', activeDeadlineSeconds: 10 },
    },
  });
});

test('a selector of its own is written', () => {
  const selector = { matchLabels: { task: 'x' } };
  const props = { restartPolicy: 'Never', containers, manualSelector: true, selector } as const;
  expect(spec((chart) => new Job(chart, 'task', props))).toMatchObject({ manualSelector: true, selector });
});
