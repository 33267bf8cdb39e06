import { isDeepStrictEqual } from 'node:util';
import type { Choice } from '../code/print-program';
import type { Form } from '../constructs/forms';
import type { PlainObject } from '../plain-object';
import { patchesBetween } from './json-patch';

/**
 * The ways to write one object that are still open. A form that makes the object as it is comes first, in the order of
 * the forms; where none does, the first one with patches.
 */
export class Attempts {
  #forms: Form[];
  #choice: Choice;
  /** What the forms made that did not make the object. */
  readonly #made = new Map<Form, PlainObject>();
  #patching = false;

  constructor(
    readonly wanted: PlainObject,
    forms: readonly Form[],
  ) {
    this.#forms = [...forms];
    this.#choice = { form: this.#forms[0] ?? 'plain', patches: [] };
  }

  /** The one to try now. */
  get choice(): Choice {
    return this.#choice;
  }

  /**
   * Takes note of what the choice has made, and goes on to the next where that is not the object.
   *
   * @returns whether it was the object
   */
  judge(made: PlainObject | Error | undefined): boolean {
    if (isDeepStrictEqual(made, this.wanted)) return true;
    if (made && !(made instanceof Error) && !this.#patching) this.#made.set(this.#choice.form, made);
    else this.#forms = this.#forms.filter((form) => form !== this.#choice.form);
    this.next();
    return false;
  }

  /** Gives up the form of the choice, which the compiler refuses. */
  refuse(): void {
    this.#made.delete(this.#choice.form);
    this.#forms = this.#forms.filter((form) => form !== this.#choice.form);
    this.next();
  }

  /** Whether nothing is left to try. */
  get isExhausted(): boolean {
    return this.#forms.length === 0;
  }

  private next(): void {
    const untried = this.#forms.find((form) => !this.#made.has(form));
    this.#patching = untried === undefined;
    const form = untried ?? this.#forms[0];
    if (form === undefined) return;
    const patches = this.#patching ? patchesBetween(this.#made.get(form), this.wanted) : [];
    this.#choice = { form, patches };
  }
}
