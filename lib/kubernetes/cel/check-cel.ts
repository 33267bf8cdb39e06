import type { CelNode } from './cel-node';
import { type ParameterType, type Signature, signaturesOf, withBindings } from './cel-signatures';
import { areDisjoint, BOOL, type CelType, DYN, INT, isOpen, joined, STRING, typeName, UNKNOWN } from './cel-type';
import { operatorType } from './operator-type';

/** The types of variables. */
export interface TypeScope {
  readonly name: string;
  readonly type: CelType;
  readonly outer?: TypeScope;
}

/** The expression does not fit the types of what it speaks of, and is refused wherever it is compiled. */
export class CelTypeError extends Error {
  readonly code = 'cel-type-error';
}

/**
 * The type of an expression, as far as it can be told for certain: `unknown` where it cannot.
 *
 * Follows cel-go checker/checker.go with the environment of k8s.io/apiserver pkg/cel/environment/base.go.
 *
 * @throws CelTypeError when no server compiles it.
 */
export function checkCel(node: CelNode, scope: TypeScope | undefined): CelType {
  switch (node.kind) {
    case 'literal':
      return literalType(node.value);
    case 'other-literal':
      return otherLiteralType(node.text);
    case 'name':
      return variable(node.name, scope) ?? (TYPE_NAMES.has(node.name) ? { kind: 'type' } : UNKNOWN);
    case 'select':
      return select(checkCel(node.of, scope), node.field, node.optional);
    case 'index':
      return index(checkCel(node.of, scope), checkCel(node.index, scope), node.optional);
    case 'list':
      return listType(node, scope);
    case 'map':
      return mapType(node, scope);
    case 'call':
      return call(node, scope);
    default:
      return UNKNOWN;
  }
}

const TYPE_NAMES = new Set([
  'bool',
  'bytes',
  'double',
  'dyn',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
  'uint',
]);

function fail(message: string): never {
  throw new CelTypeError(message);
}

function variable(name: string, scope: TypeScope | undefined): CelType | undefined {
  for (let at = scope; at !== undefined; at = at.outer) if (at.name === name) return at.type;
  return undefined;
}

function literalType(value: bigint | number | string | boolean | null): CelType {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'bigint') return INT;
  if (typeof value === 'number') return { kind: 'double' };
  return typeof value === 'string' ? STRING : BOOL;
}

function otherLiteralType(text: string): CelType {
  if (/^[0-9].*[uU]$/.test(text)) return { kind: 'uint' };
  return /^[rR]?[bB]/.test(text) ? { kind: 'bytes' } : UNKNOWN;
}

function select(of: CelType, field: string, optional: boolean): CelType {
  if (of.kind === 'optional') return optionalOf(select(of.of, field, false));
  const type = fieldType(of, field);
  return optional ? optionalOf(type) : type;
}

function optionalOf(type: CelType): CelType {
  return type.kind === 'optional' ? type : { kind: 'optional', of: type };
}

function fieldType(of: CelType, field: string): CelType {
  if (isOpen(of)) return of;
  if (of.kind === 'object') return of.fields.get(field) ?? fail(`undefined field '${field}'`);
  if (of.kind === 'map') return areDisjoint(of.key, STRING) ? fail('a map without texts as keys') : of.value;
  return of.kind === 'type' ? UNKNOWN : fail(`type '${typeName(of)}' does not support field selection`);
}

function index(of: CelType, key: CelType, optional: boolean): CelType {
  if (of.kind === 'optional') return optionalOf(index(of.of, key, false));
  const type = itemType(of, key);
  return optional ? optionalOf(type) : type;
}

function itemType(of: CelType, key: CelType): CelType {
  if (isOpen(of)) return of;
  if (of.kind === 'list' && !areDisjoint(key, INT)) return of.item;
  if (of.kind === 'map' && !areDisjoint(key, of.key)) return of.value;
  return noOverload('_[_]', [of, key]);
}

function noOverload(name: string, types: readonly CelType[]): never {
  return fail(`found no matching overload for '${name}' applied to '(${types.map(typeName).join(', ')})'`);
}

