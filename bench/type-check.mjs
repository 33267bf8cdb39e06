// How long type-checking an app of one chart takes, as a ratio to the same app on cdk8s-plus-28.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alternate, printRatio } from './measure.mjs';
import { installedWorkspace } from './workspace.mjs';

const OURS = `import { App, Chart, Deployment } from 'podwright';
const app = new App();
new Deployment(new Chart(app, 'kuard'), 'kuard', {
  replicas: 3,
  containers: {
    kuard: {
      image: 'gcr.io/kuar-demo/kuard-amd64:blue',
      ports: { http: 8080 },
      livenessProbe: { httpGet: { path: '/healthy', port: 'http' }, initialDelaySeconds: 5, periodSeconds: 1 },
      readinessProbe: { tcpSocket: { port: 'http' }, initialDelaySeconds: 5, periodSeconds: 1 },
    },
  },
});
app.synth();
`;

const PEER = `import { App, Chart, Duration } from 'cdk8s';
import { Deployment, Probe } from 'cdk8s-plus-28';
const app = new App();
new Deployment(new Chart(app, 'kuard'), 'kuard', {
  replicas: 3,
  containers: [
    {
      image: 'gcr.io/kuar-demo/kuard-amd64:blue',
      ports: [{ number: 8080, name: 'http' }],
      liveness: Probe.fromHttpGet('/healthy', { port: 8080, initialDelaySeconds: Duration.seconds(5), periodSeconds: Duration.seconds(1) }),
      readiness: Probe.fromTcpSocket({ port: 8080, initialDelaySeconds: Duration.seconds(5), periodSeconds: Duration.seconds(1) }),
    },
  ],
});
app.synth();
`;

const cwd = installedWorkspace('cdk8s-plus-28', 'typescript@5.9', '@types/node@20');
writeFileSync(join(cwd, 'ours.ts'), OURS);
writeFileSync(join(cwd, 'peer.ts'), PEER);
const check = (file) => ({
  args: [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2022',
    '--module',
    'commonjs',
    file,
  ],
  cwd,
});
printRatio('type-check', alternate({ podwright: check('ours.ts'), 'cdk8s-plus-28': check('peer.ts') }, 7), 1.2);
