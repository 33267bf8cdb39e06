/** Something that a change grants, or a protection that it takes away. */
export interface Loosened {
  /** As a phrase. */
  readonly detail: string;
  /** The field that does it; absent for the object as a whole. */
  readonly field?: string;
}
