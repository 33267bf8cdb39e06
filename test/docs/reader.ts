import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { codeOf, ROOT } from './pages';

const PROGRAM = join(ROOT, 'build/lib/cli/main.js');

const pod = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: [{ name: 'app', image: 'nginx:1.29' }] },
});

/** What a cluster answers: an object with what only a server writes. */
const held = {
  ...(({ metadata, ...rest }) => ({ ...rest, metadata: { ...metadata, uid: '8f1f', resourceVersion: '7' } }))(
    pod('web'),
  ),
  status: { phase: 'Running' },
};

const crd = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'gadgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'gadgets', kind: 'Gadget' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
};

/** What the pages take for granted: the app of the first page, with files beside it. */
const FILES: Record<string, string> = {
  'main.ts': codeOf('README.md', 'ts'),
  'cdk8s.yaml': 'app: npx tsx main.ts\n',
  'k8s.yaml': stringify(pod('web')),
  'k8s/web.yaml': codeOf('docs/migrate.md', 'yaml'),
  'web.yaml': codeOf('docs/migrate.md', 'yaml'),
  'extra.json': JSON.stringify(pod('extra')),
  'old/web.yaml': stringify(pod('web')),
  'new/web.yaml': stringify({ ...pod('web'), metadata: { name: 'web', labels: { app: 'web' } } }),
  'crds/gadgets.yaml': stringify(crd),
  'dist/crds.k8s.yaml': stringify(crd),
  'held.yaml': stringify(held),
};

/**
 * The programs of others that the pages call. kubectl gets from a cluster what was put there, and applies what an API
 * server would take; kustomize builds what is there already.
 */
const PROGRAMS: Record<string, string> = {
  npx: 'program=$1; shift; exec "$program" "$@"',
  podwright: `exec "${process.execPath}" "${PROGRAM}" "$@"`,
  kubectl: `case $1 in
  get) cat held.yaml ;;
  apply) eval "file=\\\${$#}"; podwright validate "$file" --profile none ;;
  wait) ;;
  *) exit 64 ;;
esac`,
  kustomize: '[ "$*" = "build ." ] && cat k8s.yaml',
  gh: '[ "$1 $2" = "pr comment" ] && cat changes.md',
};

/** The project of a reader, in which the commands of a page run in a shell. */
export interface Reader {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  write(path: string, text: string): void;
  /** Runs lines in the shell, with variables beside the usual ones. */
  run(lines: string, variables?: Record<string, string>): SpawnSyncReturns<string>;
}

function readerIn(folder: string, env: NodeJS.ProcessEnv): Reader {
  return {
    folder,
    env,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    run(lines, variables) {
      const options = { cwd: folder, env: { ...env, ...variables }, encoding: 'utf8' } as const;
      return spawnSync('bash', ['-eo', 'pipefail', '-c', lines], options);
    },
  };
}

/** What is done once: an app of podwright whose manifests are in git, on the branch `main` and as `v1.2`. */
const BEGIN = `podwright synth --profile none
echo node_modules > .gitignore
git init --quiet --initial-branch main
git add .
git -c user.name=reader -c user.email=reader@example.com commit --quiet --message 'Begin'
git tag v1.2`;

/** The projects of readers; each begins with the files that the pages take for granted. */
export class Readers {
  private readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-readers-')));
  private readonly env: NodeJS.ProcessEnv;
  private count = 0;

  constructor() {
    const programs = join(this.folder, 'programs');
    this.env = {
      ...process.env,
      PATH: [programs, join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    };
    mkdirSync(programs);
    for (const [name, script] of Object.entries(PROGRAMS))
      writeFileSync(join(programs, name), `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 });
    const first = readerIn(join(this.folder, 'project'), this.env);
    for (const [path, text] of Object.entries(FILES)) first.write(path, text);
    const modules = join(first.folder, 'node_modules');
    mkdirSync(modules);
    symlinkSync(ROOT, join(modules, 'podwright'));
    for (const name of ['cdk8s', 'constructs', 'cdk8s-plus-28'])
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    const { status, stderr } = first.run(BEGIN);
    if (status !== 0) throw new Error(stderr);
  }

  /** A project of its own. */
  next(): Reader {
    const folder = join(this.folder, `${++this.count}`);
    cpSync(join(this.folder, 'project'), folder, { recursive: true, verbatimSymlinks: true });
    return readerIn(folder, this.env);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
