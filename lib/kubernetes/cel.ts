import { type CelToken, celTokens } from './cel-tokens';

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
 * @returns The names in it; undefined when it is not well formed.
 */
export function readCel(expression: string): CelNames | undefined {
  const tokens = celTokens(expression);
  if (tokens === undefined) return undefined;
  const reader = new CelReader(tokens);
  return reader.read();
}

/** A recursive descent; each method reads one form of the grammar and tells whether it was there. */
class CelReader {
  private readonly variables = new Set<string>();
  private readonly selections: string[][] = [];
  private readonly scopes: string[] = [];
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly CelToken[]) {}

  read(): CelNames | undefined {
    const whole = this.expression() && this.position === this.tokens.length;
    return whole ? { variables: this.variables, selections: this.selections } : undefined;
  }

  private expression(): boolean {
    if (this.depth >= DEEPEST) return false;
    this.depth += 1;
    let read = this.operation(0);
    if (read && this.take('?')) read = this.operation(0) && this.take(':') && this.expression();
    this.depth -= 1;
    return read;
  }

  private operation(level: number): boolean {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    if (!this.operation(level + 1)) return false;
    while (operators.has(this.tokens[this.position]?.text ?? '')) {
      this.position += 1;
      if (!this.operation(level + 1)) return false;
    }
    return true;
  }

  private unary(): boolean {
    const sign = this.tokens[this.position]?.text;
    if (sign === '!' || sign === '-') while (this.take(sign));
    return this.member();
  }

  private member(): boolean {
    const path = this.primary();
    if (path === undefined) return false;
    let follows = path.length > 0;
    for (;;) {
      if (this.take('.')) {
        const optional = this.take('?');
        const name = this.identifier();
        if (name === undefined) return false;
        if (this.take('(')) {
          if (!this.call(name)) return false;
          follows = false;
        } else if (follows) {
          if (optional) follows = false;
          else path.push(name);
        }
      } else if (this.take('[')) {
        this.take('?');
        if (!this.expression() || !this.take(']')) return false;
        follows = false;
      } else if (path.length > 0 && follows && this.take('{')) {
        if (!this.entries('}')) return false;
        follows = false;
      } else return true;
    }
  }

  /** Reads a value; the path of a variable that fields may follow, an empty path for what has no name. */
  private primary(): string[] | undefined {
    const token = this.tokens[this.position];
    if (token?.kind === 'value') {
      this.position += 1;
      return [];
    }
    if (this.take('(')) return this.expression() && this.take(')') ? [] : undefined;
    if (this.take('[')) return this.items(']') ? [] : undefined;
    if (this.take('{')) return this.entries('}') ? [] : undefined;
    this.take('.');
    const name = this.identifier();
    if (name === undefined || name === 'in') return undefined;
    if (this.take('(')) return this.call(name) ? [] : undefined;
    if (this.scopes.includes(name)) return [];
    this.variables.add(name);
    const path = [name];
    this.selections.push(path);
    return path;
  }

  private call(name: string): boolean {
    const known = this.scopes.length;
    if (MACROS.has(name)) while (this.declares()) this.position += 2;
    const read = this.items(')');
    this.scopes.length = known;
    return read;
  }

  /** Whether the next argument of a macro is a variable, which is then known to the others. */
  private declares(): boolean {
    const [name, comma] = this.tokens.slice(this.position, this.position + 2);
    if (name?.kind !== 'identifier' || comma?.text !== ',') return false;
    this.scopes.push(name.text);
    return true;
  }

  private items(end: string): boolean {
    while (!this.take(end)) {
      this.take('?');
      if (!this.expression()) return false;
      if (!this.take(',')) return this.take(end);
    }
    return true;
  }

  private entries(end: string): boolean {
    while (!this.take(end)) {
      this.take('?');
      if (!this.key() || !this.take(':') || !this.expression()) return false;
      if (!this.take(',')) return this.take(end);
    }
    return true;
  }

  /** The key of a map is an expression, that of a message the name of a field. */
  private key(): boolean {
    if (this.tokens[this.position + 1]?.text === ':' && this.identifier() !== undefined) return true;
    return this.expression();
  }

  private identifier(): string | undefined {
    const token = this.tokens[this.position];
    if (token?.kind !== 'identifier') return undefined;
    this.position += 1;
    return token.text.replace(/`/g, '');
  }

  private take(text: string): boolean {
    const token = this.tokens[this.position];
    if (token?.kind === 'value' || token?.text !== text) return false;
    this.position += 1;
    return true;
  }
}
