import { removedKind } from '../../lib/kubernetes/removed-kinds';

test.each([
  ['extensions/v1beta1', 'Deployment', 15],
  ['extensions/v1beta1', 'Ingress', 21],
  ['batch/v1beta1', 'CronJob', 24],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 25],
])('%s %s was served until 1.%d', (apiVersion, kind, until) =>
  expect(removedKind(apiVersion, kind)).toMatchObject({ until }),
);

test('PodSecurityPolicy has Pod Security admission as its successor', () => {
  expect(removedKind('policy/v1beta1', 'PodSecurityPolicy')?.fix).toContain('pod-security.kubernetes.io/enforce');
});

test('what never was is not removed', () => expect(removedKind('apps/v1beta1', 'Pod')).toBeUndefined());
