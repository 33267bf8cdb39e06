import type { App as Cdk8sApp } from 'cdk8s';
import { checkRendered } from './check-rendered';
import { render } from './render';
import { SynthesisError } from './synthesis-error';
import { writeFiles } from './write-files';

/** Renders, validates and writes one app into its own output folder: what `app.synth()` of a plain script does. */
export function synthApp(app: Cdk8sApp & { readonly kubeVersion?: string | undefined }): void {
  const files = render(app);
  const diagnostics = checkRendered(files, {
    outdir: app.outdir,
    ...(app.kubeVersion && { kubeVersion: app.kubeVersion }),
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const { reportText } = require('../report/text') as typeof import('../report/text');
    throw new SynthesisError('ERR_INVALID_MANIFESTS', `nothing was written:\n${reportText(errors)}`);
  }
  // cdk8s-cli empties the folder that it names here and hands its content on; a journal would be one file too many.
  const journal = process.env.CDK8S_OUTDIR === undefined;
  writeFiles(app.outdir, files, { journal });
}
