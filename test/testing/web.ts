import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { App, Chart, Deployment, Service } from '../../lib';

/** A Deployment with a sidecar as plain data. */
export const plainDeployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', labels: { tier: 'front' } },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        initContainers: [{ name: 'proxy', image: 'envoy:1', restartPolicy: 'Always' }],
        containers: [
          {
            name: 'app',
            image: 'nginx:1.29',
            args: ['--level', 'info'],
            ports: [
              { name: 'http', containerPort: 80 },
              { name: 'admin', containerPort: 81 },
            ],
            livenessProbe: { httpGet: { path: '/healthy', port: 'http' }, failureThreshold: 2 },
            resources: { limits: { cpu: '1000m' } },
            env: [{ name: 'PASSWORD', value: 'correct-horse' }],
          },
        ],
      },
    },
  },
} as const;

/** A chart of podwright with a Deployment and a Service, in an app of its own. */
export function webChart({ image = 'nginx:1.29', replicas = 1 } = {}): Chart {
  const chart = new Chart(new App(), 'web');
  const web = new Deployment(chart, 'web', { replicas, containers: { app: { image, ports: { http: 80 } } } });
  new Service(chart, 'web-service', { metadata: { name: 'web' }, selector: web, ports: { http: 80 } });
  return chart;
}

/** The same workload in every form that `expect` is given. */
export const sources: Readonly<Record<string, () => unknown>> = {
  'an App of podwright': () => webChart().node.root,
  'a Chart of podwright': () => webChart(),
  'a construct of podwright': () => webChart().node.findChild('web'),
  'an App of cdk8s with cdk8s-plus-28': () => plusChart().node.root,
  'a Chart of cdk8s with cdk8s-plus-28': () => plusChart(),
  'a construct of cdk8s-plus-28': () => plusChart().node.findChild('web'),
  'an L1 object': () => l1Chart().node.findChild('web'),
  'a plain object': () => plainDeployment,
  'a List': () => ({ apiVersion: 'v1', kind: 'List', items: [plainDeployment] }),
  'what Testing.synth gives': () => cdk8s.Testing.synth(plusChart()),
  'a list of constructs and objects': () => [webChart().node.findChild('web'), { ...plainService }],
};

const plainService = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
};

function plusChart(): cdk8s.Chart {
  const chart = new cdk8s.Chart(cdk8s.Testing.app(), 'web');
  const settings = new kplus.ConfigMap(chart, 'settings', { metadata: { name: 'settings' }, data: { LEVEL: 'info' } });
  new kplus.Deployment(chart, 'web', {
    metadata: { name: 'web' },
    replicas: 1,
    containers: [{ name: 'app', image: 'nginx:1.29', portNumber: 80, envFrom: [kplus.Env.fromConfigMap(settings)] }],
  });
  return chart;
}

function l1Chart(): cdk8s.Chart {
  const chart = cdk8s.Testing.chart();
  new kplus.k8s.KubeDeployment(chart, 'web', {
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'app', image: 'nginx:1.29' }] },
      },
    },
  });
  return chart;
}
