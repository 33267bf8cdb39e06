import { basename, dirname } from 'node:path';
import type { Arrangement, SourceModule } from '../../migration/code/print-program';
import { takeObjects } from '../../migration/input/take-objects';
import { migrate } from '../../migration/migrate';
import { TypeChecker } from '../../migration/proof/type-checker';
import { textsOf } from '../../report/report';
import { readConfig } from '../../synthesis/config';
import { defineCommand, ExitCode, UsageError } from '../command';
import { commonOptions, formatOf, kubeVersionsOf } from '../common-options';
import { writeNewFiles } from '../files/write-new-files';
import type { Io } from '../io';
import { checkInput } from '../migration/check-input';
import { declarations, LIBRARY } from '../migration/library';
import { type Input, readInput } from '../migration/read-input';

/** Writes manifests, or what a command of kubectl makes, as typed constructs, and proves that they make the same objects. */
export const migrateCommand = defineCommand({
  name: 'migrate',
  summary: 'Turn YAML, or a kubectl run or create command line, into typed TypeScript that makes the same objects.',
  operands: 'FILE... | kubectl COMMAND...',
  foreign: 'kubectl',
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'PATH',
      summary: 'a .ts file, or a folder for a file a chart (default: standard output)',
    },
    force: { type: 'boolean', summary: 'replace files that are there' },
    minimal: { type: 'boolean', summary: 'leave out what the API server would fill in anyway' },
    ...commonOptions,
  },
  run(options, operands, io) {
    if (operands.length === 0)
      throw new UsageError('name files or folders, - for standard input, or a kubectl command.');
    const kubeVersions = kubeVersionsOf(options['kube-version'] ?? readConfig(process.cwd()).kubeVersion ?? '1.36');
    const inputs = readInput(operands, io);
    if (!isValid(inputs, kubeVersions, options.format, io)) return ExitCode.findings;
    const newest = Number(kubeVersions.at(-1)?.split('.')[1]);
    const sets = inputs.flatMap(({ name, chart, objects }) => {
      const taken = takeObjects(objects, options.minimal ? newest : undefined);
      for (const note of taken.notes) io.err(`${name}: ${note}\n`);
      return taken.objects.length > 0 ? [{ id: chart, objects: taken.objects }] : [];
    });
    const count = sets.reduce((sum, { objects }) => sum + objects.length, 0);
    if (count === 0) throw new UsageError('there is no object to migrate.');
    const checker = TypeChecker.in(process.cwd(), declarations());
    const { modules } = migrate(sets, arrangementOf(options.output), { library: LIBRARY, checker });
    write(modules, options.output, options.force ?? false, io);
    io.err(`${count} ${count === 1 ? 'object' : 'objects'} written as TypeScript: ${proofText(checker)}\n`);
    return ExitCode.ok;
  },
});

/** Whether the API server would take the objects; what it would say is reported. */
function isValid(
  inputs: readonly Input[],
  kubeVersions: readonly string[],
  format: string | undefined,
  io: Io,
): boolean {
  const reporter = formatOf(format);
  const { diagnostics, skipped } = checkInput(inputs, kubeVersions);
  const found = [...diagnostics.values()].flat();
  const errors = found.filter(({ severity }) => severity === 'error');
  if (found.length > 0 || skipped.length > 0) {
    const texts = textsOf((file) => inputs.find(({ name }) => name === file)?.bytes?.toString('utf8'));
    const text = reporter.render({ diagnostics, skipped, texts, colour: io.colour });
    if (reporter.machine && errors.length > 0) io.out(text);
    else io.err(text);
  }
  if (errors.length > 0) io.err('Nothing was written.\n');
  return errors.length === 0;
}

function arrangementOf(output: string | undefined): Arrangement {
  return output === undefined || isSource(output) ? 'program' : 'modules';
}

function isSource(path: string): boolean {
  return /\.[cm]?ts$/.test(path);
}

function write(modules: readonly SourceModule[], output: string | undefined, force: boolean, io: Io): void {
  if (output === undefined) {
    io.out(modules.map(({ text }) => text).join(''));
    return;
  }
  const [folder, name] = isSource(output) ? [dirname(output), basename(output)] : [output, undefined];
  const files = modules.map((module) => ({ path: name ?? module.name, content: module.text }));
  writeNewFiles(folder, files, force);
  io.err(`wrote ${output}\n`);
}

function proofText(checker: TypeChecker | undefined): string {
  const ran = 'run, and its objects are equal to those given.';
  if (checker) return `type-checked with TypeScript ${checker.version}, ${ran}`;
  return `${ran} Its types are not checked, as TypeScript is not installed here: npm install --save-dev typescript.`;
}
