import { callFunction } from './cel-functions';
import { isMacro, runMacro } from './cel-macros';
import type { CelNode } from './cel-node';
import { inRange, operate } from './cel-operators';
import type { CelEvaluator, CelScope } from './cel-scope';
import { CelError, CelUnsupported, type CelValue, isKind, isMap, itemsOf, NONE } from './cel-value';
import { decide } from './decide';

/** How many parts of an expression are evaluated before it counts as one that is not. */
const MOST_STEPS = 200_000;
const OPERATORS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*', '/', '%']);

/**
 * The value of an expression.
 *
 * Only what gives the same on the server is evaluated: the standard operators, macros and most functions, Kubernetes'
 * quantities, and of its lists those that have no order of their own.
 * Follows https://github.com/google/cel-spec/blob/master/doc/langdef.md and k8s.io/apiserver pkg/cel/library.
 *
 * @throws CelError when the evaluation fails, as it does on the server; CelUnsupported when there is no telling.
 */
export function evaluateCel(node: CelNode, scope: CelScope | undefined): CelValue {
  return new CelEvaluation().value(node, scope);
}

/** One evaluation, which has an end. */
class CelEvaluation implements CelEvaluator {
  private steps = 0;

  value(node: CelNode, scope: CelScope | undefined): CelValue {
    this.steps += 1;
    if (this.steps > MOST_STEPS) throw new CelUnsupported('so much work');
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'name':
        return lookUp(node.name, scope);
      case 'select':
        return this.select(node, scope);
      case 'index':
        return this.index(node, scope);
      case 'call':
        return this.call(node, scope);
      case 'list':
        if (node.optional) throw new CelUnsupported('a list with optional items');
        return node.items.map((item) => this.value(item, scope));
      case 'map':
        if (node.optional) throw new CelUnsupported('a map with optional entries');
        return new Map(node.entries.map(({ key, value }) => [this.key(key, scope), this.value(value, scope)]));
      default:
        throw new CelUnsupported(node.kind === 'message' ? 'an object of a type' : `the literal ${node.text}`);
    }
  }

  /** Whether a condition holds. */
  condition(node: CelNode, scope: CelScope | undefined): boolean {
    const value = this.value(node, scope);
    if (typeof value !== 'boolean') throw new CelUnsupported('a condition that is neither true nor false');
    return value;
  }

  /** Whether a field is there: `has(self.field)`. */
  has(node: CelNode | undefined, scope: CelScope | undefined): boolean {
    if (node?.kind !== 'select') throw new CelUnsupported('has() of anything but a field');
    const of = this.value(node.of, scope);
    const held = isKind(of, 'optional') ? of.value : of;
    return held !== undefined && fieldOf(held, node.field) !== undefined;
  }

  private key(node: CelNode, scope: CelScope | undefined): string {
    const key = this.value(node, scope);
    if (typeof key !== 'string') throw new CelUnsupported('a map whose keys are no texts');
    return key;
  }

  private select(node: Extract<CelNode, { kind: 'select' }>, scope: CelScope | undefined): CelValue {
    const of = this.value(node.of, scope);
    if (isKind(of, 'optional')) return of.value === undefined ? NONE : optionally(fieldOf(of.value, node.field));
    const value = fieldOf(of, node.field);
    if (node.optional) return optionally(value);
    if (value === undefined) throw new CelError(`no such key: ${node.field}`);
    return value;
  }

  private index(node: Extract<CelNode, { kind: 'index' }>, scope: CelScope | undefined): CelValue {
    const of = this.value(node.of, scope);
    const index = this.value(node.index, scope);
    const optional = isKind(of, 'optional');
    const value = optional ? of.value && itemOf(of.value, index) : itemOf(of, index);
    if (optional || node.optional) return optionally(value ?? undefined);
    if (value === undefined) throw new CelError(itemsOf(of) ? 'index out of bounds' : 'no such key');
    return value;
  }

  private call(node: Extract<CelNode, { kind: 'call' }>, scope: CelScope | undefined): CelValue {
    const { name, of, args } = node;
    const [first, second, third] = args;
    if (of === undefined && first !== undefined) {
      if (name === 'has' && args.length === 1) return this.has(first, scope);
      if (name === '?:' && second && third) return this.value(this.condition(first, scope) ? second : third, scope);
      if ((name === '&&' || name === '||') && second) return this.logical(name === '||', [first, second], scope);
      if (name === '!') return !this.condition(first, scope);
      if (name === '-' && args.length === 1) return negative(this.value(first, scope));
      if (OPERATORS.has(name) && second) return operate(name, this.value(first, scope), this.value(second, scope));
    }
    if (of?.kind === 'name' && of.name === 'cel' && name === 'bind' && first?.kind === 'name' && second && third)
      return this.value(third, { name: first.name, value: this.value(second, scope), outer: scope });
    if (of && isMacro(name, args)) return runMacro(name, this.value(of, scope), args, scope, this);
    if (of?.kind === 'name' && of.name === 'optional')
      return callFunction(
        `optional.${name}`,
        args.map((arg) => this.value(arg, scope)),
      );
    return callFunction(
      name,
      (of ? [of, ...args] : args).map((arg) => this.value(arg, scope)),
    );
  }

  /** One condition decides although another fails, whatever their order. */
  private logical(decisive: boolean, nodes: readonly CelNode[], scope: CelScope | undefined): boolean {
    return decide(nodes, decisive, (node) => this.condition(node, scope));
  }
}

function lookUp(name: string, scope: CelScope | undefined): CelValue {
  for (let at = scope; at !== undefined; at = at.outer) if (at.name === name) return at.value;
  throw new CelUnsupported(`the name ${name}`);
}

function fieldOf(value: CelValue, field: string): CelValue | undefined {
  if (isMap(value)) return value.get(field);
  if (isKind(value, 'object') && value.knows(field)) return value.get(field);
  throw new CelUnsupported(`the field ${field} of such a value`);
}

function itemOf(value: CelValue, index: CelValue): CelValue | undefined {
  const items = itemsOf(value);
  if (items && typeof index === 'bigint') return index < 0n ? undefined : items[Number(index)];
  if (isMap(value) && typeof index === 'string') return value.get(index);
  throw new CelUnsupported('an item of such a value');
}

function optionally(value: CelValue | undefined): CelValue {
  return value === undefined ? NONE : { kind: 'optional', value };
}

function negative(value: CelValue): CelValue {
  if (typeof value === 'bigint') return inRange(-value);
  if (typeof value === 'number') return -value;
  throw new CelUnsupported('`-` before such a value');
}
