import { join } from 'node:path';
import { type Report, type SourceText, textsOf } from '../../report/report';
import { readConfig } from '../../synthesis/config';
import { type Synthesis, synthesize } from '../../synthesis/synthesize';
import { type Written, writeFiles } from '../../synthesis/write-files';
import { defineCommand, ExitCode } from '../command';
import { commonOptions, formatOf, kubeVersionsOf } from '../common-options';
import type { Io } from '../io';

/** Renders the app, validates every object, and only then writes the files that changed. */
export const synth = defineCommand({
  name: 'synth',
  summary: 'Render the app, validate it, then write the manifests that changed.',
  options: {
    app: {
      type: 'string',
      short: 'a',
      value: 'APP',
      summary: "the app's script or command (default: cdk8s.yaml, then main.ts)",
    },
    output: {
      type: 'string',
      short: 'o',
      value: 'FOLDER',
      summary: 'the output folder (default: cdk8s.yaml, then dist)',
    },
    stdout: { type: 'boolean', short: 'p', summary: 'print the YAML and write nothing' },
    ...commonOptions,
  },
  async run(options, _operands, io) {
    const config = readConfig(process.cwd());
    const format = formatOf(options.format);
    const outdir = options.output ?? config.output ?? 'dist';
    const versions = kubeVersionsOf(options['kube-version'] ?? config.kubeVersion);
    const synthesis = await synthesize(options.app ?? config.app ?? 'main.ts', outdir, versions);
    const report: Report = {
      diagnostics: synthesis.diagnostics,
      texts: renderedTexts(synthesis, outdir),
      colour: io.colour,
    };
    const text = format.render(report);
    if (format.machine && !options.stdout) io.out(text);
    else io.err(text);
    if (hasErrors(synthesis)) {
      io.err('Nothing was written.\n');
      return ExitCode.findings;
    }
    if (options.stdout) io.out(synthesis.files.map((file) => file.content).join('---\n'));
    else tell(writeFiles(outdir, synthesis.files), outdir, io);
    return ExitCode.ok;
  },
});

function hasErrors({ diagnostics }: Synthesis): boolean {
  return [...diagnostics.values()].flat().some(({ severity }) => severity === 'error');
}

/** Excerpts come from the files as they would be written, since on a failure they are not. */
function renderedTexts({ files }: Synthesis, outdir: string): SourceText {
  const contents = new Map(files.map((file) => [join(outdir, file.path), file.content]));
  return textsOf((file) => contents.get(file));
}

function tell({ created, updated, removed, unchanged }: Written, outdir: string, io: Io): void {
  for (const [verb, paths] of [
    ['created', created],
    ['updated', updated],
    ['removed', removed],
  ] as const) {
    for (const path of paths) io.err(`${verb} ${join(outdir, path)}\n`);
  }
  if (unchanged.length > 0)
    io.err(`${unchanged.length} ${unchanged.length === 1 ? 'file' : 'files'} in ${outdir} unchanged\n`);
}
