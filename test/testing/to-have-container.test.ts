import '../../lib/testing';
import { failureOf } from './failure-of';
import { plainDeployment, webChart } from './web';

test('holds for containers, sidecars and init containers, with all that is given', () => {
  expect(plainDeployment).toHaveContainer('app');
  expect(plainDeployment).toHaveContainer('proxy', { restartPolicy: 'Always' });
  expect(plainDeployment).toHaveContainer('app', {
    image: expect.stringMatching(/^nginx:/),
    args: ['--level', 'info'],
  });
  expect(plainDeployment).toHaveContainer('app', { ports: [{ containerPort: 81 }] });
  expect(plainDeployment).toHaveContainer('app', { ports: [{ name: 'admin' }] });
  expect(plainDeployment).toHaveContainer('app', { args: ['--level', expect.any(String)] });
});

test('values hold as they are written and as the server fills them in', () => {
  expect(plainDeployment).toHaveContainer('app', {
    imagePullPolicy: 'IfNotPresent',
    terminationMessagePath: '/dev/termination-log',
  });
  expect(plainDeployment).toHaveContainer('app', {
    resources: { limits: { cpu: '1000m' } },
  });
});

test('does not hold for others', () => {
  expect(plainDeployment).not.toHaveContainer('debug');
  expect(plainDeployment).not.toHaveContainer('app', { image: 'nginx' });
  expect(plainDeployment).not.toHaveContainer('app', { ports: [{ containerPort: 443 }] });
  expect(plainDeployment).not.toHaveContainer('app', { args: ['--level'] });
  expect(plainDeployment).not.toHaveContainer('app', { image: undefined });
});

test('one workload of a chart is enough', () => {
  expect([webChart(), plainDeployment]).toHaveContainer('proxy');
});

test('fails with the containers that there are, or with what differs', () => {
  expect(failureOf(() => expect(plainDeployment).toHaveContainer('ap'))).toBe(
    'expected Deployment/web to have the container ap\n\nDid you mean app? Deployment/web has app, proxy.',
  );
  const part = {
    image: expect.stringMatching(/apache/),
    imagePullPolicy: 'Never',
    ports: [{ containerPort: 443 }],
  } as const;
  expect(failureOf(() => expect(plainDeployment).toHaveContainer('app', part))).toBe(
    `expected Deployment/web to have the container app as given

Deployment/web: What differs, expected -> received:
  ~ spec.template.spec.containers[name=app].image: StringMatching /apache/ -> nginx:1.29
  ~ spec.template.spec.containers[name=app].imagePullPolicy: Never -> IfNotPresent (default)
  - spec.template.spec.containers[name=app].ports[containerPort=443,protocol=TCP]: {"containerPort":443}`,
  );
});

test('.not fails with the place', () => {
  expect(failureOf(() => expect(plainDeployment).not.toHaveContainer('proxy'))).toBe(
    'expected Deployment/web not to have the container proxy\n\nIt is in initContainers of Deployment/web.',
  );
});

test('values that may be secret are not shown', () => {
  const message = failureOf(() =>
    expect(plainDeployment).toHaveContainer('app', { env: [{ name: 'PASSWORD', value: 'battery-staple' }] }),
  );
  expect(message).toContain('[name=PASSWORD].value: changed, and the value is not shown');
  expect(message).not.toMatch(/battery|horse/);
});

test('what makes no pods has no containers to speak of', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
  expect(() => expect(service).not.toHaveContainer('app')).toThrow(expect.objectContaining({ code: 'ERR_OBJECT' }));
});
