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

  /** The steps from the root: names and keys as strings, indexes as numbers. */
  segments(): (string | number)[] {
    const steps: (string | number)[] = [];
    for (let path: FieldPath | undefined = this; path?.parent; path = path.parent) steps.push(path.step);
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
