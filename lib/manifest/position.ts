/** Keys and list indexes that lead from the root of a document to a value: `['spec', 'containers', 0, 'image']`. */
export type ManifestPath = readonly (string | number)[];

/** A place in a file. `line` and `column` count from 1, `length` is the number of characters meant on that line. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** What a path points at: the name of the field, or what stands behind it. List items have only a value. */
export type PathPart = 'key' | 'value';

/** Offsets into a text, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Finds where a path stands in a text, or undefined when the text has no such path. */
export type Locate = (path: ManifestPath, part: PathPart) => Span | undefined;

/** The same span in another text. */
export function moveSpan({ start, end }: Span, move: (offset: number) => number): Span {
  return { start: move(start), end: move(end) };
}
