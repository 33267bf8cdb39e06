import {
  type ApiObject,
  App,
  ImplicitTokenResolver,
  type IResolver,
  LazyResolver,
  NumberStringUnionResolver,
  resolve,
} from 'cdk8s';
import { Construct } from 'constructs';
import { ConstructError } from './construct-error';

/** These leave plain data as it is, so asking them about every value would change nothing. */
const BUILT_IN = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/**
 * A copy of `value` that is plain data: cdk8s tokens (`Lazy.any` and others) replaced by what they produce, a construct
 * by its name, fields that are undefined or null left out. Resolvers of the app are honoured.
 * @throws ConstructError NOT_PLAIN_DATA for a construct that has no name
 */
export function plainData(value: unknown, owner: ApiObject): unknown {
  const resolvers: readonly IResolver[] = App.of(owner).resolvers ?? [];
  const ownRules = resolvers.some((resolver) => !BUILT_IN.some((builtIn) => resolver instanceof builtIn));
  return copy(ownRules ? resolve([], value, owner) : value, owner);
}

function copy(value: unknown, owner: ApiObject): unknown {
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (Array.isArray(value)) return value.map((element) => copy(element, owner) ?? null);
  return isPlain(value) ? copyFields(value, owner) : copyInstance(value, owner);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  const plain = prototype === Object.prototype || prototype === null;
  return plain && typeof (value as { resolve?: unknown }).resolve !== 'function';
}

function copyFields(fields: object, owner: ApiObject): { [key: string]: unknown } {
  const result: { [key: string]: unknown } = {};
  for (const key of Object.keys(fields)) {
    const copied = copy((fields as Readonly<Record<string, unknown>>)[key], owner);
    if (copied !== undefined) result[key] = copied;
  }
  return result;
}

function copyInstance(value: object, owner: ApiObject): unknown {
  if (Construct.isConstruct(value)) return nameOf(value, owner);
  const instance = value as { value?: unknown; toJSON?: unknown };
  if (typeof instance.value === 'number' || typeof instance.value === 'string') return instance.value;
  const resolved = resolve([], value, owner);
  if (resolved !== value) return copy(resolved, owner);
  return typeof instance.toJSON === 'function' ? copy(instance.toJSON(), owner) : copyFields(value, owner);
}

function nameOf(construct: Construct & { readonly name?: unknown }, owner: ApiObject): string {
  if (typeof construct.name === 'string') return construct.name;
  const problem = `${construct.node.path} stands where a value or the name of an object is expected, and has no name`;
  throw new ConstructError('NOT_PLAIN_DATA', owner.node.path, problem);
}
