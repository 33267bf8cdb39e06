import type { JsonObject } from '../../lib/comparison/json';
import type { Graph } from '../../lib/graph/graph';
import { graphAround } from '../../lib/graph/graph-around';
import { graphOf } from '../../lib/graph/graph-of';
import { deployment, pod } from '../simulation/scenario/workloads';

const web = deployment({ replicas: 2 });
const made = (apiVersion: string, kind: string, spec: object = {}, name = 'web', namespace?: string): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace && { namespace }) },
  ...(Object.keys(spec).length > 0 && { spec }),
});
const withSpec = (spec: object) => ({ ...pod(), spec: { containers: [{ name: 'web', image: 'web:1' }], ...spec } });
const container = (more: object) => withSpec({ containers: [{ name: 'web', image: 'web:1', ...more }] });
const service = (spec: object, name = 'web') =>
  made('v1', 'Service', { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }], ...spec }, name);
const ingress = (port: object, name = 'web') =>
  made('networking.k8s.io/v1', 'Ingress', {
    rules: [
      { host: 'shop', http: { paths: [{ path: '/cart', pathType: 'Prefix', backend: { service: { name, port } } }] } },
    ],
  });
const scaler = (kind: string, name: string) =>
  made('autoscaling/v2', 'HorizontalPodAutoscaler', {
    maxReplicas: 5,
    scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
  });

/** `Service/web -80-> Deployment/web`, with `!` where it leads nowhere. */
function ties({ nodes, edges }: Graph): string[] {
  const names = new Map(nodes.map(({ id, kind, name }) => [id, `${kind}/${name}`]));
  return edges.map(
    ({ from, to, labels, dangling }) =>
      `${names.get(from)} -${labels.join(', ')}->${dangling ? '!' : ''} ${names.get(to)}`,
  );
}

test.each<[string, JsonObject]>([
  ['no containers', withSpec({ containers: null, initContainers: null, volumes: null })],
  ['nulls everywhere', container({ env: null, envFrom: null, ports: null, volumeMounts: null })],
  ['no spec', { ...web, spec: null }],
  ['text in place of an object', withSpec({ containers: ['web', { name: 'web', env: { A: 'b' } }], volumes: [1] })],
  ['an object in place of a list', service({ ports: { http: 80 }, selector: ['web'] })],
  ['a number in place of an object', { ...web, metadata: 1 }],
])('draws a manifest with %s', (_name, object) => {
  const graph = graphOf([object, web, ingress({ number: 80 })]);
  expect(graph.nodes.map(({ kind }) => kind)).toEqual(expect.arrayContaining([object.kind, 'Deployment', 'Ingress']));
});

