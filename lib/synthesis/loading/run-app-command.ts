import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { ENVIRONMENT_VARIABLE } from '../environment';
import { SynthesisError } from '../synthesis-error';

/** Commands that do no more than run one script, which is loaded in process instead. */
const RUNNER =
  /^(?:npx\s+(?:-y\s+)?)?(?:tsx|ts-node(?:\s+-T|\s+--transpile-only|\s+--swc)?|node)\s+(\S+\.[cm]?[jt]sx?)$/;
const SCRIPT = /^\S+\.[cm]?[jt]sx?$/;

/** The script that an `app` entry of `cdk8s.yaml` names, itself or behind a runner; undefined for any other command. */
export function scriptOf(app: string): string | undefined {
  return SCRIPT.test(app) ? app : RUNNER.exec(app)?.[1];
}

/**
 * Runs an app that is not a script of ours (Python, Go, a shell pipeline) as cdk8s-cli would, into a folder that is
 * removed again, and gives the files that it wrote there.
 *
 * @param environment What the command finds in the variable `PODWRIGHT_ENV`.
 * @throws SynthesisError `ERR_APP_FAILED` when the command fails or writes nothing.
 */
export function runAppCommand(command: string, environment?: string): { path: string; content: string }[] {
  // A script of ours, which is what most apps are, runs without it.
  const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
  const folder = mkdtempSync(join(tmpdir(), 'podwright-'));
  try {
    const result = spawnSync(command, {
      shell: true,
      stdio: ['ignore', 2, 2],
      env: {
        ...process.env,
        CDK8S_OUTDIR: folder,
        ...(environment !== undefined && { [ENVIRONMENT_VARIABLE]: environment }),
      },
    });
    if (result.status !== 0)
      throw new SynthesisError(
        'ERR_APP_FAILED',
        `\`${command}\` ended with ${result.signal ?? `exit code ${result.status}`}.`,
      );
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .map((file) => ({ path: relative(folder, file).split(sep).join('/'), content: readFileSync(file, 'utf8') }));
    if (files.length === 0)
      throw new SynthesisError(
        'ERR_APP_NOT_SYNTHESIZED',
        `\`${command}\` wrote no manifests; it must write to the folder that CDK8S_OUTDIR names.`,
      );
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
