import { IMPORT, useWorkspace } from '../workspace';

const workspace = useWorkspace({ profile: '' });
const ONLY = 'profile: none\nrules:\n  no-hasty-liveness-probe: warning\n  no-frequent-exec-probe: info\n';
const pod = (name: string, image = 'nginx:1.29', comment = '') =>
  `${comment}apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n    - name: web\n      image: ${image}\n      livenessProbe:\n        tcpSocket:\n          port: 80\n        periodSeconds: 1\n`;
const ids = (text: string) => [...text.matchAll(/\[([a-z-]+)\]$/gm)].map(([, id]) => id);

test('validate says what a reviewer would, with the number, the change and the rule, and exits with 0', async () => {
  workspace.write('cdk8s.yaml', ONLY);
  workspace.write('web.yaml', pod('web'));
  expect(await workspace.run('validate', 'web.yaml')).toEqual({
    code: 0,
    out: '',
    err: `Pod/web
  warning  spec.containers[0].livenessProbe  killed 3 to 4 s after it begins to hang: a pause of more than 3 s may be its last
    at web.yaml:9:7
    9 |       livenessProbe:
              ^
    fix: Raise failureThreshold or periodSeconds; let a readiness probe be the quick one, which restarts nothing.  [no-hasty-liveness-probe]
      failureThreshold: 10

1 warning
1 object validated for Kubernetes 1.36
`,
  });
});

test('the recommended profile is given by default, none when it is asked for', async () => {
  workspace.write('web.yaml', pod('web'));
  expect(ids((await workspace.run('validate', 'web.yaml')).err)).toContain('require-startup-probe');
  expect(ids((await workspace.run('validate', 'web.yaml', '--profile', 'none')).err)).toEqual([]);
  const { err } = await workspace.run('validate', 'web.yaml', '--profile', 'baseline,restricted');
  expect(ids(err)).toContain('no-root-user');
  expect(ids(err)).not.toContain('require-startup-probe');
});

test.each([
  ['an unknown profile', '--profile', 'recomended', 'did you mean recommended?'],
  ['a number that is none', '--max-warnings', 'few', 'is not a number of warnings'],
])('%s is wrong use', async (_name, option, value, message) => {
  workspace.write('web.yaml', pod('web'));
  expect(await workspace.run('validate', 'web.yaml', option, value)).toMatchObject({
    code: 2,
    err: expect.stringContaining(message),
  });
});

test('an unknown rule in cdk8s.yaml is wrong use, of every command', async () => {
  workspace.write('cdk8s.yaml', 'app: main.ts\nrules:\n  no-hasty-liveness-prob: off\n');
  workspace.write('main.ts', `${IMPORT}\nconst app = new App();\nnew Chart(app, 'web');\napp.synth();\n`);
  workspace.write('web.yaml', pod('web'));
  for (const args of [['validate', 'web.yaml'], ['synth']])
    expect(await workspace.run(...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('did you mean no-hasty-liveness-probe?'),
    });
});

test('--max-warnings makes too many of them a failure, those that are not listed included', async () => {
  workspace.write('cdk8s.yaml', ONLY);
  workspace.write('web.yaml', ['a', 'b', 'c', 'd', 'e'].map((name) => pod(name)).join('---\n'));
  const { code, err } = await workspace.run('validate', 'web.yaml', '--max-warnings', '4');
  expect(code).toBe(1);
  expect(ids(err)).toEqual(Array(4).fill('no-hasty-liveness-probe'));
  expect(err).toContain('warning  and 2 more  [no-hasty-liveness-probe]\n\n5 warnings\n');
  expect(err).toContain('5 warnings are more than the 4 of --max-warnings\n');
  expect(await workspace.run('validate', 'web.yaml', '--max-warnings', '5')).toMatchObject({ code: 0 });
});

test('programs get all of it', async () => {
  workspace.write('cdk8s.yaml', ONLY);
  workspace.write('web.yaml', ['a', 'b', 'c', 'd', 'e'].map((name) => pod(name)).join('---\n'));
  const found = JSON.parse((await workspace.run('validate', 'web.yaml', '--format', 'json')).out);
  expect(found).toHaveLength(5);
  expect(found[4]).toMatchObject({ change: { yaml: 'failureThreshold: 10' }, yaml: { line: 61 }, reason: 'Advice' });
});

