import type { ManifestComment } from '../../manifest/read-comments';
import type { PlainObject } from '../plain-object';

/** An object to be written as code. */
export interface MigratedObject {
  /** What the code is to make: clean, of plain data. */
  readonly object: PlainObject;
  readonly comments: readonly ManifestComment[];
}

/** The objects that become one chart. */
export interface ObjectSet {
  /** The id of the chart, after which its file is named. */
  readonly id: string;
  readonly objects: readonly MigratedObject[];
}
