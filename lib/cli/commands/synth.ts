import { join } from 'node:path';
import { type Report, type SourceText, textsOf } from '../../report/report';
import { readConfig } from '../../synthesis/config';
import type { Shard } from '../../synthesis/shard';
import { type Synthesis, synthesize } from '../../synthesis/synthesize';
import { type Written, writeFiles } from '../../synthesis/write-files';
import { checkDrift } from '../check-drift';
import { defineCommand, ExitCode, UsageError } from '../command';
import { commonOptions, formatOf, kubeVersionsOf } from '../common-options';
import { comparisonFormatOf } from '../comparison-options';
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
    check: {
      type: 'boolean',
      summary: 'write nothing; exit 1 and say what changes when the files are not what the app renders',
    },
    env: { type: 'string', value: 'NAME', summary: 'the only environment to synthesize for (default: all)' },
    shard: {
      type: 'string',
      value: 'I/N',
      summary: 'the I-th of N parts of the files, for N jobs that share the work',
    },
    ...commonOptions,
  },
  async run(options, _operands, io) {
    const config = readConfig(process.cwd());
    if (options.check && options.stdout) throw new UsageError('--check and --stdout exclude each other.');
    const checked = options.check ? comparisonFormatOf(options.format) : undefined;
    const format = formatOf(checked ? undefined : options.format);
    const outdir = options.output ?? config.output ?? 'dist';
    const versions = kubeVersionsOf(options['kube-version'] ?? config.kubeVersion);
    const synthesis = await synthesize(options.app ?? config.app ?? 'main.ts', outdir, {
      kubeVersions: versions,
      ...(config.environments && { environments: config.environments }),
      ...(options.env !== undefined && { environment: options.env }),
      ...(options.shard !== undefined && { shard: shardOf(options.shard) }),
    });
    if (options.stdout && synthesis.environments.length > 1)
      throw new UsageError(`--stdout prints one environment; add --env ${synthesis.environments.join(' or --env ')}.`);
    const report: Report = {
      diagnostics: synthesis.diagnostics,
      texts: renderedTexts(synthesis, outdir),
      colour: io.colour,
    };
    if (checked) return checkDrift(synthesis, outdir, report, checked, io);
    const text = format.render(report);
    if (format.machine && !options.stdout) io.out(text);
    else io.err(text);
    if (hasErrors(synthesis)) {
      io.err('Nothing was written.\n');
      return ExitCode.findings;
    }
    if (options.stdout) io.out(synthesis.stream());
    else tell(writeFiles(outdir, synthesis.files, { extent: synthesis }), outdir, io);
    return ExitCode.ok;
  },
});

/**
 * The part of the files that `--shard` asks for.
 *
 * @throws UsageError when it is not of the form 1/4.
 */
function shardOf(text: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (!index || !count || index > count)
    throw new UsageError(`--shard ${text} is no part of a whole; give 1/4 to 4/4 to four jobs.`);
  return { index, count };
}

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
