import { jobSelection } from '../../lib/kubernetes/job-selection';
import { selects } from '../../lib/kubernetes/label-selector';

const template = { metadata: { labels: { app: 'web' } } };

test('the pods of a Job carry what its selector asks for', () => {
  const { selector, labels } = jobSelection({ metadata: { name: 'web' }, spec: { template } });
  expect(selects(selector, labels)).toBe(true);
  expect(labels).toMatchObject({ app: 'web', 'job-name': 'web', 'batch.kubernetes.io/job-name': 'web' });
});

test('a label that is written stays as it is', () => {
  const written = { metadata: { labels: { 'batch.kubernetes.io/controller-uid': 'x' } } };
  const { selector, labels } = jobSelection({ metadata: { name: 'web' }, spec: { template: written } });
  expect(labels['batch.kubernetes.io/controller-uid']).toBe('x');
  expect(selects(selector, labels)).toBe(false);
});

test('nothing is made up for a manual selector', () => {
  const selector = { matchLabels: { app: 'web' } };
  expect(jobSelection({ spec: { manualSelector: true, selector, template } })).toEqual({
    selector,
    labels: { app: 'web' },
  });
  expect(jobSelection({ spec: { manualSelector: true } })).toEqual({ selector: undefined, labels: {} });
});
