import { migrate } from '../../lib/migration/migrate';
import { objectSet, programFor, TOOLS, typeChecker } from './tools';

const POD = (container: string) => `apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [${container}] }
`;

/** A manifest, and the statements that are written for it. */
const programs: [name: string, yaml: string, program: string][] = [
  [
    'what a Deployment derives is not said',
    `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: nginx }] }
`,
    `new Deployment(chart, 'web', { replicas: 2, containers: { web: { image: 'nginx' } } });`,
  ],
  [
    'labels beyond the selector, and a selector of other labels, are said',
    `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, labels: { team: a } }
spec:
  selector: { matchLabels: { agent: logs } }
  template:
    metadata: { labels: { agent: logs, tier: node }, annotations: { note: x } }
    spec: { containers: [{ name: agent, image: agent }] }
`,
    `new DaemonSet(chart, 'agent', {
  metadata: { labels: { team: 'a' } },
  selector: { matchLabels: { agent: 'logs' } },
  template: { metadata: { labels: { tier: 'node' }, annotations: { note: 'x' } } },
  containers: { agent: { image: 'agent' } },
});`,
  ],
  [
    'lists with names are keyed by them',
    POD(
      '{ name: a, image: b, ports: [{ name: http, containerPort: 80 }, { name: dns, containerPort: 53, protocol: UDP }], env: [{ name: A, value: x }, { name: B, valueFrom: { fieldRef: { fieldPath: metadata.name } } }], volumeMounts: [{ name: data, mountPath: /data }, { name: data, mountPath: /ro, readOnly: true }] }',
    ).replace('] }\n', '], volumes: [{ name: data, emptyDir: {} }] }\n'),
    `new Pod(chart, 'web', {
  containers: {
    a: {
      image: 'b',
      ports: { http: 80, dns: { containerPort: 53, protocol: 'UDP' } },
      env: { A: 'x', B: { fieldRef: { fieldPath: 'metadata.name' } } },
      volumeMounts: { '/data': 'data', '/ro': { name: 'data', readOnly: true } },
    },
  },
  volumes: { data: { emptyDir: {} } },
});`,
  ],
  [
    'ports without names stay a list',
    POD('{ name: a, image: b, ports: [{ containerPort: 80 }] }'),
    `new Pod(chart, 'web', { containers: { a: { image: 'b', ports: [{ containerPort: 80 }] } } });`,
  ],
  [
    'variables that keys cannot say make it an object of podwright/k8s',
    POD('{ name: a, image: b, env: [{ name: A, value: x }, { name: A, value: z }] }'),
    `new KubePod(chart, 'web', {
  spec: {
    containers: [
      {
        name: 'a',
        image: 'b',
        env: [
          { name: 'A', value: 'x' },
          { name: 'A', value: 'z' },
        ],
      },
    ],
  },
});`,
  ],
  [
    'so do names whose order JavaScript would change',
    POD("{ name: '2', image: b }, { name: '1', image: b }"),
    `new KubePod(chart, 'web', {
  spec: {
    containers: [
      { name: '2', image: 'b' },
      { name: '1', image: 'b' },
    ],
  },
});`,
  ],
  [
    'a Service refers to the workload that it selects, and stands below it',
    `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }, { name: alt, port: 81 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: a, image: b, ports: [{ name: http, containerPort: 80 }] }] }
`,
    `const web = new Pod(chart, 'web', {
  metadata: { labels: { app: 'web' } },
  containers: { a: { image: 'b', ports: { http: 80 } } },
});

new Service(chart, 'web-service', {
  metadata: { name: 'web' },
  selector: web,
  ports: { http: { port: 80, targetPort: 'http' }, alt: 81 },
});`,
  ],
  [
    'a Job has its own deadline beside that of its pods',
    `apiVersion: batch/v1
kind: Job
metadata: { name: once }
spec:
  activeDeadlineSeconds: 10
  template: { spec: { activeDeadlineSeconds: 5, restartPolicy: Never, containers: [{ name: a, image: b }] } }
`,
    `new Job(chart, 'once', {
  activeDeadlineSeconds: 10,
  template: { spec: { activeDeadlineSeconds: 5 } },
  restartPolicy: 'Never',
  containers: { a: { image: 'b' } },
});`,
  ],
  [
    'the Jobs of a CronJob stand in jobTemplate',
    `apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: '@daily'
  jobTemplate:
    metadata: { labels: { a: b } }
    spec: { backoffLimit: 1, template: { spec: { restartPolicy: OnFailure, containers: [{ name: a, image: b }] } } }
`,
    `new CronJob(chart, 'report', {
  schedule: '@daily',
  jobTemplate: { metadata: { labels: { a: 'b' } }, spec: { backoffLimit: 1 } },
  restartPolicy: 'OnFailure',
  containers: { a: { image: 'b' } },
});`,
  ],
  [
    'claims of a StatefulSet are keyed by name',
    `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: a, image: b, volumeMounts: [{ name: data, mountPath: /data }] }] }
  volumeClaimTemplates:
    - metadata: { name: data, labels: { a: b } }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`,
    `new StatefulSet(chart, 'db', {
  serviceName: 'db',
  volumeClaimTemplates: {
    data: {
      metadata: { labels: { a: 'b' } },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  },
  containers: { a: { image: 'b', volumeMounts: { '/data': 'data' } } },
});`,
  ],
  [
    'a custom resource is an ApiObject',
    `apiVersion: example.com/v1
kind: Shop
metadata: { name: shop }
spec: { open: true, sign: null }
`,
    `new ApiObject(chart, 'shop', {
  apiVersion: 'example.com/v1',
  kind: 'Shop',
  spec: { open: true, sign: null },
}).addJsonPatch(JsonPatch.add('/spec/sign', null));`,
  ],
  [
    'a name that the server makes is kept by every form',
    `apiVersion: v1
kind: ConfigMap
metadata: { generateName: run- }
`,
    `new KubeConfigMap(chart, 'configmap', { metadata: { generateName: 'run-' } }).addJsonPatch(
  JsonPatch.remove('/metadata/name'),
);`,
  ],
  [
    'comments stand above what they belong to, or below where they stood there',
    `# the shop
apiVersion: v1
kind: Pod
metadata:
  name: web # not www
spec:
  containers:
    # the server
    - name: a
      image: b # pinned
      ports:
        - name: http
          # the usual one
          containerPort: 80
      # nothing more
# the end
`,
    `// the shop
// not www
new Pod(chart, 'web', {
  containers: {
    // the server
    a: {
      // pinned
      image: 'b',
      ports: {
        // the usual one
        http: 80,
      },
      // nothing more
    },
  },
});
// the end`,
  ],
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is the subject
  [
    'texts of several lines are templates, and nothing in them is evaluated',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  b: "${x} `y` \\\\\\n\\tz\\u200b\\r\\n"\n  "it\'s": "say \\"hi\\", it\'s \'me\'"\n',
    'new KubeConfigMap(chart, \'a\', {\n  data: {\n    b: `\\${x} \\`y\\` \\\\\n\\tz\\u200b\\r\n`,\n    "it\'s": "say \\"hi\\", it\'s \'me\'",\n  },\n});',
  ],
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is the subject
];