test.each<[string, JsonObject[], string[]]>([
  ['a Service selects', [web, service({})], ['Service/web -80 → http 8080-> Deployment/web']],
  [
    'with several ports',
    [
      web,
      service({
        ports: [
          { name: 'a', port: 8080 },
          { name: 'b', port: 53, protocol: 'UDP' },
        ],
      }),
    ],
    ['Service/web -8080, 53/UDP-> Deployment/web'],
  ],
  [
    'to no such port',
    [web, service({ ports: [{ port: 80, targetPort: 'htp' }] })],
    ['Service/web -80 → htp?->! Deployment/web'],
  ],
  [
    'ports that lead somewhere and ports that do not are two ties',
    [
      web,
      service({
        ports: [
          { name: 'a', port: 80, targetPort: 'http' },
          { name: 'b', port: 81, targetPort: 'htp' },
        ],
      }),
    ],
    ['Service/web -80 → http 8080-> Deployment/web', 'Service/web -81 → htp?->! Deployment/web'],
  ],
  ['no pods', [web, service({ selector: { app: 'db' } })], ['Service/web -selects->! Pods/app=db']],
  [
    'of its namespace only',
    [made('v1', 'Service', { selector: { app: 'web' }, ports: [{ port: 80 }] }, 'web', 'other'), web],
    ['Service/web -selects->! Pods/app=web'],
  ],
  ['an address elsewhere', [web, service({ type: 'ExternalName', externalName: 'x.example' })], []],
  [
    'an Ingress leads to a Service',
    [web, service({}), ingress({ number: 80 })],
    ['Service/web -80 → http 8080-> Deployment/web', 'Ingress/web -shop/cart-> Service/web'],
  ],
  ['that is missing', [ingress({ number: 80 })], ['Ingress/web -shop/cart->! Service/web']],
  [
    'that has no such port',
    [web, service({}), ingress({ name: 'http' })],
    ['Service/web -80 → http 8080-> Deployment/web', 'Ingress/web -shop/cart: no port http->! Service/web'],
  ],
  [
    'an autoscaler scales',
    [web, scaler('Deployment', 'web')],
    ['HorizontalPodAutoscaler/web -scales-> Deployment/web'],
  ],
  ['nothing', [web, scaler('StatefulSet', 'web')], ['HorizontalPodAutoscaler/web -scales->! StatefulSet/web']],
  [
    'a budget covers',
    [web, made('policy/v1', 'PodDisruptionBudget', { minAvailable: 1, selector: { matchLabels: { app: 'web' } } })],
    ['PodDisruptionBudget/web -limits evictions-> Deployment/web'],
  ],
  [
    'a NetworkPolicy limits all pods of its namespace',
    [web, made('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })],
    ['NetworkPolicy/web -limits ingress and egress-> Deployment/web'],
  ],
  [
    'or those of nobody',
    [made('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: { matchLabels: { app: 'x' } } })],
    ['NetworkPolicy/web -selects->! Pods/app=x'],
  ],
  [
    'a variable reads',
    [
      container({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'c', key: 'a' } } }] }),
      made('v1', 'ConfigMap', {}, 'c'),
    ],
    ['Pod/web -env-> ConfigMap/c'],
  ],
  ['what is missing', [container({ envFrom: [{ secretRef: { name: 's' } }] })], ['Pod/web -env->! Secret/s']],
  [
    'what may be missing',
    [container({ envFrom: [{ secretRef: { name: 's', optional: true } }] })],
    ['Pod/web -env-> Secret/s'],
  ],
  [
    'one object in two ways',
    [
      {
        ...container({ envFrom: [{ secretRef: { name: 's' } }] }),
        spec: {
          ...container({ envFrom: [{ secretRef: { name: 's' } }] }).spec,
          volumes: [{ name: 'v', secret: { secretName: 's' } }],
        },
      },
      made('v1', 'Secret', {}, 's'),
    ],
    ['Pod/web -env, volume-> Secret/s'],
  ],
  [
    'volumes come from claims, and claims from volumes',
    [
      withSpec({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] }),
      made(
        'v1',
        'PersistentVolumeClaim',
        {
          volumeName: 'disk',
          storageClassName: 'fast',
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
        },
        'data',
      ),
      made('v1', 'PersistentVolume', {}, 'disk'),
    ],
    ['Pod/web -volume-> PersistentVolumeClaim/data', 'PersistentVolumeClaim/data -bound to-> PersistentVolume/disk'],
  ],
  [
    'what is always there is not tied',
    [withSpec({ serviceAccountName: 'default', volumes: [{ name: 'ca', configMap: { name: 'kube-root-ca.crt' } }] })],
    [],
  ],
  ['an account', [withSpec({ serviceAccountName: 'robot' })], ['Pod/web -runs as->! ServiceAccount/robot']],
  [
    'Secrets of images',
    [withSpec({ imagePullSecrets: [{ name: 'registry' }] })],
    ['Pod/web -pulls images->! Secret/registry'],
  ],
  [
    'the Service of a StatefulSet',
    [deployment({ kind: 'StatefulSet' })],
    ['Service/web -names the pods->! StatefulSet/web'],
  ],
  [
    'what an account may do',
    [
      withSpec({ serviceAccountName: 'robot' }),
      made('v1', 'ServiceAccount', {}, 'robot'),
      {
        ...made('rbac.authorization.k8s.io/v1', 'RoleBinding', {}, 'robot'),
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
        subjects: [{ kind: 'ServiceAccount', name: 'robot' }],
      },
      {
        ...made('rbac.authorization.k8s.io/v1', 'RoleBinding', {}, 'other'),
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'missing' },
      },
    ],
    [
      'Pod/web -runs as-> ServiceAccount/robot',
      'ServiceAccount/robot -bound by-> RoleBinding/robot',
      'RoleBinding/other -grants->! Role/missing',
    ],
  ],
])('%s', (_, objects, expected) => {
  expect(ties(graphOf(objects))).toEqual(expected);
});

