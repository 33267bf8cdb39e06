import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { render, validate } from '../../lib/lazy';
import { App } from '../../lib/synthesis/app';

const DIST = join(__dirname, '../../dist');

/** Every object of the example app by `kind/name`, read from the manifests that are committed. */
function committedObjects(): Map<string, Record<string, unknown>> {
  const objects = new Map<string, Record<string, unknown>>();
  for (const file of readdirSync(DIST).filter((name) => name.endsWith('.yaml'))) {
    for (const document of parseAllDocuments(readFileSync(join(DIST, file), 'utf8'))) {
      const object = document.toJS() as { kind: string; metadata: { name: string } };
      objects.set(`${object.kind}/${object.metadata.name}`, object);
    }
  }
  return objects;
}

const objects = committedObjects();

const pod = (name: string, spec: object, labels?: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, ...(labels && { labels }) },
  spec,
});

const deployment = (name: string, replicas: number, image: string, container = name) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: container, image }] } },
  },
});

const kuard = (probes: object) => ({
  containers: [
    {
      name: 'kuard',
      image: 'gcr.io/kuar-demo/kuard-amd64:blue',
      ports: [{ containerPort: 8080, name: 'http', protocol: 'TCP' }],
      ...probes,
    },
  ],
});

const kuardLiveness = {
  livenessProbe: {
    httpGet: { path: '/healthy', port: 8080 },
    initialDelaySeconds: 5,
    periodSeconds: 1,
    failureThreshold: 3,
  },
};

const echoImage = 'ghcr.io/subicura/echo:v1';

/** The objects that the notes mean; a second Pod of one name has its topic behind it, since an app holds each name once. */
const meant: Record<string, object> = {
  'Pod/nginx-pod': pod('nginx-pod', { containers: [{ name: 'nginx-pod', image: 'nginx' }] }, { run: 'nginx-pod' }),
  'Deployment/dpy-nginx': deployment('dpy-nginx', 3, 'nginx', 'nginx'),
  'Deployment/echo-hname': deployment('echo-hname', 6, 'sysnet4admin/echo-hname'),
  'Pod/kuard': pod('kuard', kuard({})),
  'Pod/kuard-liveness': pod('kuard-liveness', kuard(kuardLiveness)),
  'Pod/kuard-readiness': pod(
    'kuard-readiness',
    kuard({
      ...kuardLiveness,
      readinessProbe: { tcpSocket: { port: 8080 }, initialDelaySeconds: 5, periodSeconds: 1 },
    }),
  ),
  'Pod/webserver': pod('webserver', { containers: [{ name: 'webserver', image: 'nginx:1.14' }] }, { run: 'webserver' }),
  'Pod/redis': pod('redis', { containers: [{ name: 'redis', image: 'redis' }] }),
  'Pod/liveness-exam': pod('liveness-exam', {
    containers: [
      {
        name: 'busybox-container',
        image: 'busybox',
        args: ['/bin/sh', '-c', 'touch /tmp/healthy; sleep 30; rm -rf /tmp/healthy; sleep 600'],
        livenessProbe: {
          exec: { command: ['ls', '/tmp/healthy'] },
          initialDelaySeconds: 10,
          periodSeconds: 5,
          successThreshold: 1,
          failureThreshold: 2,
        },
      },
    ],
  }),
  'Pod/echo': pod('echo', { containers: [{ name: 'app', image: echoImage }] }, { app: 'echo' }),
  'Pod/echo-lp': pod(
    'echo-lp',
    {
      containers: [
        {
          name: 'app',
          image: echoImage,
          livenessProbe: {
            httpGet: { path: '/not/exist', port: 8080 },
            initialDelaySeconds: 5,
            timeoutSeconds: 2,
            periodSeconds: 5,
            failureThreshold: 1,
          },
        },
      ],
    },
    { app: 'echo' },
  ),
  'Pod/counter': pod(
    'counter',
    {
      containers: [
        { name: 'app', image: 'ghcr.io/subicura/counter:latest', env: [{ name: 'REDIS_HOST', value: 'localhost' }] },
        { name: 'db', image: 'redis' },
      ],
    },
    { app: 'counter' },
  ),
  'Pod/mongodb': pod('mongodb', { containers: [{ name: 'mongodb', image: 'mongo:4' }] }, { app: 'mongo' }),
  'Pod/mariadb': pod(
    'mariadb',
    {
      containers: [{ name: 'mariadb', image: 'mariadb:10.7', env: [{ name: 'MYSQL_ROOT_PASSWORD', value: '123456' }] }],
    },
    { app: 'mariadb' },
  ),
};

test.each(Object.entries(meant))('%s is what the note means', (name, object) => {
  expect(objects.get(name)).toEqual(object);
});

test('multipod has the two containers of the note', () => {
  expect(objects.get('Pod/multipod')).toMatchObject({
    spec: { containers: [{ name: 'nginx-container', image: 'nginx:1.14' }, { name: 'centos-container' }] },
  });
});

test.each([
  'Pod/kuard-startup',
  'Pod/kuard-exec',
  'Pod/kuard-grpc',
  'Pod/init-container',
  'Pod/shared-namespaces',
  'Pod/static-pod',
  'Pod/resources',
  'Pod/environment',
  'Pod/sidecar',
  'Pod/ambassador',
  'Pod/adapter',
  'Pod/mariadb-secret',
  'Namespace/basics',
  'PersistentVolume/data',
  'PersistentVolumeClaim/data-claim',
  'Service/web-service',
  'DaemonSet/node-agent',
  'ConfigMap/settings',
  'ReplicaSet/web',
  'StatefulSet/database',
])('%s stands for a heading of the notes', (name) => {
  expect(objects.has(name)).toBe(true);
});

test.each(['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'])(
  'Kubernetes %s accepts every object',
  (kubeVersion) => {
    expect(validate([...objects.values()], { kubeVersion, profile: 'none' })).toEqual([]);
  },
);

test('a fresh synth gives the committed manifests, byte for byte', () => {
  const app = new App();
  for (const chart of charts()) chart(app);
  const files = render(app);
  expect(files.map(({ path }) => path)).toEqual(
    readdirSync(DIST)
      .filter((name) => name.endsWith('.yaml'))
      .sort(),
  );
  for (const { path, content } of files)
    expect([path, content]).toEqual([path, readFileSync(join(DIST, path), 'utf8')]);
});

/** The chart functions in `lib/charts`, one a file. */
function charts(): ((app: App) => void)[] {
  const folder = join(__dirname, '../../lib/charts');
  return readdirSync(folder).flatMap((file) =>
    Object.values(require(join(folder, file)) as Record<string, (app: App) => void>),
  );
}
