import { readFileSync } from 'node:fs';
import { textsOf } from '../../report/report';
import { readConfig } from '../../synthesis/config';
import { sumUnchecked } from '../../validation/custom-resources/sum-unchecked';
import type { Diagnostic } from '../../validation/diagnostic';
import { defineCommand, ExitCode, UsageError } from '../command';
import { commonOptions, formatOf, kubeVersionsOf } from '../common-options';
import { definitionsIn } from '../files/definitions-in';
import { findFiles } from '../files/find-files';
import { validateFile } from '../files/validate-file';
import type { Io } from '../io';

const STDIN = 'stdin';

/** Checks manifests in files, folders or standard input; never changes them. */
export const validateCommand = defineCommand({
  name: 'validate',
  summary: 'Say what the API server would refuse in YAML or JSON files, folders, globs or standard input (-).',
  operands: 'FILE...',
  options: commonOptions,
  run(options, operands, io) {
    if (operands.length === 0) throw new UsageError('name the files or folders to validate, or - for standard input.');
    const format = formatOf(options.format);
    const given = kubeVersionsOf(options['kube-version'] ?? readConfig(process.cwd()).kubeVersion);
    const versions = given.length > 0 ? given : kubeVersionsOf('1.36');
    const { diagnostics, skipped, objects, input } = validateAll(findFiles(operands), versions, io);
    const texts = textsOf((file) => (file === STDIN ? input?.toString('utf8') : undefined));
    const text = format.render({ diagnostics, skipped, texts, colour: io.colour });
    if (format.machine) io.out(text);
    else
      io.err(
        `${text}${objects} ${objects === 1 ? 'object' : 'objects'} validated for Kubernetes ${versions.join(', ')}\n`,
      );
    const errors = [...diagnostics.values()].flat().some(({ severity }) => severity === 'error');
    return errors ? ExitCode.findings : ExitCode.ok;
  },
});

/** File by file, so that only findings and CustomResourceDefinitions are kept in memory. */
function validateAll(files: readonly string[], versions: readonly string[], io: Io) {
  const diagnostics = new Map<string, Diagnostic[]>(versions.map((version) => [version, []]));
  const skipped: { file: string; line: number; reason: string }[] = [];
  let objects = 0;
  const input = files.includes('-') ? io.stdin() : undefined;
  let last: { readonly file: string; readonly bytes: Buffer } | undefined;
  const bytesOf = (file: string): Buffer => {
    if (file !== last?.file) last = { file, bytes: file === '-' && input ? input : readFileSync(file) };
    return last.bytes;
  };
  const definitions = files.flatMap((file) => definitionsIn(nameOf(file), bytesOf(file)));
  for (const file of files) {
    const found = validateFile(nameOf(file), bytesOf(file), versions, objects, definitions);
    for (const [version, list] of found.diagnostics)
      for (const diagnostic of list) diagnostics.get(version)?.push(diagnostic);
    skipped.push(...found.skipped);
    objects += found.objects;
  }
  for (const [version, list] of diagnostics) diagnostics.set(version, sumUnchecked(list));
  return { diagnostics, skipped, objects, input };
}

function nameOf(file: string): string {
  return file === '-' ? STDIN : file;
}
