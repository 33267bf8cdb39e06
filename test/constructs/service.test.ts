import { Chart, Testing } from 'cdk8s';
import { Deployment } from '../../lib/constructs/deployment';
import { Job } from '../../lib/constructs/job';
import { Pod } from '../../lib/constructs/pod';
import { Service } from '../../lib/constructs/service';
import { inOrder, spec } from './synthesized';

const containers = { web: { image: 'web:1', ports: { http: 8080 } } } as const;

test('a Service of a workload, with named ports', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const web = new Deployment(chart, 'web', { containers });
  const service = new Service(chart, 'web-svc', {
    ports: { http: { port: 80, targetPort: 'http' }, admin: 81 },
    selector: web,
    type: 'NodePort',
    sessionAffinity: 'None',
  });
  expect(inOrder(service.toJson())).toBe(
    inOrder({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web-svc' },
      spec: {
        type: 'NodePort',
        selector: { app: 'web' },
        ports: [
          { name: 'http', port: 80, targetPort: 'http' },
          { name: 'admin', port: 81 },
        ],
        sessionAffinity: 'None',
      },
    }),
  );
});

test('a Service of labels, with a port without name', () => {
  const props = { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] };
  expect(spec((chart) => new Service(chart, 'web', props))).toEqual(props);
});

test('a Service without selector', () => {
  const props = { type: 'ExternalName', externalName: 'example.com' } as const;
  expect(spec((chart) => new Service(chart, 'web', props))).toEqual(props);
});

test('labels that a pod gets after the Service count', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const pod = new Pod(chart, 'web', { containers });
  const service = new Service(chart, 'svc', { selector: pod, ports: { http: { port: 80, targetPort: 'http' } } });
  pod.metadata.addLabel('tier', 'front');
  expect(service.toJson()).toMatchObject({ spec: { selector: { tier: 'front' } } });
});

test.each([
  ['a pod without labels', (chart: Chart) => new Pod(chart, 'web', { containers })],
  [
    'a workload whose selector has expressions only',
    (chart: Chart) =>
      new Job(chart, 'web', {
        restartPolicy: 'Never',
        selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
        containers,
      }),
  ],
])('%s cannot be selected by a Service', (_, create) => {
  const chart = new Chart(Testing.app(), 'chart');
  const service = new Service(chart, 'svc', { selector: create(chart), ports: { http: 80 } });
  expect(() => service.toJson()).toThrow(expect.objectContaining({ code: 'NO_POD_LABELS', construct: 'chart/web' }));
});
