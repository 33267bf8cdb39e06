import { useWorkspace } from '../workspace';

const workspace = useWorkspace({ profile: '' });
const probe = (name: string) => `# kept
apiVersion: v1
kind: Pod
metadata: { name: ${name} }   # in one line
spec:
  containers:
  - name: web
    image: 'nginx:1.29'
    startupProbe:
      tcpSocket: {port: 80}
      failureThreshold: 30
    readinessProbe:
      tcpSocket: {port: 80}
      # as long as it takes
      initialDelaySeconds: 15
      periodSeconds: 5   # often
`;
const CONFIG =
  'profile: none\nrules:\n  no-delay-beside-startup-probe: warning\n  require-explicit-probe-timing: info\n';

beforeEach(() => workspace.write('cdk8s.yaml', CONFIG));

test('--fix follows safe advice in the files, keeps all else, and says what it did', async () => {
  workspace.write(
    'pods.yaml',
    `${probe('a')}---\n${probe('b').replace('initialDelaySeconds: 15', 'failureThreshold: 3')}`,
  );
  const { code, err } = await workspace.run('validate', 'pods.yaml', '--fix');
  expect(code).toBe(0);
  expect(
    err,
  ).toBe(`fixed pods.yaml: Pod/a spec.containers[0].startupProbe: set periodSeconds to 10, set timeoutSeconds to 1 [require-explicit-probe-timing]
fixed pods.yaml: Pod/a spec.containers[0].readinessProbe: set timeoutSeconds to 1, set failureThreshold to 3 [require-explicit-probe-timing]
fixed pods.yaml: Pod/a spec.containers[0].readinessProbe.initialDelaySeconds: removed initialDelaySeconds [no-delay-beside-startup-probe]
fixed pods.yaml: Pod/b spec.containers[0].startupProbe: set periodSeconds to 10, set timeoutSeconds to 1 [require-explicit-probe-timing]
fixed pods.yaml: Pod/b spec.containers[0].readinessProbe: set timeoutSeconds to 1 [require-explicit-probe-timing]
2 objects validated for Kubernetes 1.36
`);
  const [a, b] = workspace.read('pods.yaml').split('---\n');
  expect(a).toBe(
    probe('a')
      .replace('      initialDelaySeconds: 15\n', '')
      .replace('failureThreshold: 30\n', 'failureThreshold: 30\n      periodSeconds: 10\n      timeoutSeconds: 1\n')
      .replace('# often\n', '# often\n      timeoutSeconds: 1\n      failureThreshold: 3\n'),
  );
  expect(b).toContain('failureThreshold: 3\n      periodSeconds: 5   # often\n      timeoutSeconds: 1\n');
});

test('what is waived, or refused, or JSON, or in a List, stays as it is', async () => {
  const waiver =
    '# podwright-waive no-delay-beside-startup-probe: later\n# podwright-waive require-explicit-probe-timing: later\n';
  const files = {
    'waived.yaml': waiver + probe('a'),
    'refused.yaml': probe('b').replace("'nginx:1.29'", "''"),
    'list.yaml': `apiVersion: v1\nkind: List\nitems:\n${probe('c').replace(/^/gm, '    ').replace('    # kept\n    api', '  - api').trimEnd()}\n${probe('d').replace(/^/gm, '    ').replace('    # kept\n    api', '  - api').trimEnd()}\n`,
    'pod.json': JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'e' },
      spec: { containers: [{ name: 'web', image: 'a:1', livenessProbe: { tcpSocket: { port: 80 } } }] },
    }),
  };
  for (const [path, text] of Object.entries(files)) workspace.write(path, text);
  const { err } = await workspace.run('validate', ...Object.keys(files), '--fix');
  expect(err).not.toContain('fixed');
  for (const [path, text] of Object.entries(files)) expect(workspace.read(path)).toBe(text);
});

test('nothing is fixed unasked, and standard input never', async () => {
  workspace.write('pod.yaml', probe('a'));
  await workspace.run('validate', 'pod.yaml');
  expect(workspace.read('pod.yaml')).toBe(probe('a'));
  workspace.input = probe('a');
  expect(await workspace.run('validate', '-', '--fix')).toMatchObject({
    code: 2,
    err: expect.stringContaining('standard input'),
  });
});
