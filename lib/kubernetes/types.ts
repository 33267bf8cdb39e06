import table from './generated/types.json';

/** How a value of a field is written in JSON, as the API server decodes it. */
export type Scalar =
  | 'string'
  | 'boolean'
  | 'int32'
  | 'int64'
  | 'double'
  | 'quantity'
  | 'int-or-string'
  | 'time'
  | 'micro-time'
  | 'bytes'
  | 'json'
  | 'object'
  | 'schema-or-array'
  | 'schema-or-boolean'
  | 'schema-or-strings';

/** The shape of a value: a scalar, a struct, or a list or map of shapes. */
export type Shape =
  | { readonly form: 'scalar'; readonly scalar: Scalar }
  | { readonly form: 'struct'; readonly type: string }
  | { readonly form: 'list'; readonly item: Shape }
  | { readonly form: 'map'; readonly item: Shape };

/** A field of a type, with the minors that serve it. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** Whether Go holds it behind a pointer, so that a zero value that was written is told apart from nothing. */
  readonly pointer: boolean;
  /** Whether the server writes it even when it holds a zero value. */
  readonly required: boolean;
  readonly since: number;
  readonly until: number;
}

/** A Kubernetes API type over all versions. */
export interface TypeInfo {
  readonly name: string;
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  /** The keys that tell the items of a list apart, by field, where the API names any. */
  readonly mergeKeys: Readonly<Record<string, readonly string[]>>;
}

interface Row {
  fields: Record<string, string | string[]>;
  mergeKeys?: Record<string, string[]>;
}

const rows = table as unknown as Record<string, Row>;
const parsed = new Map<string, TypeInfo>();
const OLDEST = 0;
const NEWEST = 99;

/**
 * The fields of a type, `core.v1.Probe` for instance.
 *
 * @throws Error when no version serves such a type.
 */
export function typeInfo(name: string): TypeInfo {
  const known = parsed.get(name);
  if (known) return known;
  const row = rows[name];
  if (!row) throw new Error(`no Kubernetes type '${name}'`);
  const fields = new Map(
    Object.entries(row.fields).map(([field, marks]) => [field, [marks].flat().map((mark) => parseField(field, mark))]),
  );
  const info: TypeInfo = { name, fields, mergeKeys: row.mergeKeys ?? {} };
  parsed.set(name, info);
  return info;
}

/** The field as one minor serves it, if it does. */
export function fieldOf(type: TypeInfo, name: string, minor: number): Field | undefined {
  const variants = type.fields.get(name);
  if (variants === undefined) return undefined;
  for (const field of variants) if (minor >= field.since && minor <= field.until) return field;
  return undefined;
}

/** `*string!@30-33`: pointer, notation, always written, minors. */
function parseField(name: string, mark: string): Field {
  const [, pointer, notation = '', required, since, until] = /^(\*?)(.*?)(!?)(?:@(\d*)-(\d*))?$/.exec(mark) ?? [];
  return {
    name,
    shape: parseShape(notation),
    pointer: pointer === '*',
    required: required === '!',
    since: since ? Number(since) : OLDEST,
    until: until ? Number(until) : NEWEST,
  };
}

function parseShape(notation: string): Shape {
  if (notation.startsWith('[]')) return { form: 'list', item: parseShape(notation.slice(2)) };
  if (notation.startsWith('{}')) return { form: 'map', item: parseShape(notation.slice(2)) };
  if (notation.includes('.')) return { form: 'struct', type: notation };
  return { form: 'scalar', scalar: notation as Scalar };
}
