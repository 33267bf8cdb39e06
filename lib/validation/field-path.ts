/**
 * The place of a value in an object, as the API server writes it: `spec.containers[0].ports`.
 *
 * Immutable; made for every node that is visited, so it holds only its last step and the path before it.
 * Follows k8s.io/apimachinery/pkg/util/validation/field Path.
 */
export class FieldPath {
  /** The object itself. */
  static readonly root = new FieldPath(undefined, '', 'child');

  private constructor(
    private readonly parent: FieldPath | undefined,
    private readonly step: string | number,
    private readonly kind: 'child' | 'index' | 'key',
    private readonly place?: FieldPath,
  ) {}

  /** The field of this name. */
  child(name: string): FieldPath {
    return new FieldPath(this, name, 'child');
  }

  /** The field that several names lead to: `at.down('valueFrom', 'fieldRef')`. */
  down(...names: string[]): FieldPath {
    let path: FieldPath = this;
    for (const name of names) path = path.child(name);
    return path;
  }

  /** The item of a list, counted from 0. */
  index(position: number): FieldPath {
    return new FieldPath(this, position, 'index');
  }

  /** The entry of a map: `limits[cpu]`. */
  key(name: string): FieldPath {
    return new FieldPath(this, name, 'key');
  }

  /** The same place, as the API server misnames it: `persistentDisk` instead of `gcePersistentDisk`. */
  misnamed(name: string): FieldPath {
    return new FieldPath(this.parent, name, 'child', this);
  }

  /** The same field to the API server, of a value that stands elsewhere in the object as it was written. */
  standingAt(place: FieldPath): FieldPath {
    return new FieldPath(this.parent, this.step, this.kind, place);
  }

  /** The same place of a list, whose name the API server writes twice: `tolerations.tolerations[0]`. */
  doubled(): FieldPath {
    const list = this.parent ?? this;
    return new FieldPath(list.child(String(list.step)), this.step, this.kind, this);
  }

  /** The same place, named by the API server without its last steps: `downwardAPI` instead of `downwardAPI.items[0]`. */
  shortenedBy(steps: number): FieldPath {
    let path: FieldPath = this;
    for (let step = 0; step < steps; step += 1) path = path.parent ?? path;
    return path.standingAt(this);
  }

  /** The steps from the root to where the value stands: names and keys as strings, indexes as numbers. */
  segments(): (string | number)[] {
    const steps: (string | number)[] = [];
    let path: FieldPath | undefined = this;
    while (path) {
      if (path.place) path = path.place;
      else {
        if (path.parent) steps.push(path.step);
        path = path.parent;
      }
    }
    return steps.reverse();
  }

  /** The server's notation; the root is the empty string. */
  toString(): string {
    if (!this.parent) return '';
    const before = this.parent.toString();
    if (this.kind !== 'child') return `${before}[${this.step}]`;
    return before === '' ? String(this.step) : `${before}.${this.step}`;
  }
}
