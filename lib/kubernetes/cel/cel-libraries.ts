import type { CelNode } from './cel-node';

const OPTIONAL_VALUES = 29;
const TWO_VARIABLES = 33;

/** Functions that stand alone. */
const FUNCTIONS: ReadonlyMap<string, number> = new Map([
  ['cidr', 31],
  ['ip', 31],
  ['isCIDR', 31],
  ['isIP', 31],
  ['isQuantity', 29],
  ['isSemver', 34],
  ['quantity', 29],
  ['semver', 34],
]);
/** Groups of functions, which stand before a dot. */
const GROUPS: ReadonlyMap<string, number> = new Map([
  ['format', 32],
  ['ip', 31],
  ['optional', OPTIONAL_VALUES],
  ['sets', 30],
  ['strings', 30],
]);
/** Methods that no value had before. */
const METHODS: ReadonlyMap<string, number> = new Map([
  ['format', 30],
  ['hasValue', OPTIONAL_VALUES],
  ['optFlatMap', OPTIONAL_VALUES],
  ['optMap', OPTIONAL_VALUES],
  ['orValue', OPTIONAL_VALUES],
  ['transformList', TWO_VARIABLES],
  ['transformMap', TWO_VARIABLES],
  ['transformMapEntry', TWO_VARIABLES],
]);
const MACROS = new Set(['all', 'exists', 'existsOne', 'exists_one']);

/**
 * What an expression uses that a server does not know yet, in the words of its compiler.
 *
 * A server compiles expressions that are new to it with what the minor before it knew, so that it can be rolled back;
 * each library can be used from the minor after the one that brought it.
 *
 * Follows k8s.io/apiserver pkg/cel/environment/base.go baseOpts and DefaultCompatibilityVersion.
 *
 * @returns undefined when it knows everything.
 */
export function unknownTo(minor: number, node: CelNode): string | undefined {
  const own = unknownAt(node, minor);
  if (own !== undefined) return own;
  for (const part of partsOf(node)) {
    const found = unknownTo(minor, part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unknownAt(node: CelNode, minor: number): string | undefined {
  if ('optional' in node && node.optional && minor < OPTIONAL_VALUES) return "unsupported syntax '?'";
  if (node.kind !== 'call') return undefined;
  const isNew = (libraries: ReadonlyMap<string, number>, name: string) => minor < (libraries.get(name) ?? 0);
  if (node.of === undefined) return isNew(FUNCTIONS, node.name) ? undeclared(node.name) : undefined;
  if (node.of.kind === 'name' && GROUPS.has(node.of.name))
    return isNew(GROUPS, node.of.name) ? undeclared(node.of.name) : undefined;
  const hasTwoVariables = MACROS.has(node.name) && node.args.length === 3;
  if (isNew(METHODS, node.name) || (hasTwoVariables && minor < TWO_VARIABLES)) return undeclared(node.name);
  return undefined;
}

function undeclared(name: string): string {
  return `undeclared reference to '${name}'`;
}

function partsOf(node: CelNode): readonly CelNode[] {
  switch (node.kind) {
    case 'select':
      return [node.of];
    case 'index':
      return [node.of, node.index];
    case 'call':
      return node.of ? [node.of, ...node.args] : node.args;
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case 'message':
      return [node.of, ...node.entries.map(({ value }) => value)];
    default:
      return [];
  }
}
