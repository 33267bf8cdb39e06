import type { ComparisonFormat } from '../comparison/reports/formats';
import type { Report } from '../report/report';
import { findDrift } from '../synthesis/drift';
import type { Synthesis } from '../synthesis/synthesize';
import { ExitCode } from './command';
import { formatOf } from './common-options';
import type { Io } from './io';

/**
 * Reports the findings of rendered files and how they differ from those in the output folder; writes nothing.
 *
 * @param report The findings, with the versions that were validated for; the newest one's defaults count.
 * @returns 1 when the folder is not what the app renders, or when the API server would refuse an object.
 */
export function checkDrift(
  { files, paths, scope }: Synthesis,
  outdir: string,
  report: Report,
  format: ComparisonFormat,
  io: Io,
): ExitCode {
  const kubeVersion = [...report.diagnostics.keys()].at(-1);
  const extent = { paths, scope };
  const drift = findDrift(outdir, files, { extent, ...(kubeVersion !== undefined && { kubeVersion }) });
  const hasDrifted = drift.files.length > 0;
  const findings = format.findings && formatOf(format.findings);
  if (findings) print(findings.render(report), findings, io);
  if (hasDrifted || format.machine) {
    const diagnostics: unknown = findings ? undefined : JSON.parse(formatOf('json').render(report));
    print(format.render({ ...drift, purpose: 'check', colour: io.colour }, diagnostics), format, io);
  }
  const hasErrors = [...report.diagnostics.values()].flat().some(({ severity }) => severity === 'error');
  if (hasDrifted) io.err(`${outdir} is not what the app renders: run \`podwright synth\` and commit the result.\n`);
  else if (!hasErrors) io.err(`${outdir} is up to date\n`);
  return hasDrifted || hasErrors ? ExitCode.findings : ExitCode.ok;
}

function print(text: string, { machine }: { readonly machine: boolean }, io: Io): void {
  if (machine) io.out(text);
  else io.err(text);
}