function listType(node: Extract<CelNode, { kind: 'list' }>, scope: TypeScope | undefined): CelType {
  const types = node.items.map((item) => checkCel(item, scope));
  return { kind: 'list', item: node.optional ? UNKNOWN : commonType(types) };
}

function mapType(node: Extract<CelNode, { kind: 'map' }>, scope: TypeScope | undefined): CelType {
  const keys = node.entries.map(({ key }) => checkCel(key, scope));
  const values = node.entries.map(({ value }) => checkCel(value, scope));
  if (node.optional) return { kind: 'map', key: commonType(keys), value: UNKNOWN };
  return { kind: 'map', key: commonType(keys), value: commonType(values) };
}

/** The one type that the parts of a list or map have to have. */
function commonType([first = UNKNOWN, ...others]: readonly CelType[]): CelType {
  let common = first;
  for (const type of others) {
    if (areDisjoint(common, type)) fail(`expected type '${typeName(common)}' but found '${typeName(type)}'`);
    common = joined(common, type);
  }
  return common;
}

type Call = Extract<CelNode, { kind: 'call' }>;

function call(node: Call, scope: TypeScope | undefined): CelType {
  const { name, of, args } = node;
  const namespace = of?.kind === 'name' && variable(of.name, scope) === undefined ? of.name : undefined;
  if (namespace !== undefined) return namespaced(`${namespace}.${name}`, args, scope);
  if (of !== undefined) return macro(node, checkCel(of, scope), scope) ?? method(node, checkCel(of, scope), scope);
  if (name === 'has') return presence(args, scope);
  const types = args.map((arg) => checkCel(arg, scope));
  if (/^\w/.test(name) && name !== 'in') return overload(name, name, types);
  return operatorType(name, types) ?? noOverload(name, types);
}

/** A function whose name has a dot. */
function namespaced(name: string, args: readonly CelNode[], scope: TypeScope | undefined): CelType {
  const types = args.map((arg) => checkCel(arg, scope));
  return overload(name, name, types);
}

function method({ name, args }: Call, of: CelType, scope: TypeScope | undefined): CelType {
  return overload(`.${name}`, name, [of, ...args.map((arg) => argumentType(name, arg, scope))]);
}

/** The texts to format may be of different types, which the items of other lists may not. */
function argumentType(method: string, arg: CelNode, scope: TypeScope | undefined): CelType {
  if (method !== 'format' || arg.kind !== 'list') return checkCel(arg, scope);
  for (const item of arg.items) checkCel(item, scope);
  return { kind: 'list', item: UNKNOWN };
}

/** `has()` asks for a field, whose object has to have it by its type. */
function presence([field]: readonly CelNode[], scope: TypeScope | undefined): CelType {
  if (field?.kind !== 'select') return UNKNOWN;
  select(checkCel(field.of, scope), field.field, field.optional);
  return BOOL;
}

/** Functions that only some expressions know, and macros, which say themselves what is wrong with their arguments. */
const OPEN_NAMES = new Set([
  ...['allowed', 'check', 'error', 'errored', 'fieldSelector', 'group', 'labelSelector', 'name', 'namespace', 'path'],
  ...['reason', 'resource', 'serviceAccount', 'subresource', 'jsonpatch.escapeKey', 'JSONPatch.escapeKey'],
  ...['all', 'exists', 'existsOne', 'exists_one', 'filter', 'map', 'optFlatMap', 'optMap', 'sortBy'],
  ...['transformList', 'transformMap', 'transformMapEntry'],
]);

function overload(key: string, name: string, types: readonly CelType[]): CelType {
  const signatures = signaturesOf(key);
  if (signatures.length === 0) return OPEN_NAMES.has(name) ? UNKNOWN : fail(`undeclared reference to '${name}'`);
  const results = signatures.flatMap((signature) => resultOf(signature, types) ?? []);
  const [first, ...others] = results;
  if (first === undefined) return noOverload(name, types);
  return others.reduce((common, type) => joinedResult(common, type, types), first);
}

