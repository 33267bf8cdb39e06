import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Chart } from '../../lib';
import '../../lib/testing';
import { Shop } from '../fixtures/cdk8s-plus-app/shop';
import { failureOf } from './failure-of';
import { webChart } from './web';

const invalid = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [] } };
/** Served up to 1.31 only. */
const outdated = {
  apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3',
  kind: 'PriorityLevelConfiguration',
  metadata: { name: 'low' },
  spec: { type: 'Limited', limited: { limitResponse: { type: 'Reject' } } },
};

test('holds for what the API server accepts', () => {
  expect(webChart()).toBeValid();
  expect(webChart()).toBeValid({ kubeVersion: '1.28..1.36' });
});

test('fails with the findings of synth, each with its construct, line and remedy', () => {
  const message = failureOf(() => expect(new Shop(Testing.app(), 'shop')).toBeValid());
  expect(message).toContain('expected the chart shop to be valid for Kubernetes 1.36\n\nThe API server would refuse:');
  expect(message).toContain('spec.template.spec.containers[0].name  Invalid value: "Web_Server"');
  expect(message).toContain('CronJob/report  shop/report');
  expect(message).toMatch(/^ +created at test\/fixtures\/cdk8s-plus-app\/shop\.ts:\d+:\d+$/m);
  expect(message).toContain('[valid-schedule]');
});

test('.not holds for what is refused, and fails for what is accepted', () => {
  expect(invalid).not.toBeValid();
  expect(failureOf(() => expect(webChart()).not.toBeValid())).toBe(
    'expected the chart web not to be valid for Kubernetes 1.36',
  );
});

test('every version that is asked for counts', () => {
  expect(outdated).toBeValid({ kubeVersion: '1.31' });
  expect(outdated).not.toBeValid();
  expect(failureOf(() => expect(outdated).toBeValid({ kubeVersion: '1.30..1.32' }))).toMatch(/1\.30 1\.31 1\.32/);
  expect(() => expect(webChart()).not.toBeValid({ kubeVersion: '1.2' })).toThrow(
    expect.objectContaining({ code: 'ERR_KUBE_VERSION' }),
  );
});

test('what is not checked is no error', () => {
  const custom = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'one' } };
  expect(custom).toBeValid();
  expect(custom).toHaveFinding('unchecked-custom-resource');
});

test('objects are one app', () => {
  const twice = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } };
  expect([twice]).toBeValid();
  expect([twice, twice]).not.toBeValid();
});

test('constructs that find fault with themselves are not valid', () => {
  const chart = Testing.chart();
  new kplus.Ingress(chart, 'ingress');
  expect(chart).not.toBeValid();
  expect(failureOf(() => expect(chart).toBeValid())).toMatch(
    /^expected the constructs to be valid.*\n\n\[test\/ingress\]/,
  );
});

test('no objects are neither valid nor invalid', () => {
  for (const assertion of [
    () => expect([]).toBeValid(),
    () => expect([]).not.toBeValid(),
    () => expect(new Chart(Testing.app(), 'empty')).toBeValid(),
  ])
    expect(assertion).toThrow(expect.objectContaining({ code: 'ERR_NO_MANIFESTS' }));
});
