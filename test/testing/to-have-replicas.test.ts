import '../../lib/testing';
import { failureOf } from './failure-of';
import { plainDeployment, webChart } from './web';

test('holds for the number that is written, or the default', () => {
  expect(webChart({ replicas: 3 })).toHaveReplicas(3);
  expect(webChart({ replicas: 3 })).not.toHaveReplicas(2);
  expect(webChart({ replicas: 0 })).toHaveReplicas(0);
  expect(plainDeployment).toHaveReplicas(1);
});

test('fails with both numbers', () => {
  expect(failureOf(() => expect(webChart({ replicas: 2 })).toHaveReplicas(3))).toBe(
    'expected Deployment/web to have 3 replicas\n\nWhat differs, expected -> received:\n  ~ spec.replicas: 3 -> 2',
  );
  expect(failureOf(() => expect(plainDeployment).toHaveReplicas(2))).toContain('spec.replicas: 2 -> 1 (default)');
});

test('.not fails', () => {
  expect(failureOf(() => expect(plainDeployment).not.toHaveReplicas(1))).toBe(
    'expected Deployment/web not to have 1 replica',
  );
});

test('what is not clear is refused', () => {
  for (const received of [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } }, [webChart(), plainDeployment]])
    expect(() => expect(received).not.toHaveReplicas(7)).toThrow(expect.objectContaining({ code: 'ERR_OBJECT' }));
});
