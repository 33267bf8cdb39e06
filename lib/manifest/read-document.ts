import type { Locate } from './position';
import type { Fault } from './syntax-problem';

/** One YAML or JSON document of a text. All offsets count in the text of the file. */
export interface ReadDocument {
  /** Where it begins. */
  readonly start: number;
  /** The data; undefined when nothing of it can be read. */
  readonly value: unknown;
  /** Whether the text was mended to read it. */
  readonly recovered: boolean;
  readonly faults: readonly Fault[];
  readonly locate: Locate;
}
