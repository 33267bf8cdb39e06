import type { App as Cdk8sApp } from 'cdk8s';
import { writeManifests } from '../manifest/write-manifests';
import { checkRendered } from './check-rendered';
import { readConfig } from './config';
import { CONSTRUCT_METADATA, constructMetadata } from './construct-metadata';
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
  if (isForCdk8s && recordsConstructs(app))
    files.push({ path: CONSTRUCT_METADATA, objects: [], content: constructMetadata(objects) });
  writeFiles(app.outdir, files, { journal: !isForCdk8s, extent: { paths: files.map(({ path }) => path), scope } });
}

/** Whether cdk8s-cli asks for the constructs, which it does when it has validation plugins that name them. */
function recordsConstructs(app: Cdk8sApp): boolean {
  return (app as unknown as { readonly recordConstructMetadata: boolean }).recordConstructMetadata;
}

/**
 * Renders and validates one app into one text: what `app.synthYaml()` gives.
 *
 * @throws SynthesisError `ERR_INVALID_MANIFESTS` when the API server would refuse an object.
 */
export function synthYaml(app: Cdk8sApp & { readonly kubeVersion?: string | undefined }): string {
  const { objects } = renderApp(app);
  const { refusalReport } = require('./refusals') as typeof import('./refusals');
  const report = refusalReport(objects, app.kubeVersion ? { kubeVersion: app.kubeVersion } : {});
  if (report !== undefined)
    throw new SynthesisError('ERR_INVALID_MANIFESTS', `the API server would refuse:\n${report}`);
  return writeManifests(objects.map(({ json }) => json));
}
