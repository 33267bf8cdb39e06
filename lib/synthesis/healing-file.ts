import type { App as Cdk8sApp } from 'cdk8s';
import type { AppObject } from './app-object';
import { isPodwrightApp } from './podwright-app';
import type { RenderedFile } from './rendered-file';
import { SynthesisError } from './synthesis-error';

/** The name of the report. */
export const HEALING_REPORT = 'HEALING.md';

/** Whether an app gets a `HEALING.md` beside its manifests: what it says itself, else what `cdk8s.yaml` says. */
export function wantsHealing(app: Cdk8sApp, byDefault = false): boolean {
  return (isPodwrightApp(app) ? app.healing : undefined) ?? byDefault;
}

/**
 * The files with a report on how the workloads among the objects heal; it is simulated when it is first asked for.
 *
 * @throws SynthesisError `ERR_FILE_NAME` when a chart is written to that file.
 */
export function withHealing(
  files: readonly RenderedFile[],
  objects: readonly AppObject[],
  kubeVersion?: string,
): RenderedFile[] {
  if (files.some(({ path }) => path === HEALING_REPORT))
    throw new SynthesisError('ERR_FILE_NAME', `a chart would be written to ${HEALING_REPORT}; give it another id.`);
  let content: string | undefined;
  const report: RenderedFile = {
    path: HEALING_REPORT,
    objects: [],
    get content() {
      const { healingReport } = require('../healing/healing-report') as typeof import('../healing/healing-report');
      content ??= healingReport(
        objects.map(({ json }) => json),
        kubeVersion,
      );
      return content;
    },
  };
  return [report, ...files];
}