/** Where several ways to call it are open, so is the result, unless all have the same. */
function joinedResult(a: CelType, b: CelType, types: readonly CelType[]): CelType {
  if (a.kind === b.kind && joined(a, b).kind === a.kind) return a;
  return types.some(({ kind }) => kind === 'dyn') && !types.some(({ kind }) => kind === 'unknown') ? DYN : UNKNOWN;
}

function resultOf({ parameters, result }: Signature, types: readonly CelType[]): CelType | undefined {
  const bindings = new Map<string, CelType>();
  const fits = parameters.length === types.length && types.every((type, at) => bind(parameters[at], type, bindings));
  return fits ? withBindings(result, bindings) : undefined;
}

function bind(parameter: ParameterType | undefined, type: CelType, bindings: Map<string, CelType>): boolean {
  if (parameter === undefined) return false;
  if ('variable' in parameter) {
    const bound = bindings.get(parameter.variable);
    if (bound === undefined || isOpen(type)) bindings.set(parameter.variable, type);
    return bound === undefined || !areDisjoint(bound, type);
  }
  if (isOpen(type)) return true;
  if (!('parts' in parameter)) return !areDisjoint(parameter, type);
  const [first, second] = parameter.parts;
  if (type.kind === 'list') return parameter.kind === 'list' && bind(first, type.item, bindings);
  if (type.kind === 'optional') return parameter.kind === 'optional' && bind(first, type.of, bindings);
  if (type.kind !== 'map' || parameter.kind !== 'map') return false;
  return bind(first, type.key, bindings) && bind(second, type.value, bindings);
}

const CONDITIONS = new Set(['all', 'exists', 'exists_one', 'existsOne', 'filter']);

/** A macro, whose first arguments name variables; undefined for what is none. */
function macro({ name, args }: Call, over: CelType, scope: TypeScope | undefined): CelType | undefined {
  const [first, second] = args.slice(0, -1).map((arg) => (arg.kind === 'name' ? arg.name : undefined));
  const last = args.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (name === 'optMap' && args.length === 2) return optionalOf(checkCel(last, within(first, heldType(over), scope)));
  if (OTHER_MACROS.has(name)) return UNKNOWN;
  if (CONDITIONS.has(name) && args.length === 3 && second !== undefined) {
    const [key, value] = pairTypes(over);
    condition(last, within(second, value, within(first, key, scope)));
    return BOOL;
  }
  const isMap = name === 'map' && args.length <= 3;
  if (!isMap && !(CONDITIONS.has(name) && args.length === 2)) return undefined;
  const inner = within(first, rangeType(over), scope);
  if (args.length === 3 && args[1]) condition(args[1], inner);
  if (isMap) return { kind: 'list', item: checkCel(last, inner) };
  condition(last, inner);
  return name === 'filter' ? { kind: 'list', item: inner.type } : BOOL;
}

const OTHER_MACROS = new Set(['optFlatMap', 'sortBy', 'transformList', 'transformMap', 'transformMapEntry']);

function within(name: string, type: CelType, outer: TypeScope | undefined): TypeScope {
  return { name, type, ...(outer && { outer }) };
}

function heldType(over: CelType): CelType {
  return over.kind === 'optional' ? over.of : UNKNOWN;
}

function condition(node: CelNode, scope: TypeScope): void {
  const type = checkCel(node, scope);
  if (areDisjoint(type, BOOL)) noOverload('_&&_', [BOOL, type]);
}

/** The types of the two variables that go through a list, with its indexes, or a map. */
function pairTypes(over: CelType): [CelType, CelType] {
  if (over.kind === 'map') return [over.key, over.value];
  return over.kind === 'list' ? [INT, over.item] : [UNKNOWN, rangeType(over)];
}

function rangeType(over: CelType): CelType {
  if (isOpen(over)) return over;
  if (over.kind === 'list') return over.item;
  if (over.kind === 'map') return over.key;
  return fail(
    `expression of type '${typeName(over)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
  );
}
