import { join } from 'node:path';
import { parse } from 'yaml';
import { Chart, Pod } from '../../lib';
import { App } from '../../lib/synthesis/app';
import { readConfig } from '../../lib/synthesis/config';
import { render } from '../../lib/synthesis/render';
import { useWorkspace } from '../cli/workspace';
import { codeOf } from './pages';

const LIBRARY = join(__dirname, 'podwright');
const workspace = useWorkspace();
const runnable = (code: string) => code.replace("'podwright'", `'${LIBRARY}'`);

test('environments.md: the example gives the files that it names, and the differences that it shows', async () => {
  const example = codeOf('docs/environments.md', 'ts');
  for (const name of ['staging', 'production']) {
    // Jest loads a module once only, so each environment gets a script of its own.
    workspace.write(`${name}.ts`, runnable(example));
    expect(await workspace.run('synth', '--app', `${name}.ts`, '--env', name)).toMatchObject({ code: 0 });
  }
  expect(workspace.files()).toEqual(
    expect.arrayContaining(['dist/production/web.k8s.yaml', 'dist/staging/web.k8s.yaml']),
  );
  const { err } = await workspace.run('diff', 'dist/staging', 'dist/production');
  expect(err).toBe(codeOf('docs/environments.md', 'text'));
});

test('environments.md: cdk8s.yaml is read as shown', () => {
  const config = codeOf('docs/environments.md', 'yaml');
  workspace.write('cdk8s.yaml', config);
  expect(readConfig(process.cwd())).toEqual(parse(config));
});

test('advice.md: the examples of settings and of waivers hold, and the finding is what it shows', async () => {
  const config = codeOf('docs/advice.md', 'yaml');
  const pod = codeOf('docs/advice.md', 'yaml', 1);
  workspace.write('shell.yaml', pod);
  const waived = await workspace.run('validate', 'shell.yaml', '--profile', 'recommended');
  expect(waived.err).not.toMatch(/no-naked-pod|require-image-tag|waiver/);
  const hasty = 'livenessProbe: { tcpSocket: { port: 80 }, periodSeconds: 1 }';
  workspace.write('web.yaml', `${pod.replace(/#.*/g, '').replaceAll('shell', 'web')}      ${hasty}\n`);
  const { err } = await workspace.run('validate', 'web.yaml', '--profile', 'recommended');
  const shown = codeOf('docs/advice.md', 'text');
  for (const line of shown.split('\n').filter((text) => /^ +(warning|fix|[a-zS]+:)/.test(text)))
    expect(err).toContain(line);
  workspace.write('cdk8s.yaml', config);
  expect((await workspace.run('validate', 'web.yaml', '--profile', 'none')).err).toContain('error  ');
});

test('layout.md: kustomization.yaml is what it shows', () => {
  const app = new App({ kustomization: true });
  for (const id of ['web', 'api']) new Pod(new Chart(app, id), id, { containers: { app: { image: 'nginx:1.29' } } });
  const file = render(app).find(({ path }) => path === 'kustomization.yaml');
  expect(file?.content).toBe(codeOf('docs/layout.md', 'yaml'));
});
