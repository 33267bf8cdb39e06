import { isMap, isScalar, isSeq, Lexer, type Node, parseDocument } from 'yaml';
import { LineIndex } from './line-index';
import type { ManifestPath } from './position';
import { isJson } from './read-json';
import { splitDocuments } from './split-documents';

/** A comment of a manifest and what it is about. */
export interface ManifestComment {
  /** Which document of the file, counted from 0 as in `ManifestDocument.document`. */
  readonly document: number;
  /** The field or list item that it belongs to. */
  readonly path: ManifestPath;
  /** Whether it stands above that, or on its line, as opposed to below. */
  readonly place: 'before' | 'after';
  /** The text without `#`. */
  readonly text: string;
}

/** A field or list item of a document. */
interface Mark {
  readonly path: ManifestPath;
  /** From 0. */
  readonly line: number;
  /** Of the key, or of the dash of a list item; from 0. */
  readonly column: number;
}

interface Comment {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** Whether something stands before it on its line. */
  readonly trailing: boolean;
}

/**
 * The comments of a YAML file that parses, in their order. A comment on a line of its own belongs to what follows or, when
 * it is indented deeper than that, to what it stands below; one behind a value belongs to the value. What stands in a
 * document without content belongs to the next one.
 */
export function readComments(text: string): ManifestComment[] {
  if (isJson(text) || !text.includes('#')) return [];
  const result: ManifestComment[] = [];
  let pending: string[] = [];
  let document = 0;
  for (const part of splitDocuments(text).documents) {
    const marks = marksOf(part.text);
    const comments = commentsOf(part.text);
    if (marks.length === 0) {
      pending.push(...comments.map(({ text: line }) => line));
      continue;
    }
    for (const line of pending) result.push({ document, path: [], place: 'before', text: line });
    pending = [];
    for (const comment of comments) result.push({ document, text: comment.text, ...placeOf(comment, marks) });
    document += 1;
  }
  const last = Math.max(0, document - 1);
  return [...result, ...pending.map((line) => ({ document: last, path: [], place: 'after' as const, text: line }))];
}

function placeOf(comment: Comment, marks: readonly Mark[]): Pick<ManifestComment, 'path' | 'place'> {
  const previous = marks.findLast(({ line }) => line <= comment.line);
  if (comment.trailing) return { path: previous?.path ?? [], place: 'before' };
  const next = marks.find(({ line }) => line > comment.line);
  const startsNext = next && comment.column <= next.column;
  if (startsNext || previous === undefined) return { path: next?.path ?? [], place: 'before' };
  return { path: ownerOf(comment, previous, marks).path, place: 'after' };
}

/** Of what the comment stands below: the innermost field around it that is indented no deeper. */
function ownerOf(comment: Comment, previous: Mark, marks: readonly Mark[]): Mark {
  const around = marks.filter(({ path }) => path.every((key, at) => previous.path[at] === key));
  return around.findLast(({ column }) => column <= comment.column) ?? previous;
}

/** The comments, as the lexer of YAML sees them: `#` inside of texts is none. */
function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  const lines = new LineIndex(text);
  let offset = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && !isText) {
      const { line, column } = lines.position({ start: offset, end: offset + token.length });
      const lineStart = text.slice(offset - (column - 1), offset);
      comments.push({
        line: line - 1,
        column: column - 1,
        text: token.replace(/^#+ ?/, '').trimEnd(),
        trailing: /\S/.test(lineStart),
      });
    }
    isText = token === SCALAR;
    if (!MARKERS.has(token)) offset += token.length;
  }
  return comments;
}

/** Tokens that stand for no character of the text. */
const SCALAR = '\u001f';
const MARKERS = new Set(['\u0002', '\u0018', SCALAR]);

function marksOf(text: string): Mark[] {
  const lines = new LineIndex(text);
  const marks: Mark[] = [];
  const mark = (node: unknown, path: ManifestPath, indent: number): void => {
    const start = (node as Node | null)?.range?.[0];
    if (start === undefined) return;
    const { line, column } = lines.position({ start, end: start });
    marks.push({ path, line: line - 1, column: column - 1 - indent });
  };
  const visit = (node: unknown, path: ManifestPath): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = [...path, isScalar(key) ? String(key.source ?? key.value) : String(key)];
        mark(key, name, 0);
        visit(value, name);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        mark(item, [...path, index], node.flow ? 0 : DASH);
        visit(item, [...path, index]);
      }
    }
  };
  visit(
    parseDocument(text, { version: '1.1', schema: 'failsafe', uniqueKeys: false, prettyErrors: false }).contents,
    [],
  );
  return marks;
}

const DASH = 2;