test.each(programs)('%s', (_name, yaml, program) => {
  expect(programFor(yaml)).toBe(program);
});

test('objects of the same name have ids and constants of their own', () => {
  const { modules } = migrate(
    [
      objectSet(
        ['ConfigMap', 'Secret', 'ServiceAccount']
          .map((kind) => `apiVersion: v1\nkind: ${kind}\nmetadata: { name: class }\n`)
          .join('---\n'),
      ),
    ],
    'program',
    TOOLS,
  );
  expect(modules[0]?.text.match(/new Kube.*/g)).toEqual([
    "new KubeConfigMap(chart, 'class');",
    "new KubeSecret(chart, 'class-secret', { metadata: { name: 'class' } });",
    "new KubeServiceAccount(chart, 'class-serviceaccount', { metadata: { name: 'class' } });",
  ]);
});

test('each chart has a module of its own beside the one that calls them', () => {
  const config = objectSet('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\n');
  const { modules } = migrate(
    [
      { ...config, id: 'main' },
      { ...config, id: '1-delete' },
    ],
    'modules',
    TOOLS,
  );
  expect(modules.map(({ name, text }) => `// ${name}\n${text}`).join('')).toBe(`// main.ts
import { App } from 'podwright';
import { _1Delete } from './1-delete';
import { main } from './main-2';

const app = new App();

main(app);
_1Delete(app);

app.synth();
// main-2.ts
import { type App, Chart } from 'podwright';
import { KubeConfigMap } from 'podwright/k8s';

export function main(app: App): void {
  const chart = new Chart(app, 'main', { namespace: 'shop' });

  new KubeConfigMap(chart, 'a');
}
// 1-delete.ts
import { type App, Chart } from 'podwright';
import { KubeConfigMap } from 'podwright/k8s';

export function _1Delete(app: App): void {
  const chart = new Chart(app, '1-delete', { namespace: 'shop' });

  new KubeConfigMap(chart, 'a');
}
`);
});

test('what the compiler refuses is written in the next form that it takes', () => {
  const set = objectSet(`apiVersion: v1
kind: Pod
metadata: { name: odd-port }
spec: { containers: [{ name: a, image: b, ports: [{ name: http, containerPort: 80 }], livenessProbe: { tcpSocket: { port: other } } }] }
---
apiVersion: v1
kind: Pod
metadata: { name: odd-value, labels: { app: web } }
spec: { containers: [{ name: a, image: b, imagePullPolicy: Sometimes }] }
---
apiVersion: v1
kind: Service
metadata: { name: odd-target }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: unknown }] }
---
apiVersion: v1
kind: Pod
metadata: { name: right }
spec: { containers: [{ name: a, image: b }] }
`);
  const { attempts } = migrate([set], 'program', { ...TOOLS, checker: typeChecker() });
  expect([...attempts].map(([{ id }, { choice }]) => `${id}: ${choice.form}`)).toEqual([
    'odd-port: typed',
    'odd-value: plain',
    'odd-target: construct',
    'right: construct',
  ]);
});
