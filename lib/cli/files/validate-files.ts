import type { ManifestDocument } from '../../manifest/manifest-file';
import { readManifests } from '../../manifest/read-manifests';
import type { SyntaxProblem } from '../../manifest/syntax-problem';
import type { Report } from '../../report/report';
import { chooseRules } from '../../validation/advice/choose-rules';
import { sumUnchecked } from '../../validation/custom-resources/sum-unchecked';
import type { Diagnostic } from '../../validation/diagnostic';
import type { Rule } from '../../validation/rule';
import type { Found } from '../../validation/to-diagnostics';
import type { ValidateOptions } from '../../validation/validate-options';
import { type Supervision, Validation } from '../../validation/validation';
import { CommentWaivers } from './comment-waivers';
import { holdsManifests, NO_MANIFEST } from './holds-manifests';
import { manifestParts } from './manifest-parts';

/** A file of manifests, which is read when it is needed. */
export interface InputFile {
  readonly name: string;
  /** Whether it was found in a folder or by a glob, rather than named. */
  readonly isFound?: boolean;
  bytes(): Buffer;
}

/** What files of manifests gave. */
export interface FileFindings {
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly skipped: NonNullable<Report['skipped']>;
  /** How many objects were validated. */
  readonly objects: number;
}

/** Some documents of a file, and which of all objects they hold. */
interface Part {
  readonly file: InputFile;
  /** Which part of the file it is, from 0. */
  readonly number: number;
  readonly linesBefore: number;
  readonly first: number;
  readonly count: number;
}

/**
 * Validates files of manifests for each of some Kubernetes versions, a few documents at a time.
 *
 * Every finding has the line and column of the key or value that is wrong. Mistakes of a text come before what its
 * objects say, and what objects of several files say together comes last. Comments waive advice.
 */
export function validateFiles(
  files: readonly InputFile[],
  kubeVersions: readonly string[],
  options: ValidateOptions & Pick<Supervision, 'adviceLimit'>,
): FileFindings {
  return new FileValidation(kubeVersions, options).run(files);
}

class FileValidation {
  private readonly versions: readonly (readonly [string, Validation, Diagnostic[]])[];
  private readonly waivers = new CommentWaivers();
  private readonly skipped: { file: string; line: number; reason: string }[] = [];
  private readonly parts: Part[] = [];
  private objects = 0;

  constructor(
    private readonly kubeVersions: readonly string[],
    private readonly options: ValidateOptions & Pick<Supervision, 'adviceLimit'>,
  ) {
    const isWaived = (rule: Rule, index: number, path: Diagnostic['path']) => this.waivers.isWaived(rule, index, path);
    this.versions = kubeVersions.map((kubeVersion) => [
      kubeVersion,
      new Validation({ ...options, kubeVersion, isWaived }),
      [],
    ]);
  }

  run(files: readonly InputFile[]): FileFindings {
    for (const file of files) this.checkFile(file);
    const unfit = this.waivers.problems(chooseRules(this.options), this.kubeVersions);
    const places = placesIn(this.parts);
    const diagnostics = this.versions.map(([kubeVersion, validation, list]): [string, Diagnostic[]] => {
      const compared = comparedBy(validation).map((diagnostic) => withPosition(diagnostic, places));
      return [kubeVersion, [...sumUnchecked([...list, ...compared]), ...validation.surplus(), ...unfit]];
    });
    return { diagnostics: new Map(diagnostics), skipped: this.skipped, objects: this.objects };
  }

  private checkFile(file: InputFile): void {
    let number = 0;
    for (const { bytes, line } of manifestParts(file.bytes())) {
      const manifests = readManifests(bytes, { file: file.name });
      if (file.isFound && !holdsManifests(manifests)) {
        this.skipped.push({ file: file.name, line, reason: NO_MANIFEST });
        number += 1;
        continue;
      }
      const { text, documents, problems, skipped } = manifests;
      const part: Part = { file, number, linesBefore: line - 1, first: this.objects, count: documents.length };
      this.waivers.read(text, documents, part);
      const objects = documents.map(({ object }) => object);
      const place: Placing = (index) => ({ ...part, document: documents[index - part.first] });
      for (const [, validation, list] of this.versions) {
        for (const problem of problems) list.push(problemDiagnostic(problem, part));
        const found = validation.check(objects);
        for (const diagnostic of validation.diagnostics(found, objects, part.first))
          list.push(withPosition(diagnostic, place));
      }
      for (const { line: at, reason } of skipped)
        this.skipped.push({ file: file.name, line: part.linesBefore + at, reason });
      this.parts.push(part);
      this.objects += documents.length;
      number += 1;
    }
  }
}

/** What the objects say together, each finding with its object. */
function comparedBy(validation: Validation): Diagnostic[] {
  const found = new Map<number, Found[]>();
  for (const [index, rule, finding] of validation.compare()) {
    const list = found.get(index) ?? [];
    found.set(index, list);
    list.push([rule, finding]);
  }
  const sorted = [...found].sort(([one], [other]) => one - other);
  return sorted.flatMap(([index, list]) => validation.diagnostics([list], [undefined], index));
}

/** Where an object was read. */
type Placing = (index: number) => (Part & { readonly document: ManifestDocument | undefined }) | undefined;

/** Reads the documents again in which something is found after all; one part of a file is kept at a time. */
function placesIn(parts: readonly Part[]): Placing {
  let last: { readonly part: Part; readonly documents: readonly ManifestDocument[] } | undefined;
  return (index) => {
    const part = parts.find(({ first, count }) => index >= first && index < first + count);
    if (!part) return undefined;
    if (last?.part !== part) {
      const [found] = [...manifestParts(part.file.bytes())].slice(part.number);
      const bytes = found?.bytes ?? Buffer.alloc(0);
      last = { part, documents: readManifests(bytes, { file: part.file.name }).documents };
    }
    return { ...part, document: last.documents[index - part.first] };
  };
}

function withPosition(diagnostic: Diagnostic, placeOf: Placing): Diagnostic {
  const place = placeOf(diagnostic.object.index);
  const position = place?.document?.closestPositionOf(diagnostic.path);
  if (!place || !position) return diagnostic;
  const yaml = { file: place.file.name, line: place.linesBefore + position.line, column: position.column };
  return { ...diagnostic, yaml };
}

function problemDiagnostic(problem: SyntaxProblem, { file, first, linesBefore }: Part): Diagnostic {
  const { rule, reason, message, fix, line, column } = problem;
  return {
    rule,
    severity: 'error',
    reason,
    object: { index: first, apiVersion: '', kind: '', name: file.name },
    field: '',
    path: [],
    message,
    fix,
    yaml: { file: file.name, line: linesBefore + line, column },
  };
}
