import { Chart, Service } from '../../lib';
import { App } from '../../lib/synthesis/app';
import { checkObjects } from '../../lib/synthesis/check-objects';

const ports = { http: { port: 0 } };

test('a finding names the construct and the line that made it', () => {
  const construct = new Service(new Chart(new App(), 'shop'), 'web', { ports });
  const [finding] = checkObjects([{ construct, json: construct.toJson() }]);
  expect(finding).toMatchObject({
    rule: 'valid-service-port-number',
    construct: 'shop/web',
    source: { file: 'test/synthesis/check-objects.test.ts', line: 8 },
  });
  expect(finding).not.toHaveProperty('yaml');
});

test('an object without a construct is checked as well, and both are one app', () => {
  const construct = new Service(new Chart(new App(), 'shop'), 'web', { ports: { http: 80 } });
  const json = construct.toJson();
  const [finding, ...more] = checkObjects([{ json }, { construct, json }]);
  expect(more).toEqual([]);
  expect([finding?.rule, finding?.construct ?? finding?.other?.construct]).toEqual(['unique-object', 'shop/web']);
});

test('the version counts', () => {
  expect(() => checkObjects([], { kubeVersion: '1.2' })).toThrow(expect.objectContaining({ code: 'ERR_KUBE_VERSION' }));
});
