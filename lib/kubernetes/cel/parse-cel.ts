import { celLiteral } from './cel-literal';
import type { CelEntry, CelNode } from './cel-node';
import { type CelToken, celTokens } from './cel-tokens';

const DEEPEST = 250;
const RELATIONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['||']),
  new Set(['&&']),
  RELATIONS,
  new Set(['+', '-']),
  new Set(['*', '/', '%']),
];

/**
 * Reads an expression of the Common Expression Language; neither types nor functions are looked at.
 *
 * Follows the grammar of https://github.com/google/cel-spec/blob/master/doc/langdef.md, with the optional types.
 *
 * @returns undefined when it is not well formed.
 */
export function parseCel(expression: string): CelNode | undefined {
  const tokens = celTokens(expression);
  if (tokens === undefined) return undefined;
  try {
    return new CelReader(tokens).read();
  } catch (error) {
    if (error === MALFORMED) return undefined;
    throw error;
  }
}

/** Thrown where the grammar does not allow what follows. */
class Malformed extends Error {
  readonly code = 'malformed';
}

const MALFORMED = new Malformed('malformed');

/** A recursive descent; each method reads one form of the grammar. */
class CelReader {
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly CelToken[]) {}

  read(): CelNode {
    const whole = this.expression();
    if (this.position < this.tokens.length) throw MALFORMED;
    return whole;
  }

  private expression(): CelNode {
    if (this.depth >= DEEPEST) throw MALFORMED;
    this.depth += 1;
    let node = this.operation(0);
    if (this.take('?')) {
      const then = this.operation(0);
      this.expect(':');
      node = { kind: 'call', name: '?:', args: [node, then, this.expression()] };
    }
    this.depth -= 1;
    return node;
  }

  private operation(level: number): CelNode {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    let node = this.operation(level + 1);
    for (;;) {
      const sign = this.tokens[this.position];
      if (sign === undefined || sign.kind === 'value' || !operators.has(sign.text)) return node;
      this.position += 1;
      node = { kind: 'call', name: sign.text, args: [node, this.operation(level + 1)] };
    }
  }

  private unary(): CelNode {
    const sign = this.tokens[this.position]?.text ?? '';
    let times = 0;
    if (sign === '!' || sign === '-') while (this.take(sign)) times += 1;
    let node = this.member();
    for (; times > 0; times -= 1) node = { kind: 'call', name: sign, args: [node] };
    return node;
  }

  private member(): CelNode {
    let node = this.primary();
    for (;;) {
      if (this.take('.')) {
        const optional = this.take('?');
        const field = this.identifier();
        node = this.take('(')
          ? { kind: 'call', name: field, of: node, args: this.items(')').items }
          : { kind: 'select', of: node, field, optional };
      } else if (this.take('[')) {
        const optional = this.take('?');
        const index = this.expression();
        this.expect(']');
        node = { kind: 'index', of: node, index, optional };
      } else if (isTypeName(node) && this.take('{')) {
        node = { kind: 'message', of: node, entries: this.entries().entries };
      } else return node;
    }
  }

  private primary(): CelNode {
    const token = this.tokens[this.position];
    if (token?.kind === 'value') {
      this.position += 1;
      return celLiteral(token.text);
    }
    if (this.take('(')) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (this.take('[')) return { kind: 'list', ...this.items(']') };
    if (this.take('{')) return { kind: 'map', ...this.entries() };
    this.take('.');
    const name = this.identifier();
    if (name === 'in') throw MALFORMED;
    return this.take('(') ? { kind: 'call', name, args: this.items(')').items } : { kind: 'name', name };
  }

  private items(end: string): { items: CelNode[]; optional: boolean } {
    const items: CelNode[] = [];
    let optional = false;
    while (!this.take(end)) {
      if (this.take('?')) optional = true;
      items.push(this.expression());
      if (this.take(',')) continue;
      this.expect(end);
      break;
    }
    return { items, optional };
  }

  private entries(): { entries: CelEntry[]; optional: boolean } {
    const entries: CelEntry[] = [];
    let optional = false;
    while (!this.take('}')) {
      if (this.take('?')) optional = true;
      const key = this.expression();
      this.expect(':');
      entries.push({ key, value: this.expression() });
      if (this.take(',')) continue;
      this.expect('}');
      break;
    }
    return { entries, optional };
  }

  private identifier(): string {
    const token = this.tokens[this.position];
    if (token?.kind !== 'identifier') throw MALFORMED;
    this.position += 1;
    return token.text.replace(/`/g, '');
  }

  private expect(text: string): void {
    if (!this.take(text)) throw MALFORMED;
  }

  private take(text: string): boolean {
    const token = this.tokens[this.position];
    if (token?.kind === 'value' || token?.text !== text) return false;
    this.position += 1;
    return true;
  }
}

/** Whether what was read may be the name of a type: words with dots between them. */
function isTypeName(node: CelNode): boolean {
  if (node.kind === 'select') return !node.optional && isTypeName(node.of);
  return node.kind === 'name';
}
