import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { CronJob } from '../../lib/constructs/cron-job';
import { DaemonSet } from '../../lib/constructs/daemon-set';
import { Deployment } from '../../lib/constructs/deployment';
import { Job } from '../../lib/constructs/job';
import { Pod } from '../../lib/constructs/pod';
import { ReplicaSet } from '../../lib/constructs/replica-set';
import { StatefulSet } from '../../lib/constructs/stateful-set';

const containers = { web: { image: 'web:1', ports: { http: 8080 } } } as const;

function only<T>(objects: T[], kind: string): T {
  const found = objects.filter((object) => (object as { kind: string }).kind === kind);
  if (found.length !== 1) throw new Error(`${found.length} objects of kind ${kind}`);
  return found[0] as T;
}

describe('with constructs of cdk8s-plus-28', () => {
  test('a Service selects the pods of a Deployment', () => {
    const chart = Testing.chart();
    const deployment = new Deployment(chart, 'web', { containers });
    new kplus.Service(chart, 'svc', { selector: deployment, ports: [{ port: 80, targetPort: 8080 }] });
    expect(only(chart.toJson(), 'Service').spec).toMatchObject({
      selector: { app: 'web' },
      ports: [{ port: 80, targetPort: 8080 }],
    });
  });

  test('an Ingress leads to a Deployment through a Service', () => {
    const chart = Testing.chart();
    const deployment = new Deployment(chart, 'web', { containers });
    const service = new kplus.Service(chart, 'svc', {
      metadata: { name: 'svc' },
      selector: deployment,
      ports: [{ port: 80 }],
    });
    service.exposeViaIngress('/shop');
    expect(only(chart.toJson(), 'Ingress').spec.rules[0].http.paths).toMatchObject([
      { path: '/shop', backend: { service: { name: 'svc', port: { number: 80 } } } },
    ]);
  });

  const resources = { requests: { cpu: '100m' } };
  const scalable = {
    Deployment: (chart: kplusChart) =>
      new Deployment(chart, 'web', { containers: { web: { image: 'web:1', resources } } }),
    ReplicaSet: (chart: kplusChart) =>
      new ReplicaSet(chart, 'web', { containers: { web: { image: 'web:1', resources } } }),
    StatefulSet: (chart: kplusChart) =>
      new StatefulSet(chart, 'web', { containers: { web: { image: 'web:1', resources } } }),
  };
  type kplusChart = ReturnType<typeof Testing.chart>;

  test.each(Object.entries(scalable))('a HorizontalPodAutoscaler scales a %s', (kind, create) => {
    const chart = Testing.chart();
    const target = create(chart);
    new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target, maxReplicas: 5 });
    expect(only(chart.toJson(), 'HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind,
      name: 'web',
    });
    expect(target.hasAutoscaler).toBe(true);
  });

  test('a HorizontalPodAutoscaler refuses a fixed number of replicas', () => {
    const chart = Testing.chart();
    const target = new Deployment(chart, 'web', { replicas: 2, containers: { web: { image: 'web:1', resources } } });
    new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target, maxReplicas: 5 });
    expect(() => chart.toJson()).toThrow('cannot have a fixed number of replicas (2)');
  });

  test('a HorizontalPodAutoscaler without metrics needs requests or limits', () => {
    const chart = Testing.chart();
    new kplus.HorizontalPodAutoscaler(chart, 'hpa', {
      target: new Deployment(chart, 'web', { containers }),
      maxReplicas: 5,
    });
    expect(() => chart.toJson()).toThrow('CPU or memory resource constraint');
  });

  const workloads = {
    Pod: [
      (chart: kplusChart) => new Pod(chart, 'web', { metadata: { labels: { tier: 'front' } }, containers }),
      { tier: 'front' },
    ],
    DaemonSet: [(chart: kplusChart) => new DaemonSet(chart, 'web', { containers }), { app: 'web' }],
    Job: [
      (chart: kplusChart) => new Job(chart, 'web', { restartPolicy: 'Never', containers }),
      { 'batch.kubernetes.io/job-name': 'web' },
    ],
    CronJob: [
      (chart: kplusChart) =>
        new CronJob(chart, 'web', {
          schedule: '@daily',
          restartPolicy: 'Never',
          template: { metadata: { labels: { task: 'web' } } },
          containers,
        }),
      { task: 'web' },
    ],
  } as const;

  test.each(Object.entries(workloads))('a NetworkPolicy isolates the pods of a %s', (_, [create, matchLabels]) => {
    const chart = Testing.chart();
    new kplus.NetworkPolicy(chart, 'policy', { selector: create(chart) });
    expect(only(chart.toJson(), 'NetworkPolicy').spec.podSelector).toEqual({ matchLabels });
  });

  test('a NetworkPolicy has a workload as peer, in its namespace', () => {
    const chart = Testing.chart();
    const peer = new Deployment(chart, 'web', { metadata: { namespace: 'shop' }, containers });
    const policy = new kplus.NetworkPolicy(chart, 'policy', { selector: peer });
    policy.addIngressRule(peer);
    const { ingress } = only(chart.toJson(), 'NetworkPolicy').spec;
    expect(ingress[0].from).toEqual([
      {
        podSelector: { matchLabels: { app: 'web' } },
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
      },
    ]);
  });

  test.each(['Pod', 'CronJob'])('a %s without labels cannot be selected: that would select every pod', (kind) => {
    const chart = Testing.chart();
    const workload =
      kind === 'Pod'
        ? new Pod(chart, 'web', { containers })
        : new CronJob(chart, 'web', { schedule: '@daily', restartPolicy: 'Never', containers });
    expect(() => new kplus.NetworkPolicy(chart, 'policy', { selector: workload })).toThrow(
      expect.objectContaining({ code: 'NO_POD_LABELS', construct: workload.node.path }),
    );
  });

  test('ConfigMaps, Secrets, claims and ServiceAccounts are named by their constructs', () => {
    const chart = Testing.chart();
    const config = new kplus.ConfigMap(chart, 'config', { metadata: { name: 'settings' } });
    const secret = new kplus.Secret(chart, 'secret', { metadata: { name: 'password' } });
    const known = kplus.Secret.fromSecretName(chart, 'known', 'registry');
    const claim = new kplus.PersistentVolumeClaim(chart, 'claim', { metadata: { name: 'disk' } });
    const account = new kplus.ServiceAccount(chart, 'account', { metadata: { name: 'robot' } });
    new Pod(chart, 'web', {
      serviceAccountName: account,
      imagePullSecrets: [{ name: known }],
      volumes: {
        config: { configMap: { name: config } },
        secret: { secret: { secretName: secret } },
        disk: { persistentVolumeClaim: { claimName: claim } },
        all: { projected: { sources: [{ configMap: { name: config } }, { secret: { name: secret } }] } },
      },
      containers: {
        web: {
          image: 'web:1',
          envFrom: [{ configMapRef: { name: config } }, { secretRef: { name: secret } }],
          env: {
            MODE: { configMapKeyRef: { name: config, key: 'mode' } },
            PASSWORD: { secretKeyRef: { name: secret, key: 'password' } },
          },
        },
      },
    });
    const { spec } = only(chart.toJson(), 'Pod');
    expect(spec).toMatchObject({
      serviceAccountName: 'robot',
      imagePullSecrets: [{ name: 'registry' }],
      volumes: [
        { name: 'config', configMap: { name: 'settings' } },
        { name: 'secret', secret: { secretName: 'password' } },
        { name: 'disk', persistentVolumeClaim: { claimName: 'disk' } },
        {
          name: 'all',
          projected: { sources: [{ configMap: { name: 'settings' } }, { secret: { name: 'password' } }] },
        },
      ],
    });
    expect(spec.containers[0]).toMatchObject({
      envFrom: [{ configMapRef: { name: 'settings' } }, { secretRef: { name: 'password' } }],
      env: [
        { name: 'MODE', valueFrom: { configMapKeyRef: { name: 'settings', key: 'mode' } } },
        { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'password', key: 'password' } } },
      ],
    });
  });
});
