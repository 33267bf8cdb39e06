import { dirname, join, sep } from 'node:path';
import type { Project, TestRunner } from './project';
import { workflowOf } from './workflow';

/** A file that a project is to have. */
export interface ProjectFile {
  readonly path: string;
  readonly content: string;
}

const MAIN = `import { App } from 'podwright';
import { web } from './charts/web';

const app = new App();

web(app);

app.synth();
`;

const CHART = `import { type App, Chart, Deployment, Service } from 'podwright';

/** A web server: three pods behind a Service, taken out of it when they are not ready, restarted when they hang. */
export function web(app: App): Chart {
  const chart = new Chart(app, 'web');

  const server = new Deployment(chart, 'web', {
    replicas: 3,
    containers: {
      nginx: {
        image: 'nginx:1.29',
        ports: { http: 80 },
        resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
        readinessProbe: { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 },
        livenessProbe: { httpGet: { path: '/', port: 'http' }, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 },
      },
    },
  });

  new Service(chart, 'web-service', { selector: server, ports: { http: { port: 80, targetPort: 'http' } } });

  return chart;
}
`;

const CHART_TEST = `import { App } from 'podwright';
import 'podwright/testing';
import { web } from '../charts/web';

const chart = web(new App());

test('an API server would accept every object', () => {
  expect(chart).toBeValid();
});

test('three pods serve, each only while it is ready', () => {
  expect(chart).toHaveReplicas(3);
  expect(chart).toHaveProbe('readiness', { httpGet: { path: '/' } });
  expect(chart).toContainObject({ kind: 'Service', name: 'web-service' });
});
`;

const IMPORT_EXEC = `import { execSync } from 'node:child_process';`;
const REQUIRE_EXEC = `const { execSync } = require('node:child_process');`;

/** For an app that is there already, whatever it is made of. */
const APP_TEST = `${IMPORT_EXEC}

// Where the API server would refuse an object, this fails with the findings.
test('an API server would accept every object', () => {
  execSync('npx --no-install podwright synth --stdout', { stdio: ['ignore', 'ignore', 'pipe'] });
}, 60_000);
`;

const TSCONFIG = `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "nodenext",
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "isolatedModules": true,
    "skipLibCheck": true,
    "noEmit": true,
    "types": ["jest", "node"]
  }
}
`;

/** The files that a project lacks, apart from `package.json`. */
export function projectFiles(project: Project): ProjectFile[] {
  return wantedFiles(project).filter(({ path }) => !project.has(path));
}

function wantedFiles(project: Project): ProjectFile[] {
  const files: ProjectFile[] = [
    { path: '.gitignore', content: 'node_modules/\n' },
    { path: '.github/workflows/manifests.yml', content: workflowOf(project) },
  ];
  if (project.testRunner === undefined) files.push({ path: 'tsconfig.json', content: TSCONFIG });
  return [...files, ...(project.hasApp ? [testOf(project)] : appOf(project))];
}

/** A path from the folder of the app. */
const beside = (script: string, path: string) => join(dirname(script), path).split(sep).join('/');

function appOf({ script = 'main.ts', testRunner }: Project): ProjectFile[] {
  return [
    { path: 'cdk8s.yaml', content: `app: ${script}\noutput: dist\n` },
    { path: script, content: MAIN },
    { path: beside(script, 'charts/web.ts'), content: CHART },
    { path: beside(script, 'test/manifests.test.ts'), content: withImports(CHART_TEST, testRunner) },
  ];
}

/** A test of the app that is there already. */
function testOf({ script = '', testRunner }: Project): ProjectFile {
  // Jest as it comes reads JavaScript only; an app in TypeScript has taught it more.
  if (testRunner === 'jest' && /\.[cm]?js$/.test(script))
    return { path: beside(script, 'test/manifests.test.cjs'), content: APP_TEST.replace(IMPORT_EXEC, REQUIRE_EXEC) };
  return { path: beside(script, 'test/manifests.test.ts'), content: withImports(APP_TEST, testRunner) };
}

/** Vitest has its functions imported, unless it is told otherwise. */
function withImports(code: string, runner: TestRunner | undefined): string {
  const names = ['expect', 'test'].filter((name) => code.includes(`${name}(`));
  return runner === 'vitest' ? `import { ${names.join(', ')} } from 'vitest';\n${code}` : code;
}
