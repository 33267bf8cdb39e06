import { ApiObject, App as Cdk8sApp, Chart as Cdk8sChart } from 'cdk8s';
import { Chart, Pod } from '../../lib';
import { waive, waiversOn } from '../../lib/constructs/waiver';

const app = new Cdk8sApp();

test('a waiver stays with its construct, and nothing of it is written', () => {
  const chart = new Chart(app, 'own');
  const pod = new Pod(chart, 'web', { containers: { web: { image: 'nginx' } } });
  const before = JSON.stringify(pod.toJson());
  expect(pod.waive('require-image-tag', 'mirrored nightly')).toBe(pod);
  expect(chart.waive('no-naked-pod', 'a demo')).toBe(chart);
  expect(waiversOn(pod)).toMatchObject([{ rule: 'require-image-tag', reason: 'mirrored nightly' }]);
  expect(waiversOn(chart)).toMatchObject([{ rule: 'no-naked-pod', reason: 'a demo' }]);
  expect(JSON.stringify(pod.toJson())).toBe(before);
});

test('constructs of cdk8s have waivers too, several of them', () => {
  const object = new ApiObject(new Cdk8sChart(app, 'other'), 'x', { apiVersion: 'v1', kind: 'ConfigMap' });
  waive(waive(object, 'a-rule', 'one'), 'b-rule', 'two');
  expect(waiversOn(object).map(({ rule }) => rule)).toEqual(['a-rule', 'b-rule']);
  expect(waiversOn(app)).toEqual([]);
});

test.each(['', '  '])('a waiver without a reason is none: %j', (reason) => {
  expect(() => waive(app, 'no-naked-pod', reason)).toThrow(expect.objectContaining({ code: 'WAIVER_WITHOUT_REASON' }));
});