test('comments waive advice about an object, an item or a line; what is waived in vain is a finding', async () => {
  workspace.write('cdk8s.yaml', ONLY);
  workspace.write('a.yaml', pod('a', 'nginx:1.29', '# podwright-waive no-hasty-liveness-probe: it never pauses\n'));
  workspace.write(
    'b.yaml',
    pod('b').replace('livenessProbe:', 'livenessProbe: # podwright-waive no-hasty-liveness-probe: fast'),
  );
  workspace.write('c.yaml', pod('c', 'nginx:1.29 # podwright-waive no-hasty-liveness-probe: here in vain'));
  const { err } = await workspace.run('validate', 'a.yaml', 'b.yaml', 'c.yaml');
  expect(ids(err)).toEqual(['no-hasty-liveness-probe', 'no-unused-waiver']);
  expect(err).toContain('at c.yaml:9:7');
  expect(err).toContain('nothing here comes under no-hasty-liveness-probe (here in vain)\n    at c.yaml:8:25');
});

test.each([
  ['without a reason', 'no-hasty-liveness-probe', 'gives no reason'],
  ['of an unknown rule', 'no-hasty-liveness-prob: fast', 'there is no rule no-hasty-liveness-prob to waive'],
])('a waiver %s is an error, and waives nothing', async (_name, words, message) => {
  workspace.write('cdk8s.yaml', ONLY);
  workspace.write('web.yaml', pod('web', 'nginx:1.29', `# podwright-waive ${words}\n`));
  const { code, err } = await workspace.run('validate', 'web.yaml');
  expect([code, ids(err)]).toEqual([1, ['no-hasty-liveness-probe', 'valid-waiver']]);
  expect(err).toContain(message);
});

test('what is found by comparing the objects of several files has its line', async () => {
  workspace.write('cdk8s.yaml', 'profile: none\nrules:\n  require-readiness-probe: error\n');
  workspace.write(
    '1-service.yaml',
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n',
  );
  workspace.write(
    '2-pod.yaml',
    `# nothing\n---\n${pod('web').replace('  name: web', '  name: web\n  labels:\n    app: web')}`,
  );
  const { code, err } = await workspace.run('validate', '.');
  expect([code, ids(err)]).toEqual([1, ['require-readiness-probe']]);
  expect(err).toContain('error  spec.containers[0].readinessProbe  Service web sends it requests');
  expect(err).toContain('at 2-pod.yaml:11:7');
});

const APP = `${IMPORT}
const app = new App();
new Pod(new Chart(app, 'web'), 'web', {
  containers: { web: { image: 'nginx:1.29', livenessProbe: { exec: { command: ['true'] }, periodSeconds: 1, timeoutSeconds: 1 } } },
});
app.synth();
`;

test('synth gives advice with the line of code, and TypeScript to write', async () => {
  workspace.write('main.ts', APP);
  workspace.write('cdk8s.yaml', ONLY);
  const { code, err } = await workspace.run('synth');
  expect([code, ids(err)]).toEqual([0, ['no-hasty-liveness-probe', 'no-frequent-exec-probe']]);
  expect(err).toContain('at main.ts:3:1, dist/web.k8s.yaml:9:7');
  expect(err).toContain('      periodSeconds: 5,\n      failureThreshold: 1\n');
  expect(workspace.files()).toContain('dist/web.k8s.yaml');
});

test.each([
  ['a warning too many', ONLY, ['--max-warnings', '0']],
  ['advice that is made an error', ONLY.replace('warning', 'error'), []],
])('%s keeps synth from writing', async (_name, config, args) => {
  workspace.write('main.ts', APP);
  workspace.write('cdk8s.yaml', config);
  expect(await workspace.run('synth', ...args)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Nothing was written.'),
  });
  expect(workspace.files()).not.toContain('dist/web.k8s.yaml');
});
