import { readFileSync } from 'node:fs';
import { textsOf } from '../../report/report';
import { readConfig } from '../../synthesis/config';
import { defineCommand, ExitCode, UsageError } from '../command';
import {
  adviceOf,
  adviceOptions,
  commonOptions,
  formatOf,
  hasTooManyWarnings,
  kubeVersionsOf,
} from '../common-options';
import { definitionsIn } from '../files/definitions-in';
import { findFiles } from '../files/find-files';
import { type InputFile, validateFiles } from '../files/validate-files';

const STDIN = 'stdin';

/** Checks manifests in files, folders or standard input; changes them only where `--fix` asks for it. */
export const validateCommand = defineCommand({
  name: 'validate',
  summary:
    'Say what the API server would refuse, and a reviewer would say, in YAML or JSON files, folders, globs or standard input (-).',
  operands: 'FILE...',
  options: {
    ...commonOptions,
    ...adviceOptions,
    fix: { type: 'boolean', summary: 'follow the advice that is safe to follow, in the YAML files themselves' },
  },
  run(options, operands, io) {
    if (operands.length === 0) throw new UsageError('name the files or folders to validate, or - for standard input.');
    const format = formatOf(options.format);
    const config = readConfig(process.cwd());
    const given = kubeVersionsOf(options['kube-version'] ?? config.kubeVersion);
    const versions = given.length > 0 ? given : kubeVersionsOf('1.36');
    const input = operands.includes('-') ? io.stdin() : undefined;
    const named = new Set(operands);
    const files = findFiles(operands).map((file) => inputFile(file, input, !named.has(file)));
    const settings = {
      ...adviceOf(options, config, format),
      customResourceDefinitions: files.flatMap((file) => definitionsIn(file.name, file.bytes())),
    };
    if (options.fix) {
      if (input) throw new UsageError('--fix changes files; standard input is none.');
      const { fixedText, fixFiles } = require('../files/fix-files') as typeof import('../files/fix-files');
      io.err(fixedText(fixFiles(files, versions, { ...settings, adviceLimit: undefined })));
    }
    const { diagnostics, skipped, objects } = validateFiles(files, versions, settings);
    const texts = textsOf((file) => (file === STDIN ? input?.toString('utf8') : undefined));
    const text = format.render({ diagnostics, skipped, texts, colour: io.colour });
    if (format.machine) io.out(text);
    else
      io.err(
        `${text}${objects} ${objects === 1 ? 'object' : 'objects'} validated for Kubernetes ${versions.join(', ')}\n`,
      );
    const errors = [...diagnostics.values()].flat().some(({ severity }) => severity === 'error');
    const isTooMuch = hasTooManyWarnings(options['max-warnings'], diagnostics, io);
    return errors || isTooMuch ? ExitCode.findings : ExitCode.ok;
  },
});

/** A file by its name, or standard input by `-`. */
function inputFile(file: string, input: Buffer | undefined, isFound: boolean): InputFile {
  if (file === '-' && input) return { name: STDIN, bytes: () => input };
  return { name: file, isFound, bytes: () => readFileSync(file) };
}
