import { UsageError } from '../command';

/** What `package.json` may say, as far as `init` reads it. */
export interface PackageJson {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly jest?: object;
}

/** Fields of a `package.json`; a field that is an object stands for its own fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** A `package.json` with what it lacked. */
export interface Amended {
  readonly text: string;
  /** What was added: `scripts.check`. */
  readonly added: readonly string[];
}

/**
 * Reads the text of a `package.json`.
 *
 * @throws UsageError when it is not JSON, or no object.
 */
export function readPackageJson(text: string): PackageJson {
  const mistake = (reason: string) => new UsageError(`package.json ${reason}; mend it first. Nothing was written.`);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw mistake(`is not JSON (${(error as Error).message})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mistake('holds no object');
  for (const name of ['scripts', 'dependencies', 'devDependencies'] as const) {
    const field = (value as Record<string, unknown>)[name] ?? {};
    if (typeof field !== 'object' || Array.isArray(field)) throw mistake(`has a field ${name} that is no object`);
  }
  return value as PackageJson;
}

/** The test script of `npm init`, which fails. */
const NO_TEST = 'echo "Error: no test specified" && exit 1';

/** Adds to the text of a `package.json` what it lacks of `wanted`; what it says itself stays as it is. */
export function amendPackageJson(text: string, wanted: Fields): Amended {
  const value = { ...readPackageJson(text) } as Record<string, unknown>;
  const added: string[] = [];
  for (const [name, field] of Object.entries(wanted)) {
    if (!isObject(field) || value[name] === undefined) {
      if (value[name] !== undefined) continue;
      value[name] = field;
      added.push(...(isObject(field) ? Object.keys(field).map((key) => `${name}.${key}`) : [name]));
      continue;
    }
    const existing = value[name] as Record<string, unknown>;
    const missing = Object.entries(field).filter(([key]) => [undefined, NO_TEST].includes(existing[key] as string));
    value[name] = { ...existing, ...Object.fromEntries(missing) };
    added.push(...missing.map(([key]) => `${name}.${key}`));
  }
  const [, indent = '  '] = /^\s*\{\r?\n([ \t]+)/.exec(text.replace(/^\uFEFF/, '')) ?? [];
  return { text: added.length === 0 ? text : `${JSON.stringify(value, null, indent)}\n`, added };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
