import type { ManifestFile } from '../../manifest/manifest-file';
import { readManifests } from '../../manifest/read-manifests';
import type { SyntaxProblem } from '../../manifest/syntax-problem';
import type { Report } from '../../report/report';
import type { Diagnostic } from '../../validation/diagnostic';
import { validate } from '../../validation/validate';
import { manifestParts } from './manifest-parts';

/** What a file of manifests gave. */
export interface FileFindings {
  readonly diagnostics: Map<string, Diagnostic[]>;
  readonly skipped: NonNullable<Report['skipped']>;
  /** How many objects were validated. */
  readonly objects: number;
}

/**
 * Validates the manifests of a file for each of some Kubernetes versions, a few documents at a time.
 *
 * Every finding has the line and column of the key or value that is wrong. Mistakes of the text come first.
 *
 * @param firstIndex The number of the file's first object among all objects of the run.
 * @param customResourceDefinitions The CustomResourceDefinitions of all files of the run.
 */
export function validateFile(
  file: string,
  bytes: Buffer,
  kubeVersions: readonly string[],
  firstIndex: number,
  customResourceDefinitions: readonly unknown[],
): FileFindings {
  const diagnostics = new Map<string, Diagnostic[]>(kubeVersions.map((kubeVersion) => [kubeVersion, []]));
  const skipped: { file: string; line: number; reason: string }[] = [];
  let objects = 0;
  for (const part of manifestParts(bytes)) {
    const read = readManifests(part.bytes, { file });
    const index = firstIndex + objects;
    const linesBefore = part.line - 1;
    const problems = read.problems.map((problem) => problemDiagnostic(file, problem, index, linesBefore));
    for (const [kubeVersion, list] of diagnostics) {
      const found = validate(
        read.documents.map(({ object }) => object),
        { kubeVersion, customResourceDefinitions },
      );
      for (const problem of problems) list.push(problem);
      for (const diagnostic of found) list.push(withPosition(diagnostic, file, read, index, linesBefore));
    }
    for (const { line, reason } of read.skipped) skipped.push({ file, line: linesBefore + line, reason });
    objects += read.documents.length;
  }
  return { diagnostics, skipped, objects };
}

function withPosition(
  diagnostic: Diagnostic,
  file: string,
  { documents }: ManifestFile,
  firstIndex: number,
  linesBefore: number,
): Diagnostic {
  const position = documents[diagnostic.object.index]?.closestPositionOf(diagnostic.path);
  const yaml = position && { file, line: linesBefore + position.line, column: position.column };
  return {
    ...diagnostic,
    object: { ...diagnostic.object, index: firstIndex + diagnostic.object.index },
    ...(yaml && { yaml }),
  };
}

function problemDiagnostic(file: string, problem: SyntaxProblem, index: number, linesBefore: number): Diagnostic {
  const { rule, reason, message, fix, line, column } = problem;
  return {
    rule,
    severity: 'error',
    reason,
    object: { index, apiVersion: '', kind: '', name: file },
    field: '',
    path: [],
    message,
    fix,
    yaml: { file, line: linesBefore + line, column },
  };
}
