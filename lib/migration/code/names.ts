/** Words that cannot name a constant, and those that the program uses itself. */
const TAKEN = [
  ...['app', 'arguments', 'await', 'break', 'case', 'catch', 'chart', 'class', 'const', 'continue', 'debugger'],
  ...['default', 'delete', 'do', 'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally', 'for', 'function'],
  ...['if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'package', 'private'],
  ...['protected', 'public', 'return', 'static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof'],
  ...['undefined', 'var', 'void', 'while', 'with', 'yield', 'require', 'module', 'exports'],
];

/** Gives each thing a name of its own. */
export class Names {
  readonly #taken: Set<string>;

  /**
   * @param taken The names that nothing can have. Default: the words of the language.
   * @param separator What stands between a name and its number.
   */
  constructor(
    taken: readonly string[] = TAKEN,
    readonly separator = '',
  ) {
    this.#taken = new Set(taken);
  }

  /** The first of these that is free, or the last with a number. */
  take(...wanted: readonly string[]): string {
    const free = wanted.find((name) => !this.#taken.has(name));
    let name = free ?? wanted.at(-1) ?? '';
    for (let number = 2; this.#taken.has(name); number += 1) name = `${wanted.at(-1)}${this.separator}${number}`;
    this.#taken.add(name);
    return name;
  }
}

/** The text as the name of a constant: `basic-objects` is `basicObjects`. */
export function constantName(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join('');
  const lower = name === '' ? 'object' : (name[0]?.toLowerCase() ?? '') + name.slice(1);
  return /^\d/.test(lower) ? `_${lower}` : lower;
}
