import { changeAt, objectAt, type PlainObject } from '../plain-object';

/** An object while it is cleaned. */
export class Draft {
  /** The fields that were taken out, as paths: `metadata.uid`. */
  readonly removed: string[] = [];

  constructor(public object: PlainObject) {}

  /** Takes a field out. */
  drop(...path: readonly string[]): void {
    const next = changeAt(this.object, path, () => undefined);
    if (next !== this.object) this.removed.push(path.join('.'));
    this.object = next;
  }

  /** Changes a value, where there is one; undefined takes it out. */
  change(path: readonly string[], change: (value: unknown) => unknown): void {
    this.object = changeAt(this.object, path, change);
  }

  /** The fields at a place. */
  at(...path: readonly string[]): PlainObject {
    return objectAt(this.object, ...path);
  }
}
