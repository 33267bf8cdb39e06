import type { JSONSchemaProps } from '../../../kubernetes/generated/decoded';
import { isSchema } from './schema-node';

/** Where a path of a definition leads in a schema, or why it leads nowhere. */
export type FollowedPath =
  | { readonly names: readonly string[]; readonly schema: JSONSchemaProps | undefined }
  | { readonly fault: string };

/** A delimiter, a quoted name, or a name up to the next delimiter. */
const TOKEN = /[.[\]]|'(?:\\'|[^'])*'|[^.[\]]+/y;

/**
 * Follows a path such as `.spec['my-field']` from field to field of a schema.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/schema/cel/validation.go ValidFieldPath.
 *
 * @param brackets Whether names in brackets are allowed. Default: true.
 */
export function followSchemaPath(path: string, schema: JSONSchemaProps, brackets = true): FollowedPath {
  const tokens = tokensOf(path);
  const names: string[] = [];
  let place: JSONSchemaProps | undefined = schema;
  for (let at = 0; at < tokens.length; ) {
    const delimiter = tokens[at];
    const named: NamedStep | string =
      delimiter === '.' ? plainName(tokens, at) : delimiter === '[' ? quotedName(tokens, at, brackets) : OTHER;
    if (typeof named === 'string') return { fault: named };
    const next: FollowedPath = step(place, named.name);
    if ('fault' in next) return next;
    names.push(named.name);
    place = next.schema;
    at = named.next;
  }
  return { names, schema: place };
}

/** A name, and the token behind it. */
interface NamedStep {
  readonly name: string;
  readonly next: number;
}

const OTHER = 'must begin with a dot, or with a name in brackets';
const NO_FIELD = 'must lead to a field of the schema';

function tokensOf(path: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(path); match; match = TOKEN.exec(path)) tokens.push(match[0]);
  return tokens;
}

function plainName(tokens: readonly string[], at: number): NamedStep | string {
  const name = tokens[at + 1];
  return name === undefined ? 'must not end with a dot' : { name, next: at + 2 };
}

function quotedName(tokens: readonly string[], at: number, brackets: boolean): NamedStep | string {
  const [quoted = '', end] = [tokens[at + 1], tokens[at + 2]];
  if (!brackets) return 'must not have brackets';
  if (!/^'.*'$/s.test(quoted) || quoted.length < 2) return 'must have names in single quotes inside of brackets';
  if (end !== ']') return 'must close its brackets';
  return { name: quoted.slice(1, -1).replace(/\\(['\\])/g, '$1'), next: at + 3 };
}

/** Any name leads to the entries of a map, of which nothing is known when `additionalProperties` is a boolean. */
function step(schema: JSONSchemaProps | undefined, name: string): FollowedPath {
  const { properties = {}, additionalProperties } = schema ?? {};
  if (Object.keys(properties).length > 0)
    return Object.hasOwn(properties, name) ? { names: [], schema: properties[name] } : { fault: NO_FIELD };
  if (additionalProperties === undefined) return { fault: NO_FIELD };
  return { names: [], schema: isSchema(additionalProperties) ? additionalProperties : undefined };
}
