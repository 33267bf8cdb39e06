import { readManifests } from '../../manifest/read-manifests';
import type { SyntaxProblem } from '../../manifest/syntax-problem';
import type { Report } from '../../report/report';
import type { Diagnostic } from '../../validation/diagnostic';
import { validate } from '../../validation/validate';

/** What a file of manifests gave. */
export interface FileFindings {
  readonly diagnostics: Map<string, Diagnostic[]>;
  readonly skipped: NonNullable<Report['skipped']>;
  /** How many objects were validated. */
  readonly objects: number;
}

/**
 * Validates the manifests of a file's text for each of some Kubernetes versions.
 *
 * Every finding has the line and column of the key or value that is wrong. Mistakes of the text come first.
 *
 * @param firstIndex The number of the file's first object among all objects of the run.
 * @param customResourceDefinitions The CustomResourceDefinitions of all files of the run.
 */
export function validateFile(
  file: string,
  text: string | Uint8Array,
  kubeVersions: readonly string[],
  firstIndex: number,
  customResourceDefinitions: readonly unknown[] = [],
): FileFindings {
  const read = readManifests(text, { file });
  const problems = read.problems.map((problem) => problemDiagnostic(file, problem, firstIndex));
  const diagnostics = new Map<string, Diagnostic[]>();
  for (const kubeVersion of kubeVersions) {
    const found = validate(
      read.documents.map(({ object }) => object),
      { kubeVersion, customResourceDefinitions },
    ).map((diagnostic) => {
      const position = read.documents[diagnostic.object.index]?.closestPositionOf(diagnostic.path);
      const yaml = position && { file, line: position.line, column: position.column };
      return {
        ...diagnostic,
        object: { ...diagnostic.object, index: firstIndex + diagnostic.object.index },
        ...(yaml && { yaml }),
      };
    });
    diagnostics.set(kubeVersion, [...problems, ...found]);
  }
  return {
    diagnostics,
    skipped: read.skipped.map(({ line, reason }) => ({ file, line, reason })),
    objects: read.documents.length,
  };
}

function problemDiagnostic(file: string, problem: SyntaxProblem, index: number): Diagnostic {
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
    yaml: { file, line, column },
  };
}
