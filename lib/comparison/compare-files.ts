import { readManifests } from '../manifest/read-manifests';
import { type CompareOptions, compareManifests } from './compare-manifests';
import type { ComparedObject, ObjectChange } from './object-change';

/** A file of manifests to be compared. */
export interface ManifestText {
  /** What tells it from the other files of its side: its path relative to the folder. */
  readonly path: string;
  /** How reports name it. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A file that differs. */
export interface FileDifference {
  readonly path: string;
  readonly name: string;
  /** `formatting`: the same objects, written differently. `malformed`: its objects cannot be compared. */
  readonly state: 'added' | 'removed' | 'changed' | 'formatting' | 'malformed';
  /** Why it is malformed: the first mistake of the text. */
  readonly problem?: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  };
}

/** The files and objects that differ between two sets of files. */
export interface Comparison {
  /** Sorted by path. */
  readonly files: readonly FileDifference[];
  readonly objects: readonly ObjectChange[];
}

/** Compares two sets of files: which of them differ, and what that means for the objects in them. */
export function compareFiles(
  before: readonly ManifestText[],
  after: readonly ManifestText[],
  options: CompareOptions = {},
): Comparison {
  const pairs = pairsOf(before, after).filter(({ old, young }) => !old || !young || !isSameText(old, young));
  const read = pairs.map((pair) => ({ ...pair, before: readSide(pair.old), after: readSide(pair.young) }));
  const readable = read.filter((pair) => !pair.before.problem && !pair.after.problem);
  const objects = compareManifests(
    readable.flatMap((pair) => pair.before.objects),
    readable.flatMap((pair) => pair.after.objects),
    options,
  );
  const changed = new Set(
    objects.flatMap(({ change, yaml }) => (change === 'formatting' ? [] : [yaml.before?.file, yaml.after?.file])),
  );
  const files = read.map(({ path, old, young, before: one, after: other }): FileDifference => {
    const problem = one.problem ?? other.problem;
    const isChanged = one.isForeign || other.isForeign || changed.has(old?.name) || changed.has(young?.name);
    const both = isChanged ? 'changed' : 'formatting';
    return {
      path,
      name: (young ?? old)?.name ?? path,
      state: problem ? 'malformed' : old ? (young ? both : 'removed') : 'added',
      ...(problem && { problem }),
    };
  });
  return { files, objects };
}

interface Pair {
  readonly path: string;
  readonly old?: ManifestText;
  readonly young?: ManifestText;
}

function pairsOf(before: readonly ManifestText[], after: readonly ManifestText[]): Pair[] {
  const [old, young] = [before, after].map((files) => new Map(files.map((file) => [file.path, file])));
  const paths = [...new Set([...before, ...after].map(({ path }) => path))].sort();
  return paths.map((path) => ({ path, old: old?.get(path), young: young?.get(path) }));
}

function isSameText(one: ManifestText, other: ManifestText): boolean {
  return Buffer.from(one.content).equals(Buffer.from(other.content));
}

interface Side {
  readonly objects: readonly ComparedObject[];
  readonly problem?: FileDifference['problem'];
  /** Whether the file holds something else than manifests, such as a Kustomization, that may differ in any way. */
  readonly isForeign: boolean;
}

function readSide(file: ManifestText | undefined): Side {
  if (!file) return { objects: [], isForeign: false };
  if (file.path.endsWith('.md')) return { objects: [], isForeign: true };
  const { documents, problems, skipped } = readManifests(file.content, { file: file.name });
  const [problem] = problems;
  return {
    objects: documents.map(({ object, closestPositionOf }) => ({ object, file: file.name, closestPositionOf })),
    isForeign: skipped.length > 0,
    ...(problem && {
      problem: { file: file.name, line: problem.line, column: problem.column, message: problem.message },
    }),
  };
}
