import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type Comparison, compareFiles, type ManifestText } from '../../comparison/compare-files';
import { EFFECT_KINDS, type EffectKind } from '../../comparison/effect';
import { readConfig } from '../../synthesis/config';
import { defineCommand, ExitCode, UsageError } from '../command';
import { kubeVersionsOf } from '../common-options';
import { comparisonFormatOf, comparisonOptions } from '../comparison-options';
import { findFiles } from '../files/find-files';
import { readRevision, revisionOf } from '../files/read-revision';
import type { Io } from '../io';

/** Compares two sets of manifests and says what each change does. */
export const diff = defineCommand({
  name: 'diff',
  summary: 'Say what changes between two folders, files or git revisions (main:dist), and what each change does.',
  operands: 'BEFORE [AFTER]',
  options: {
    'fail-on': {
      type: 'string',
      value: 'EFFECTS',
      summary: `exit 1 for changes with one of these effects: any, ${EFFECT_KINDS.join(', ')}`,
    },
    ...comparisonOptions,
  },
  run(options, operands, io) {
    const format = comparisonFormatOf(options.format);
    const unwanted = effectsOf(options['fail-on']);
    const versions = kubeVersionsOf(options['kube-version'] ?? readConfig(process.cwd()).kubeVersion);
    const [before, after] = sidesOf(operands).map((side) => readSide(side, io));
    if (!before?.length && !after?.length) throw new UsageError(`${operands.join(' and ')} hold no YAML or JSON file.`);
    const kubeVersion = versions.at(-1);
    const comparison = compareFiles(before ?? [], after ?? [], kubeVersion === undefined ? {} : { kubeVersion });
    const text = format.render({ ...comparison, purpose: 'diff', colour: io.colour });
    if (format.machine) io.out(text);
    else io.err(text);
    return isUnwanted(comparison, unwanted) ? ExitCode.findings : ExitCode.ok;
  },
});

/** The operands; a revision alone is compared with the same path in the working tree. */
function sidesOf(operands: readonly string[]): [string, string] {
  const [before, after, ...more] = operands;
  if (before === undefined || more.length > 0)
    throw new UsageError('name what to compare: two files or folders, or a git revision such as main:dist.');
  if (after !== undefined) return [before, after];
  const revision = existsSync(before) ? undefined : revisionOf(before);
  if (!revision) throw new UsageError(`name what to compare ${before} with.`);
  return [before, revision.path];
}

function readSide(operand: string, io: Io): ManifestText[] {
  const revision = operand === '-' || existsSync(operand) ? undefined : revisionOf(operand);
  if (revision) return readRevision(revision);
  if (operand === '-') return [{ path: '', name: 'stdin', content: io.stdin() }];
  const isFolder = existsSync(operand) && statSync(operand).isDirectory();
  return findFiles([operand]).map((file) => ({
    path: isFolder ? relative(operand, file).split(sep).join('/') : '',
    name: file,
    content: readFileSync(file),
  }));
}

function effectsOf(text: string | undefined): readonly (EffectKind | 'any')[] {
  const names = text === undefined ? [] : text.split(',').map((name) => name.trim());
  const known: readonly string[] = ['any', ...EFFECT_KINDS];
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined)
    throw new UsageError(`--fail-on ${wrong} is not known; give one or more of ${known.join(', ')}.`);
  return names as (EffectKind | 'any')[];
}

/** A file that cannot be read hides its changes, so that it counts as any. */
function isUnwanted({ files, objects }: Comparison, unwanted: readonly (EffectKind | 'any')[]): boolean {
  if (files.some(({ state }) => state === 'malformed')) return true;
  if (unwanted.includes('any')) return files.length > 0;
  return objects.some(({ effects }) => effects.some(({ kind }) => unwanted.includes(kind)));
}