test('a workload shows its containers, their ports and the volumes that are no objects', () => {
  const [node] = graphOf([
    {
      ...web,
      spec: {
        ...web.spec,
        template: {
          ...web.spec.template,
          spec: {
            initContainers: [
              { name: 'init', image: 'busybox:1' },
              { name: 'side', image: 'proxy:1', restartPolicy: 'Always' },
            ],
            containers: [
              {
                name: 'web',
                image: 'web:1',
                ports: [
                  { name: 'http', containerPort: 80 },
                  { containerPort: 53, protocol: 'UDP' },
                ],
              },
            ],
            volumes: [
              { name: 'cache', emptyDir: {} },
              { name: 'c', configMap: { name: 'c', optional: true } },
            ],
          },
        },
      },
    },
  ]).nodes;
  expect(node).toMatchObject({
    id: 'Deployment/default/web',
    role: 'workload',
    presence: 'here',
    details: ['2 pods', 'cache: emptyDir'],
    containers: [
      { name: 'init', role: 'init container', ports: [] },
      { name: 'side', role: 'sidecar' },
      { name: 'web', role: 'container', ports: ['http 80', '53/UDP'] },
    ],
  });
});

test('what is missing has a node of its own, what may be missing as well', () => {
  const { nodes } = graphOf([
    container({ envFrom: [{ secretRef: { name: 'a', optional: true } }, { configMapRef: { name: 'b' } }] }),
  ]);
  expect(nodes.map(({ name, presence }) => [name, presence])).toEqual([
    ['web', 'here'],
    ['a', 'optional'],
    ['b', 'missing'],
  ]);
});

test('values of Secrets and of variables are nowhere in it', () => {
  const graph = graphOf([
    container({ env: [{ name: 'PASSWORD', value: 'hunter2' }] }),
    { ...made('v1', 'Secret', {}, 's'), stringData: { a: 'hunter2' } },
  ]);
  expect(JSON.stringify(graph)).not.toContain('hunter2');
});

test('an object that cannot be decoded is still an object', () => {
  expect(graphOf([{ ...made('apps/v1', 'Deployment'), spec: 'x' }]).nodes).toMatchObject([
    { kind: 'Deployment', containers: [] },
  ]);
});

test('the part around a workload is what leads to it and what it leads to', () => {
  const other = deployment({
    name: 'other',
    container: { name: 'c', image: 'c:1', envFrom: [{ secretRef: { name: 's' } }] },
  });
  const first = deployment({
    container: {
      name: 'c',
      image: 'c:1',
      ports: [{ name: 'http', containerPort: 80 }],
      envFrom: [{ secretRef: { name: 's' } }],
    },
  });
  const graph = graphOf([
    first,
    other,
    service({}),
    ingress({ number: 80 }),
    made('v1', 'Secret', {}, 's'),
    made('v1', 'ConfigMap', {}, 'c'),
  ]);
  expect(graphAround(graph, 'Deployment/default/web').nodes.map(({ kind, name }) => `${kind}/${name}`)).toEqual([
    'Deployment/web',
    'Service/web',
    'Ingress/web',
    'Secret/s',
  ]);
});
