import { decodeText } from './decode-text';
import { expandList } from './expand-list';
import { HELM_TEMPLATE, isHelmTemplate } from './helm-template';
import { LineIndex } from './line-index';
import type { ManifestDocument, ManifestFile, SkippedDocument } from './manifest-file';
import type { ManifestPath, Span } from './position';
import type { ReadDocument } from './read-document';
import { isJson, readJson } from './read-json';
import { readYaml } from './read-yaml';
import { skipReason } from './skip-reason';
import { splitDocuments } from './split-documents';
import type { Complaint, Fault, SyntaxProblem } from './syntax-problem';

/**
 * Reads the manifests of a YAML or JSON file as `kubectl` does. Mistakes of the text are problems of the result and as
 * many objects as possible are read in spite of them; nothing is thrown.
 *
 * @param options.file the name of the file, which tells Helm values and the like from manifests
 */
export function readManifests(source: string | Uint8Array, options: { readonly file: string }): ManifestFile {
  const { text, faults } = decodeText(source);
  const lines = new LineIndex(text);
  const read = readDocuments(text);
  if (read.documents.some((part) => part.faults.length > 0) && isHelmTemplate(text)) {
    return {
      file: options.file,
      text,
      documents: [],
      problems: [],
      skipped: [{ document: 0, line: 1, reason: HELM_TEMPLATE }],
    };
  }
  const documents: ManifestDocument[] = [];
  const problems = [...faults, ...read.faults].map((fault) =>
    problem(fault, documentAt(fault.start, read.documents), lines),
  );
  const skipped: SkippedDocument[] = [];
  for (const [document, part] of read.documents.entries()) {
    const reason = isObject(part.value) ? skipReason(options.file, part.value) : undefined;
    if (reason !== undefined) {
      skipped.push({ document, line: lines.position({ start: part.start, end: part.start }).line, reason });
      continue;
    }
    for (const fault of part.faults) problems.push(problem(fault, document, lines));
    if (part.value === undefined) continue;
    for (const { object, path } of expandList(part.value)) {
      if (isObject(object)) documents.push(manifest(object, path, documents.length, document, part, lines));
      else problems.push(problem({ ...NO_OBJECT, ...closestSpan(path, part) }, document, lines));
    }
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { file: options.file, text, documents, problems, skipped };
}

const NO_OBJECT: Complaint = {
  rule: 'valid-document',
  message: 'An object with `apiVersion` and `kind` is expected here, not a list or a single value',
  fix: 'Write the fields of one object, and separate several objects with a line `---`',
};

function readDocuments(text: string): { documents: ReadDocument[]; faults: readonly Fault[] } {
  if (isJson(text)) return { documents: readJson(text), faults: [] };
  const { documents, faults } = splitDocuments(text);
  return { documents: documents.flatMap((part) => readYaml(part) ?? []), faults };
}

function manifest(
  object: Record<string, unknown>,
  root: ManifestPath,
  index: number,
  document: number,
  part: ReadDocument,
  lines: LineIndex,
): ManifestDocument {
  return {
    index,
    document,
    path: root,
    object,
    recovered: part.recovered,
    positionOf(path, of = 'key') {
      const span = part.locate([...root, ...path], of);
      return span && lines.position(span);
    },
    closestPositionOf: (path) => lines.position(closestSpan([...root, ...path], part)),
  };
}

function closestSpan(path: ManifestPath, { start, locate }: ReadDocument): Span {
  for (let length = path.length; length > 0; length--) {
    const span = locate(path.slice(0, length), 'key');
    if (span) return span;
  }
  return locate([], 'value') ?? { start, end: start };
}

function problem(fault: Fault, document: number, lines: LineIndex): SyntaxProblem {
  const { line, column, length } = lines.position(fault);
  const last = lines.position({ start: Math.max(fault.start, fault.end - 1), end: fault.end }).line;
  const first = fault.first === undefined ? '' : ` (it is first set on line ${lines.position(fault.first).line})`;
  return {
    rule: fault.rule,
    reason: 'Malformed',
    message: fault.message + first,
    fix: fault.fix,
    document,
    line,
    column,
    ...(last > line && { endLine: last }),
    endColumn: column + length,
  };
}

function documentAt(offset: number, documents: readonly ReadDocument[]): number {
  return Math.max(
    0,
    documents.findLastIndex(({ start }) => start <= offset),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
