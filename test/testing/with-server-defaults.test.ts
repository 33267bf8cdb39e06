import { findKind, type Kind } from '../../lib/kubernetes/kinds';
import { withServerDefaults } from '../../lib/testing/with-server-defaults';
import { plainDeployment } from './web';

interface Deployment {
  readonly spec: {
    readonly template: { readonly spec: { readonly containers: { readonly livenessProbe?: object }[] } };
  };
}

const kind = findKind('apps/v1', 'Deployment') as Kind;

test('what is written stays as it is written, beside what the server fills in', () => {
  const { spec } = withServerDefaults(plainDeployment, kind, 36) as { spec: Record<string, unknown> };
  expect(spec).toMatchObject({ replicas: 1, revisionHistoryLimit: 10, strategy: { type: 'RollingUpdate' } });
  expect(spec.template).toMatchObject({
    spec: {
      containers: [
        { resources: { limits: { cpu: '1000m' } }, livenessProbe: { periodSeconds: 10, failureThreshold: 2 } },
      ],
    },
  });
});

test('a zero that the server fills in is what it fills in', () => {
  const object = structuredClone(plainDeployment) as unknown as Deployment;
  const [container] = object.spec.template.spec.containers;
  Object.assign(container?.livenessProbe ?? {}, { periodSeconds: 0, initialDelaySeconds: 0 });
  const filled = withServerDefaults(object as never, kind, 36) as unknown as Deployment;
  expect(filled.spec.template.spec.containers[0]?.livenessProbe).toMatchObject({
    periodSeconds: 10,
    initialDelaySeconds: 0,
  });
});

test('zero is written, though the server takes it for nothing', () => {
  const object = structuredClone(plainDeployment) as { spec: object };
  object.spec = { ...object.spec, minReadySeconds: 0 };
  expect(withServerDefaults(object as never, kind, 36)).toMatchObject({ spec: { minReadySeconds: 0 } });
});

test('an object that does not decode stays as it is', () => {
  const malformed = { ...plainDeployment, spec: 'none' };
  expect(withServerDefaults(malformed, kind, 36)).toBe(malformed);
});

test('the object that is given stays as it is', () => {
  const before = structuredClone(plainDeployment);
  withServerDefaults(plainDeployment, kind, 36);
  expect(plainDeployment).toEqual(before);
});
