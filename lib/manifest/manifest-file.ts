import type { ManifestPath, PathPart, Position } from './position';
import type { SyntaxProblem } from './syntax-problem';

/** One object of a file. The items of a List are documents of their own. */
export interface ManifestDocument {
  /** Which object of the file it is, counted from 0; the items of a List count one by one. */
  readonly index: number;
  /** Which YAML or JSON document of the file holds it, counted from 0. */
  readonly document: number;
  /** Where the object stands in its document: at its root, or among the `items` of a List. */
  readonly path: ManifestPath;
  /** The data, as `kubectl` would send it to the server. */
  readonly object: Record<string, unknown>;
  /** Whether mistakes of the text had to be mended to read it. The file then has problems that say which. */
  readonly recovered: boolean;
  /**
   * Where a field stands: its name, or with `'value'` what is behind it. Undefined when the text has no such field.
   * Values that come from an alias or a merge key are found where they are written.
   */
  positionOf(path: ManifestPath, part?: PathPart): Position | undefined;
  /** Where a field stands or, when it is missing, the closest object around it. */
  closestPositionOf(path: ManifestPath): Position;
}

/** A document that is no manifest, such as Helm values. */
export interface SkippedDocument {
  readonly document: number;
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** A sentence that says why. */
  readonly reason: string;
}

/** What a file of manifests says. */
export interface ManifestFile {
  readonly file: string;
  /** The text as it was read: what the lines and columns of positions count in. */
  readonly text: string;
  readonly documents: readonly ManifestDocument[];
  /** In the order of the file. */
  readonly problems: readonly SyntaxProblem[];
  readonly skipped: readonly SkippedDocument[];
}
