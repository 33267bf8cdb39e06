import { type SynthesizeOptions, synthesize } from '../../lib/synthesis/synthesize';

/** A command that writes a valid and an invalid object, named after the environment. */
const command = `for name in a b c; do printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata:\\n  name: '$name'\\n  labels: { env: "'$PODWRIGHT_ENV'" }\\n' > "$CDK8S_OUTDIR/$name.yaml"; done; printf '  annotations: []\\n' >> "$CDK8S_OUTDIR/b.yaml"`;

const run = (options?: SynthesizeOptions) => synthesize(command, 'out', options);
const found = async (options?: SynthesizeOptions) =>
  [...(await run(options)).diagnostics].map(([version, list]) => [
    version,
    ...list.map(({ object, field, yaml }) => `${object.index} ${field} ${yaml?.file}:${yaml?.line}`),
  ]);

test('gives the files of a command, and its findings with their lines', async () => {
  const { files, paths, scope, environments } = await run();
  expect({ names: files.map(({ path }) => path), paths, scope, environments }).toEqual({
    names: ['a.yaml', 'b.yaml', 'c.yaml'],
    paths: ['a.yaml', 'b.yaml', 'c.yaml'],
    scope: '',
    environments: [],
  });
  expect(await found()).toEqual([['1.36', '1 metadata.annotations out/b.yaml:6']]);
});

test('runs once for each environment, into its folder, and numbers all objects', async () => {
  const environments = ['staging', 'production'];
  const { files, scope } = await run({ environments });
  expect(files.map(({ path, content }) => `${path} ${/env: (.*) /.exec(content)?.[1]}`)).toEqual([
    'staging/a.yaml "staging"',
    'staging/b.yaml "staging"',
    'staging/c.yaml "staging"',
    'production/a.yaml "production"',
    'production/b.yaml "production"',
    'production/c.yaml "production"',
  ]);
  expect(scope).toBe('');
  expect(await found({ environments, kubeVersions: ['1.30', '1.36'] })).toEqual([
    ['1.30', '1 metadata.annotations out/staging/b.yaml:6', '4 metadata.annotations out/production/b.yaml:6'],
    ['1.36', '1 metadata.annotations out/staging/b.yaml:6', '4 metadata.annotations out/production/b.yaml:6'],
  ]);
});

test('runs for one environment only', async () => {
  const { paths, scope, environments } = await run({
    environments: ['staging', 'production'],
    environment: 'production',
  });
  expect({ paths, scope, environments }).toEqual({
    paths: ['production/a.yaml', 'production/b.yaml', 'production/c.yaml'],
    scope: 'production/',
    environments: ['production'],
  });
});

test.each([
  ['an environment that is not declared', ['staging'], 'environment prod is not known; there are staging.'],
  ['an environment where the app has none', undefined, 'environment prod is not known; the app has none'],
])('refuses %s', async (_name, environments, message) => {
  await expect(run({ environment: 'prod', ...(environments && { environments }) })).rejects.toThrow(
    expect.objectContaining({ code: 'ERR_ENVIRONMENT', message: expect.stringContaining(message) }),
  );
});

test('a shard has its own files and findings, and knows the paths of the others', async () => {
  const [first, second] = await Promise.all([1, 2].map((index) => run({ shard: { index, count: 2 } })));
  const whole = await run();
  expect(first?.files.map(({ path }) => path)).toEqual(['a.yaml', 'c.yaml']);
  expect(second?.files.map(({ path }) => path)).toEqual(['b.yaml']);
  expect([first?.paths, second?.paths]).toEqual([whole.paths, whole.paths]);
  expect([first?.diagnostics.get('1.36'), second?.diagnostics.get('1.36')]).toEqual([
    [],
    whole.diagnostics.get('1.36'),
  ]);
});

test('streams its own files', async () => {
  const { stream } = await run({ shard: { index: 1, count: 2 } });
  expect(stream().match(/name: ./g)).toEqual(['name: a', 'name: c']);
});
