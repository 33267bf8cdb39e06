import type { Shard } from '../../synthesis/shard';
import { writeFiles } from '../../synthesis/write-files';
import { defineCommand, ExitCode, UsageError } from '../command';
import { adviceOptions, commonOptions, formatOf, hasTooManyWarnings } from '../common-options';
import { comparisonFormatOf } from '../comparison-options';
import { hasErrors, reportOf, synthesisOptions, synthesizeTarget, targetOf } from '../synthesis-options';
import { tellWritten } from '../tell-written';

const { app, output, env, ...versionOption } = synthesisOptions;

/** Renders the app, validates every object, and only then writes the files that changed. */
export const synth = defineCommand({
  name: 'synth',
  summary: 'Render the app, validate it, then write the manifests that changed.',
  options: {
    app,
    output,
    stdout: { type: 'boolean', short: 'p', summary: 'print the YAML and write nothing' },
    check: {
      type: 'boolean',
      summary: 'write nothing; exit 1 and say what changes when the files are not what the app renders',
    },
    env,
    shard: {
      type: 'string',
      value: 'I/N',
      summary: 'the I-th of N parts of the files, for N jobs that share the work',
    },
    ...versionOption,
    format: commonOptions.format,
    ...adviceOptions,
  },
  async run(options, _operands, io) {
    if (options.check && options.stdout) throw new UsageError('--check and --stdout exclude each other.');
    const checked = options.check ? comparisonFormatOf(options.format) : undefined;
    const format = formatOf(checked ? undefined : options.format);
    const target = targetOf(options);
    const adviceFormat = checked?.findings === 'text' ? formatOf() : (checked ?? format);
    const synthesis = await synthesizeTarget(target, options, adviceFormat, shardOf(options.shard));
    if (options.stdout && synthesis.environments.length > 1)
      throw new UsageError(`--stdout prints one environment; add --env ${synthesis.environments.join(' or --env ')}.`);
    const report = reportOf(synthesis, target.outdir, io);
    if (checked) {
      const { checkDrift } = require('../check-drift') as typeof import('../check-drift');
      const exitCode = checkDrift(synthesis, target.outdir, report, checked, io);
      return hasTooManyWarnings(options['max-warnings'], report.diagnostics, io) ? ExitCode.findings : exitCode;
    }
    const text = format.render(report);
    if (format.machine && !options.stdout) io.out(text);
    else io.err(text);
    if (hasErrors(synthesis) || hasTooManyWarnings(options['max-warnings'], report.diagnostics, io)) {
      io.err('Nothing was written.\n');
      return ExitCode.findings;
    }
    if (options.stdout) io.out(synthesis.stream());
    else tellWritten(writeFiles(target.outdir, synthesis.files, { extent: synthesis }), target.outdir, io);
    return ExitCode.ok;
  },
});

/**
 * The part of the files that `--shard` asks for; undefined where it does not.
 *
 * @throws UsageError when it is not of the form 1/4.
 */
function shardOf(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (!index || !count || index > count)
    throw new UsageError(`--shard ${text} is no part of a whole; give 1/4 to 4/4 to four jobs.`);
  return { index, count };
}
