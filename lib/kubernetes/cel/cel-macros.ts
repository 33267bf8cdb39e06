import type { CelNode } from './cel-node';
import type { CelEvaluator, CelScope } from './cel-scope';
import { CelUnsupported, type CelValue, isMap, itemsOf } from './cel-value';
import { decide } from './decide';

const MACROS = new Set(['all', 'exists', 'exists_one', 'existsOne', 'filter', 'map']);

/** Whether a method with these arguments goes through the items of a list or the keys of a map. */
export function isMacro(name: string, args: readonly CelNode[]): boolean {
  return MACROS.has(name) && args.length > 1;
}

/** The result of a macro; the first argument names the item at hand. */
export function runMacro(
  name: string,
  over: CelValue,
  [variable, first, second]: readonly CelNode[],
  scope: CelScope | undefined,
  evaluation: CelEvaluator,
): CelValue {
  const isPlain = variable?.kind === 'name' && first !== undefined && (second === undefined || name === 'map');
  if (!isPlain) throw new CelUnsupported(`${name}() with such arguments`);
  const inner = (value: CelValue): CelScope => ({ name: variable.name, value, outer: scope });
  const holds = (item: CelValue) => evaluation.condition(first, inner(item));
  const items = walked(over, name);
  switch (name) {
    case 'all':
      return decide(items, false, holds);
    case 'exists':
      return decide(items, true, holds);
    case 'filter':
      return items.filter(holds);
    case 'map':
      if (second) return items.filter(holds).map((item) => evaluation.value(second, inner(item)));
      return items.map((item) => evaluation.value(first, inner(item)));
    default:
      return items.filter(holds).length === 1;
  }
}

function walked(value: CelValue, name: string): readonly CelValue[] {
  const items = itemsOf(value);
  if (items) return items;
  if (isMap(value)) return [...value.keys()];
  throw new CelUnsupported(`${name}() of such a value`);
}
