import { ApiObject, App } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { KubePod } from '../../imports/k8s';
import { Chart } from '../../lib/constructs/chart';

test.each<[string, (chart: Chart) => ApiObject, string]>([
  ['an L1 object is named by its id', (chart) => new KubePod(chart, 'Web.1'), 'Web.1'],
  ['by the name given, if any', (chart) => new KubePod(chart, 'web', { metadata: { name: 'other' } }), 'other'],
  ['a construct of cdk8s-plus-28 by its id', (chart) => ApiObject.of(new kplus.ConfigMap(chart, 'config')), 'config'],
  ['one below another construct by both ids', (chart) => new KubePod(new Construct(chart, 'shop'), 'web'), 'shop-web'],
  [
    'one that cdk8s-plus-28 makes by both ids',
    (chart) => {
      const service = new kplus.Service(chart, 'svc', { ports: [{ port: 80 }] });
      return ApiObject.of(service.exposeViaIngress('/'));
    },
    'svc-ingress',
  ],
])('%s', (_, create, name) => {
  expect(create(new Chart(new App(), 'chart')).name).toBe(name);
});

test('the path of a nested chart is no part of the name', () => {
  const outer = new Chart(new App(), 'outer');
  expect(new KubePod(new Chart(outer, 'inner'), 'web').name).toBe('web');
});
