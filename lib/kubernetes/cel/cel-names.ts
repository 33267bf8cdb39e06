import type { CelNode } from './cel-node';

/** What an expression says of names that it does not bring itself. */
export interface CelNames {
  /** The variables that it uses. */
  readonly variables: ReadonlySet<string>;
  /** The fields that it takes from variables, with the variable first: `['self', 'spec', 'size']`. */
  readonly selections: readonly (readonly string[])[];
}

/** The functions that bring variables of their own. */
const MACROS = new Set([
  'all',
  'bind',
  'exists',
  'existsOne',
  'exists_one',
  'filter',
  'map',
  'optFlatMap',
  'optMap',
  'sortBy',
  'transformList',
  'transformMap',
  'transformMapEntry',
]);

/** The names in an expression of the Common Expression Language, or in a part of one. */
export function celNames(node: CelNode): CelNames {
  const names = { variables: new Set<string>(), selections: [] as string[][] };
  collect(node, [], names);
  return names;
}

interface Names {
  readonly variables: Set<string>;
  readonly selections: string[][];
}

/** Returns the path of a variable that fields may follow. */
function collect(node: CelNode, scopes: readonly string[], names: Names): string[] | undefined {
  switch (node.kind) {
    case 'name': {
      if (scopes.includes(node.name)) return undefined;
      const path = [node.name];
      names.variables.add(node.name);
      names.selections.push(path);
      return path;
    }
    case 'select': {
      const path = collect(node.of, scopes, names);
      if (node.optional) return undefined;
      path?.push(node.field);
      return path;
    }
    case 'index':
      collectAll([node.of, node.index], scopes, names);
      return undefined;
    case 'call': {
      if (node.of) collect(node.of, scopes, names);
      collectAll(node.args, [...scopes, ...declaredBy(node.name, node.args)], names);
      return undefined;
    }
    case 'list':
      collectAll(node.items, scopes, names);
      return undefined;
    case 'map':
      for (const { key, value } of node.entries) collectAll([key, value], scopes, names);
      return undefined;
    case 'message':
      collect(node.of, scopes, names);
      for (const { value } of node.entries) collect(value, scopes, names);
      return undefined;
    default:
      return undefined;
  }
}

function collectAll(nodes: readonly CelNode[], scopes: readonly string[], names: Names): void {
  for (const node of nodes) collect(node, scopes, names);
}

/** The variables that a macro brings: the names that are its first arguments, the last of all aside. */
function declaredBy(name: string, args: readonly CelNode[]): string[] {
  const declared: string[] = [];
  if (!MACROS.has(name)) return declared;
  for (const arg of args.slice(0, -1)) {
    if (arg.kind !== 'name') break;
    declared.push(arg.name);
  }
  return declared;
}
