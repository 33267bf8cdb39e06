import type { App as Cdk8sApp } from 'cdk8s';
import { checkRendered } from './check-rendered';
import { readConfig } from './config';
import { ENVIRONMENT_VARIABLE, environmentFolder } from './environment';
import { HEALING_REPORT, wantsHealing, withHealing } from './healing-file';
import { FLUX_KUSTOMIZATIONS } from './layout/flux-kustomizations';
import { KUSTOMIZATION } from './layout/kustomization';
import { fileBelow, renderApp } from './render';
import { SynthesisError } from './synthesis-error';
import { writeFiles } from './write-files';

const BESIDE_MANIFESTS = [KUSTOMIZATION, FLUX_KUSTOMIZATIONS, HEALING_REPORT];

/**
 * Renders, validates and writes one app into its own output folder: what `app.synth()` of a plain script does. The files
 * of an environment go to its folder there.
 */
export function synthApp(app: Cdk8sApp & { readonly kubeVersion?: string | undefined }): void {
  // cdk8s-cli empties the folder that it names here and hands its content on as manifests; it wants nothing else there.
  const isForCdk8s = process.env.CDK8S_OUTDIR !== undefined;
  const scope = isForCdk8s ? '' : environmentFolder(process.env[ENVIRONMENT_VARIABLE]);
  const { files: manifests, objects } = renderApp(app);
  const { healing, rules = {} } = readConfig(process.cwd());
  const isHealed = wantsHealing(app, healing);
  const files = (isHealed ? withHealing(manifests, objects, app.kubeVersion) : manifests)
    .filter(({ path }) => !isForCdk8s || !BESIDE_MANIFESTS.includes(path))
    .map((file) => fileBelow(scope, file));
  const diagnostics = checkRendered(files, {
    outdir: app.outdir,
    ...(app.kubeVersion && { kubeVersion: app.kubeVersion }),
    // Only the advice that is to block is looked for: nobody reads the rest here.
    rules: Object.fromEntries(Object.entries(rules).filter(([, grade]) => grade === 'error')),
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const { reportText } = require('../report/text') as typeof import('../report/text');
    throw new SynthesisError('ERR_INVALID_MANIFESTS', `nothing was written:\n${reportText(errors)}`);
  }
  writeFiles(app.outdir, files, { journal: !isForCdk8s, extent: { paths: files.map(({ path }) => path), scope } });
}
