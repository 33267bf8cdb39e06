import type { IConstruct } from 'constructs';

/**
 * The name of another object: written out, or the construct that has it (an L1 object, a construct of cdk8s-plus-28, or
 * one of ours).
 */
export type Named = string | (IConstruct & { readonly name: string });

/** `T` whose field `Field` is the name of another object. */
export type ByName<T, Field extends keyof T> = Omit<T, Field> & { readonly [Reference in Field]: Named };
