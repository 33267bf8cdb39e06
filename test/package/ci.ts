import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { validate } from '../../lib/validation/validate';
import type { Installation, Ran } from './installation';

const ROOT = join(__dirname, '../..');
const ACTION_VALIDATOR = join(dirname(require.resolve('@action-validator/cli/package.json')), 'cli.mjs');

const INVALID = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Action {
  readonly inputs: Readonly<Record<string, { default: string }>>;
  readonly runs: { readonly steps: readonly { run?: string; env?: Record<string, string>; uses?: string }[] };
}

/** The files that other programs read, each read by its program or run as it runs them. */
export function testCi(installed: () => Installation, example: string, yaml: string): void {
  let shop = '';
  const manifest = () => join(shop, 'dist/kuard.k8s.yaml');
  const run = (command: readonly string[], cwd = shop): Ran => installed().run(command[0] ?? '', command.slice(1), cwd);

  beforeAll(() => {
    shop = join(installed().app, 'shop');
    mkdirSync(shop);
    writeFileSync(join(shop, 'cdk8s.yaml'), 'app: main.ts\nprofile: none\n');
    writeFileSync(join(shop, 'invalid.yaml'), INVALID);
  });
  beforeEach(() => {
    writeFileSync(join(shop, 'main.ts'), example);
    expect(run([join(installed().app, 'node_modules/.bin/podwright'), 'synth']).code).toBe(0);
  });

  test('the action and the workflows are what GitHub reads', () => {
    for (const file of ['action.yml', '.github/workflows/ci.yml'])
      expect(run([process.execPath, ACTION_VALIDATOR, join(ROOT, file)])).toMatchObject({ code: 0 });
  });

  test('docs/ci.md: its workflows are such, and its table has the inputs of the action', () => {
    const page = read('docs/ci.md');
    const [workflow = ''] = /```yaml\n(name: Manifests.*?)```/s.exec(page)?.slice(1) ?? [];
    const file = join(installed().folder, 'workflow.yml');
    writeFileSync(file, workflow.replace('OWNER', 'example'));
    expect(run([process.execPath, ACTION_VALIDATOR, file])).toMatchObject({ code: 0 });
    const { inputs } = parse(read('action.yml')) as Action;
    const [, table = ''] = /\| input \| meaning.*?\n(.*?)\n\n/s.exec(page) ?? [];
    expect([...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(Object.keys(inputs)),
    );
    for (const [, name = '', value] of table.matchAll(/^\| `([a-z-]+)` .* \| `([^`]+)` \|$/gm))
      expect([name, inputs[name]?.default]).toEqual([name, value]);
  });

  describe('the action', () => {
    const action = parse(read('action.yml')) as Action;

    /** Runs the first step as GitHub does, from the root of the repository. */
    function check(inputs: Record<string, string>, root: string): Ran & { outputs: string; sarif: string[] } {
      const [{ run: script = '', env = {} } = {}] = action.runs.steps;
      const values = Object.entries(env).map(([name, expression]) => {
        const [, input = ''] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression) ?? [];
        const value = inputs[input] ?? action.inputs[input]?.default;
        if (value === undefined) throw new Error(`${name} is from no input`);
        return `${name}=${value}`;
      });
      const outputs = join(installed().folder, 'outputs');
      const file = join(root, 'podwright.sarif');
      writeFileSync(outputs, '');
      rmSync(file, { force: true });
      const ran = run(
        [
          'env',
          `GITHUB_OUTPUT=${outputs}`,
          ...values,
          'bash',
          '--noprofile',
          '--norc',
          '-eo',
          'pipefail',
          '-c',
          script,
        ],
        root,
      );
      const sarif = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).runs[0].results : [];
      return {
        ...ran,
        outputs: readFileSync(outputs, 'utf8'),
        sarif: sarif.map(
          (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
            result.locations[0]?.physicalLocation.artifactLocation.uri,
        ),
      };
    }

    test('lets an app pass whose manifests are committed', () => {
      expect(check({}, shop)).toMatchObject({ code: 0, out: '', outputs: 'sarif-file=podwright.sarif\n', sarif: [] });
    });

    test('annotates advice, and lets it pass', () => {
      const config = join(shop, 'cdk8s.yaml');
      writeFileSync(config, 'app: main.ts\n');
      const { code, out } = check({}, shop);
      writeFileSync(config, 'app: main.ts\nprofile: none\n');
      expect([code, out]).toEqual([0, expect.stringMatching(/^::warning file=main\.ts,line=6,/)]);
    });

    test('annotates manifests that differ', () => {
      writeFileSync(manifest(), yaml.replace('replicas: 3', 'replicas: 2'));
      const { code, out } = check({ 'working-directory': 'shop' }, installed().app);
      expect([code, out]).toEqual([1, expect.stringMatching(/^::error file=shop\/dist\/kuard\.k8s\.yaml,/)]);
    });

    test('annotates files that an API server would refuse, and reports them', () => {
      const { code, out, sarif } = check(
        { files: '\ninvalid.yaml\ndist\n', 'working-directory': 'shop/', 'kube-version': '1.30..1.36' },
        installed().app,
      );
      expect([code, out]).toEqual([1, expect.stringMatching(/^::error file=shop\/invalid\.yaml,line=7,/)]);
      expect(sarif).toEqual(['shop/invalid.yaml']);
    });

    test('reports nothing where nothing could be checked', () => {
      const { code, err, outputs, sarif } = check({ files: 'none.yaml', 'sarif-file': 'none.sarif' }, shop);
      expect([code, outputs, sarif.length, existsSync(join(shop, 'none.sarif'))]).toEqual([2, '', 0, false]);
      expect(err).toContain('none.yaml');
    });
  });

  describe('the hooks', () => {
    test('of pre-commit refuse what does not pass', () => {
      const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; pass_filenames?: boolean }[];
      const entry = (id: string) => hooks.find((hook) => hook.id === id)?.entry ?? '';
      const bin = join(installed().app, 'node_modules/.bin');
      const hook = (id: string, ...files: string[]) =>
        run(['env', `PATH=${bin}:${process.env.PATH}`, 'bash', '-c', `${entry(id)} "$@"`, id, ...files]).code;
      expect(hook('podwright-validate', 'dist/kuard.k8s.yaml')).toBe(0);
      expect(hook('podwright-validate', 'dist/kuard.k8s.yaml', 'invalid.yaml')).toBe(1);
      expect(hook('podwright-check')).toBe(0);
      writeFileSync(manifest(), yaml.replace('replicas: 3', 'replicas: 2'));
      expect(hook('podwright-check')).toBe(1);
    });

    test('of git refuses what does not pass', () => {
      const hook = ['sh', join(ROOT, 'examples/pre-commit/pre-commit.sh')];
      expect(run(hook).code).toBe(0);
      writeFileSync(manifest(), yaml.replace('replicas: 3', 'replicas: 2'));
      expect(run(hook).code).toBe(1);
    });
  });

  describe('Argo CD', () => {
    const { spec } = parse(read('examples/argocd/plugin.yaml'));

    test('gets the manifests and nothing else from the plugin', () => {
      expect(existsSync(join(shop, spec.discover.fileName))).toBe(true);
      expect(run(spec.generate.command)).toMatchObject({ code: 0, out: yaml });
    });

    test('gets nothing from it when an API server would refuse an object', () => {
      writeFileSync(join(shop, 'main.ts'), example.replace('replicas: 3', 'replicas: -3'));
      expect(run(spec.generate.command)).toEqual({
        code: 1,
        out: '',
        err: expect.stringContaining('spec.replicas  Invalid value: -3'),
      });
    });

    test('runs it beside its repo server, in a Deployment that an API server takes', () => {
      const sidecar = parse(read('examples/argocd/repo-server.yaml'));
      const labels = { 'app.kubernetes.io/name': 'argocd-repo-server' };
      sidecar.spec.selector = { matchLabels: labels };
      sidecar.spec.template.metadata = { labels };
      // What the repo server itself has.
      sidecar.spec.template.spec.volumes.push({ name: 'var-files', emptyDir: {} }, { name: 'plugins', emptyDir: {} });
      expect(validate([sidecar])).toEqual([]);
    });

    test('finds the plugin by the name that the application gives', () => {
      const application = parse(read('examples/argocd/application.yaml'));
      expect(application).toMatchObject({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' });
      expect(application.spec.source.plugin.name).toBe(parse(read('examples/argocd/plugin.yaml')).metadata.name);
    });
  });

  test('Flux applies the folder that synth writes', () => {
    const [source, kustomization] = parseAllDocuments(read('examples/flux/shop.yaml')).map((document) => {
      expect(document.errors).toEqual([]);
      return document.toJS();
    });
    expect(source).toMatchObject({ apiVersion: 'source.toolkit.fluxcd.io/v1', kind: 'GitRepository' });
    expect(kustomization).toMatchObject({ apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization' });
    expect(kustomization.spec.sourceRef).toEqual({ kind: source.kind, name: source.metadata.name });
    expect(existsSync(join(shop, kustomization.spec.path, 'kuard.k8s.yaml'))).toBe(true);
  });
}
