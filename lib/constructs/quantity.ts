import type { Mistake } from './mistake';

/** The units of a quantity: none, decimal multiples and binary multiples. */
type Unit = '' | 'n' | 'u' | 'm' | 'k' | 'M' | 'G' | 'T' | 'P' | 'E' | 'Ki' | 'Mi' | 'Gi' | 'Ti' | 'Pi' | 'Ei';

type Sentence = "a quantity is a number with a unit, such as '100m', '0.5', '64Mi' or '1Gi'";

/** `Value` when it can be a quantity: a number, a literal such as `'128Mi'`, or text that is known only at run time. */
type Quantity<Value> = Value extends `${string} ${string}`
  ? Mistake<Sentence>
  : Value extends number | `${number}${Unit}`
    ? Value
    : string extends Value
      ? Value
      : Mistake<Sentence>;

type Quantities<Values> = { readonly [Resource in keyof Values]: Quantity<Values[Resource]> };

/** `Q`, the literal type of the `resources` of a container, with every quantity that cannot be one refused. */
type CheckedResources<Q> = {
  readonly [Field in keyof Q]: Field extends 'limits' | 'requests'
    ? Quantities<Q[Field]>
    : Field extends 'claims'
      ? Q[Field]
      : Mistake<'resources are claims, limits and requests'>;
};

/** Containers whose quantities are checked; `Q` is inferred, the literal type of the `resources` of each. */
export type WithQuantities<Q> = {
  readonly [Name in keyof Q]: { readonly resources?: Q[Name] & CheckedResources<Q[Name]> } | undefined;
};
