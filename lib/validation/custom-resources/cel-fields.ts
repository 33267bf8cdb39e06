import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';

/** The words of the language that cannot name a field. */
const RESERVED = new Set([
  ...['true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import'],
  ...['let', 'loop', 'package', 'namespace', 'return', 'var', 'void', 'while'],
]);
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['__', '__underscores__'],
  ['.', '__dot__'],
  ['-', '__dash__'],
  ['/', '__slash__'],
]);

/**
 * The name that a field has in an expression; undefined when it cannot be spoken of.
 *
 * Follows k8s.io/apiserver pkg/cel/escaping.go Escape.
 */
export function celFieldName(field: string): string | undefined {
  if (RESERVED.has(field)) return `__${field}__`;
  if (!/^[A-Za-z_.\-/][A-Za-z0-9_.\-/]*$/.test(field)) return undefined;
  return field.replace(/__|[.\-/]/g, (part) => ESCAPES.get(part) ?? part);
}

const known = new WeakMap<JSONSchemaProps, ReadonlyMap<string, string>>();

/** The fields that a schema names, by their names in expressions. */
export function celFields(schema: JSONSchemaProps): ReadonlyMap<string, string> {
  let fields = known.get(schema);
  if (fields === undefined) {
    const names = Object.keys(schema.properties ?? {});
    fields = new Map(
      names.flatMap((name) => (celFieldName(name) === undefined ? [] : [[celFieldName(name) ?? '', name]])),
    );
    known.set(schema, fields);
  }
  return fields;
}
