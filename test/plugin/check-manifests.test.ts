import { writeFileSync } from 'node:fs';
import type { ValidationContext, Violation } from '../../lib/plugin/cdk8s-validation';
import { PodwrightValidation, type PodwrightValidationProps } from '../../lib/plugin/podwright-validation';
import { useWorkspace } from '../cli/workspace';

const workspace = useWorkspace();

const pod = (name: string, image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n    - name: app\n      image: ${image}\n`;
const OUTDATED = `apiVersion: flowcontrol.apiserver.k8s.io/v1beta3
kind: PriorityLevelConfiguration
metadata:
  name: low
spec:
  type: Limited
  limited:
    limitResponse:
      type: Reject
`;

/** Runs the plugin on files as cdk8s-cli does, and says what it reports apart from advice. */
async function run(texts: readonly string[], properties?: PodwrightValidationProps, stdout = false) {
  const manifests = texts.map((text, index) => {
    writeFileSync(`${index}.yaml`, text);
    return `${index}.yaml`;
  });
  const violations: Violation[] = [];
  const submitted: unknown[] = [];
  const report: ValidationContext['report'] = {
    addViolation: (violation) => violations.push(violation),
    submit: (...args) => submitted.push(args),
  };
  await new PodwrightValidation(properties).validate({ manifests, stdout, report });
  expect(submitted).toHaveLength(1);
  const [status, metadata] = submitted[0] as [string, unknown];
  return { status, metadata, violations: violations.filter(({ ruleName }) => !ruleName.endsWith(' (warning)')) };
}

test('valid manifests are a success', async () => {
  expect(await run([pod('web', 'web:1')])).toEqual({
    status: 'success',
    metadata: { Kubernetes: '1.36' },
    violations: [],
  });
});

test('what the API server refuses is a failure, each rule once with all its places', async () => {
  const { status, violations } = await run([pod('web', "''"), `${pod('api', "''")}---\n${pod('UP', 'up:1')}`]);
  expect(status).toBe('failure');
  expect(violations).toEqual([
    {
      ruleName: 'require-container-image',
      recommendation: 'Required value',
      fix: expect.any(String),
      violatingResources: [
        { resourceName: 'web', manifestPath: '0.yaml', locations: ['spec.containers[0].image  0.yaml:8:7'] },
        { resourceName: 'api', manifestPath: '1.yaml', locations: ['spec.containers[0].image  1.yaml:8:7'] },
      ],
    },
    expect.objectContaining({
      violatingResources: [{ resourceName: 'UP', manifestPath: '1.yaml', locations: ['metadata.name  1.yaml:13:3'] }],
    }),
  ]);
});

test('a name that several objects have does not stand for one of them', async () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 0\n';
  const { violations } = await run([pod('web', 'web:1'), service]);
  expect(
    violations.flatMap(({ violatingResources }) => violatingResources.map(({ resourceName }) => resourceName)),
  ).toContain('Service/web');
});

test('objects of all files are one app', async () => {
  const { status } = await run([pod('web', 'web:1'), pod('web', 'web:2')]);
  expect(status).toBe('failure');
});

test('mistakes of the text are a failure', async () => {
  const { status, violations } = await run(['apiVersion: v1\nkind: Pod\nmetadata:\n  name: "web\n']);
  expect([status, violations.map(({ ruleName }) => ruleName)]).toEqual([
    'failure',
    expect.arrayContaining(['require-closing-quote']),
  ]);
});

test('files that are gone after the run are not named', async () => {
  const { violations } = await run([pod('web', "''")], {}, true);
  expect(violations[0]?.violatingResources[0]?.locations).toEqual(['spec.containers[0].image']);
});

describe('the versions', () => {
  test('are those of the properties', async () => {
    expect((await run([OUTDATED], { kubeVersion: '1.31' })).status).toBe('success');
    expect(await run([OUTDATED], { kubeVersion: '1.31..1.32' })).toMatchObject({
      status: 'failure',
      metadata: { Kubernetes: '1.31, 1.32' },
    });
  });

  test('are those of cdk8s.yaml, where the properties name none', async () => {
    workspace.write('cdk8s.yaml', 'app: main.ts\nkubeVersion: "1.31"\n');
    expect(await run([OUTDATED])).toMatchObject({ status: 'success', metadata: { Kubernetes: '1.31' } });
  });

  test('have to be known', async () => {
    await expect(run([], { kubeVersion: '1.2' })).rejects.toMatchObject({ code: 'ERR_KUBE_VERSION' });
  });
});

test('a property that there is not is refused', async () => {
  await expect(run([], { kubeversion: '1.30' } as never)).rejects.toMatchObject({
    code: 'ERR_CONFIG',
    message: 'cdk8s.yaml: the plugin has no property kubeversion; did you mean kubeVersion?',
  });
});
