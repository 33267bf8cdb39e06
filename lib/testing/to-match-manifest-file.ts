import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { type Comparison, compareFiles } from '../comparison/compare-files';
import { redact } from '../comparison/redact';
import { comparisonText } from '../comparison/reports/text';
import { findKind } from '../kubernetes/kinds';
import { writeManifests } from '../manifest/write-manifests';
import type { CheckedObject } from '../synthesis/check-objects';
import { writeFiles } from '../synthesis/write-files';
import { manifestsIn } from './manifests';
import { type MatcherContext, type MatcherResult, matcherResult } from './matcher';
import { countSnapshot, snapshotUpdate } from './snapshot-run';
import { TestingError } from './testing-error';

/** How a file of manifests is written and compared. */
export interface ManifestFileOptions {
  /** Whether values that may be secret stand in the file, or `<hidden>` in their place. Default: `shown`. */
  readonly secrets?: 'shown' | 'hidden';
}

/**
 * Whether a committed file of YAML holds the same objects; how they are written, in which order of fields or with what
 * comments, does not count.
 *
 * A missing file is written, unless the run is one of `--ci`; one that differs is written anew with `-u`, as a whole.
 *
 * @param received An App, a Chart, a construct, a plain object or a list of these.
 * @param path The file, relative to the file of the test.
 * @throws TestingError `ERR_MANIFEST_FILE` when it cannot be read.
 * @throws SynthesisError `ERR_OUTPUT` when it cannot be written.
 */
export function toMatchManifestFile(
  this: MatcherContext | undefined,
  received: unknown,
  path: string,
  options: ManifestFileOptions = {},
): MatcherResult {
  const context = this ?? {};
  const file = resolve(context.testPath === undefined ? process.cwd() : dirname(context.testPath), path);
  const { objects, title } = manifestsIn(received);
  const content = manifestsText(objects, options.secrets === 'hidden');
  const name = relative(process.cwd(), file);
  const committed = readText(file, name);
  const update = context.isNot ? 'none' : snapshotUpdate(context);
  const result = (pass: boolean, details: () => string) => matcherResult(pass, title, `to match ${name}`, details);
  if (committed === undefined) {
    if (update === 'none') return result(false, () => `There is no ${name}, and this run writes none: ${MISSING}`);
    write(file, content);
    countSnapshot(context, 'added');
    return result(true, () => '');
  }
  const difference = compareFiles([textOf(name, committed)], [textOf(name, content)]);
  const isSame = difference.files.every(({ state }) => state === 'formatting');
  if (!isSame && update === 'all') {
    write(file, content);
    countSnapshot(context, 'updated');
    return result(true, () => '');
  }
  if (!context.isNot) countSnapshot(context, isSame ? 'matched' : 'unmatched');
  return result(isSame, () => (isSame ? '' : differenceText(difference)));
}

const MISSING = 'run the tests without --ci, and commit the file.';

/** The objects as `synth` writes them. */
export function manifestsText(objects: readonly CheckedObject[], hidden: boolean): string {
  return writeManifests(objects.map(({ json }) => (hidden ? redact(json, isCustom(json)) : json)));
}

function isCustom({ apiVersion, kind }: Readonly<Record<string, unknown>>): boolean {
  return findKind(String(apiVersion), String(kind)) === undefined;
}

function differenceText(difference: Comparison): string {
  const text = comparisonText({ ...difference, purpose: 'check', colour: false }).trimEnd();
  return `What differs, the file -> the objects:\n\n${text}\n\nRun the tests with -u to write the file anew, if this is meant.`;
}

function textOf(name: string, content: string | Uint8Array) {
  return { path: name, name, content };
}

function readText(file: string, name: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new TestingError('ERR_MANIFEST_FILE', `cannot read ${name}: ${(error as Error).message}`);
  }
}

function write(file: string, content: string): void {
  writeFiles(dirname(file), [{ path: basename(file), content }], { journal: false });
}
