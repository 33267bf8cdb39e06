import { MOST_VALUES, textSizeFault } from '../../kubernetes/object-size';
import type { Field, Scalar, Shape } from '../../kubernetes/types';
import { FieldPath } from '../field-path';
import type { Finding } from '../finding';
import { copyData, setField } from './copy-data';
import { layoutOf } from './layout';
import { article, quotesFix, scalarFault } from './scalar';
import { unknownField } from './unknown-field';

/** A plain JSON object. */
export type JsonObject = Record<string, unknown>;

/** What decoding makes of an object: a private copy as the server holds it, and what it would refuse to decode. */
export interface Decoded {
  readonly object: JsonObject;
  readonly findings: Finding[];
}

interface Decoding {
  readonly minor: number;
  readonly findings: Finding[];
  depth: number;
  /** How many values were decoded so far. */
  values: number;
}

/** Deeper nesting of types than any manifest has; only schemas nest at will. The server's own limit is 10,000. */
const DEEPEST = 200;
/** As many mistakes of one object as are listed; the server itself stops at the first that does not decode. */
const MOST_FINDINGS = 1000;
const SCHEMA = 'apiextensions.v1.JSONSchemaProps';

/**
 * Decodes an object strictly, as the API server does with `fieldValidation=Strict`.
 *
 * The result is a copy in which null fields are absent, null list items are empty items, and zero values of fields
 * that Go does not hold behind a pointer are absent. Unlike the server, which stops at the first wrong type,
 * it reports every wrong type and every unknown field.
 *
 * @param at Where the value is in the object.
 *
 * Follows k8s.io/apimachinery/pkg/runtime/serializer/json (strict) and sigs.k8s.io/json.
 */
export function decode(value: unknown, type: string, minor: number, at: FieldPath = FieldPath.root): Decoded {
  const decoding: Decoding = { minor, findings: [], depth: 0, values: 0 };
  const object = decodeStruct(value, type, at, decoding) ?? {};
  return { object, findings: decoding.findings };
}

function decodeStruct(value: unknown, type: string, at: FieldPath, decoding: Decoding): JsonObject | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    malformed(decoding, at, `must be an object, not ${article(value)}`);
    return undefined;
  }
  if (decoding.depth >= DEEPEST) {
    malformed(decoding, at, `is nested deeper than ${DEEPEST} levels`);
    return undefined;
  }
  const input = value as JsonObject;
  if (isTooMany(1, at, decoding)) return undefined;
  decoding.depth += 1;
  const layout = layoutOf(type, decoding.minor);
  const output: JsonObject = {};
  for (const name in input) {
    if (!Object.hasOwn(input, name)) continue;
    const item = input[name];
    const field = layout.get(name);
    if (field === undefined) {
      if (item !== undefined && !isFull(decoding))
        decoding.findings.push(unknownField(input, name, type, at, decoding.minor));
    } else if (item !== null && item !== undefined) {
      decodeField(item, field, output, at, decoding);
    }
  }
  decoding.depth -= 1;
  return output;
}

function decodeField(value: unknown, field: Field, output: JsonObject, at: FieldPath, decoding: Decoding): void {
  const { shape, name } = field;
  if (shape.form !== 'scalar') {
    const decoded = decodeShape(value, shape, at.child(name), decoding);
    if (decoded !== undefined) output[name] = decoded;
    return;
  }
  if (shape.scalar.startsWith('schema-or-')) {
    output[name] = decodeSchemaOr(value, shape.scalar, at.child(name), decoding);
    return;
  }
  if (shape.scalar === 'json' || shape.scalar === 'object') {
    output[name] = decodeJson(value, at.child(name), decoding);
    return;
  }
  const fault = scalarFault(value, shape.scalar);
  if (fault !== undefined) malformed(decoding, at.child(name), fault, value, shape.scalar);
  else if (field.pointer || field.required || (value !== '' && value !== 0 && value !== false)) output[name] = value;
}

function decodeShape(value: unknown, shape: Shape, at: FieldPath, decoding: Decoding): unknown {
  if (shape.form === 'struct') return decodeStruct(value, shape.type, at, decoding);
  if (shape.form === 'list') return decodeList(value, shape.item, at, decoding);
  if (shape.form === 'map') return decodeMap(value, shape.item, at, decoding);
  if (shape.scalar === 'json' || shape.scalar === 'object') return decodeJson(value, at, decoding);
  const fault = scalarFault(value, shape.scalar);
  if (fault !== undefined) malformed(decoding, at, fault, value, shape.scalar);
  return value;
}

function decodeList(value: unknown, item: Shape, at: FieldPath, decoding: Decoding): unknown[] | undefined {
  if (!Array.isArray(value)) {
    malformed(decoding, at, `must be a list, not ${article(value)}`);
    return undefined;
  }
  if (isTooMany(value.length, at, decoding)) return undefined;
  const output: unknown[] = [];
  // Not `map`, which would leave holes where a list that code has made has holes.
  for (let index = 0; index < value.length; index += 1) {
    const entry = value[index];
    output.push(
      entry === null || entry === undefined ? zeroOf(item) : decodeShape(entry, item, at.index(index), decoding),
    );
  }
  return output;
}

function decodeMap(value: unknown, item: Shape, at: FieldPath, decoding: Decoding): JsonObject | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    malformed(decoding, at, `must be a map, not ${article(value)}`);
    return undefined;
  }
  const input = value as JsonObject;
  const output: JsonObject = {};
  const names = Object.keys(input);
  if (isTooMany(names.length, at, decoding)) return undefined;
  for (const name of names) {
    const entry = input[name];
    if (entry === undefined) continue;
    const tooLong = textSizeFault(name);
    if (tooLong !== undefined) {
      malformed(decoding, at, `has a key that ${tooLong}`);
      continue;
    }
    // The server names the entries of maps as it does fields, where it does not know a field of theirs.
    const place = item.form === 'struct' ? at.child(name) : at.key(name);
    const decoded = entry === null ? zeroOf(item) : decodeShape(entry, item, place, decoding);
    setField(output, name, decoded);
  }
  return output;
}

/** Data that the server takes as it is. */
function decodeJson(value: unknown, at: FieldPath, decoding: Decoding): unknown {
  const { copy, findings } = copyData(value, at);
  decoding.findings.push(...findings);
  return copy;
}

/** Objects that hold one another several times over can be larger than what could be sent. */
function isTooMany(more: number, at: FieldPath, decoding: Decoding): boolean {
  const before = decoding.values;
  decoding.values += more;
  if (decoding.values <= MOST_VALUES) return isFull(decoding);
  if (before <= MOST_VALUES) malformed(decoding, at, 'holds more values than an object of 1.5 MiB can');
  return true;
}

/**
 * The unions of the CustomResourceDefinition schema: a schema, or a list of schemas, a boolean, or a list of strings.
 *
 * Inside of them the server does not decode strictly.
 * Follows k8s.io/apiextensions-apiserver pkg/apis/apiextensions/v1/marshal.go.
 */
function decodeSchemaOr(value: unknown, scalar: Scalar, at: FieldPath, decoding: Decoding): unknown {
  const before = decoding.findings.length;
  const decoded = decodeUnion(value, scalar, at, decoding);
  const inside = decoding.findings.splice(before);
  decoding.findings.push(...inside.filter(({ reason }) => reason !== 'UnknownField'));
  return decoded;
}

function decodeUnion(value: unknown, scalar: Scalar, at: FieldPath, decoding: Decoding): unknown {
  const list: Shape = {
    form: 'list',
    item: scalar === 'schema-or-strings' ? { form: 'scalar', scalar: 'string' } : { form: 'struct', type: SCHEMA },
  };
  if (scalar === 'schema-or-boolean' && typeof value === 'boolean') return value;
  if (scalar !== 'schema-or-boolean' && Array.isArray(value)) return decodeShape(value, list, at, decoding);
  return decodeStruct(value, SCHEMA, at, decoding);
}

/** What Go makes of null in a list or a map: the zero value. */
function zeroOf(shape: Shape): unknown {
  if (shape.form === 'struct' || shape.form === 'map') return {};
  if (shape.form === 'list') return [];
  if (shape.scalar === 'boolean') return false;
  if (shape.scalar === 'quantity') return '0';
  if (shape.scalar === 'json' || shape.scalar === 'object') return null;
  return shape.scalar.startsWith('int') || shape.scalar === 'double' ? 0 : '';
}

function isFull({ findings }: Decoding): boolean {
  return findings.length >= MOST_FINDINGS;
}

function malformed(decoding: Decoding, field: FieldPath, detail: string, value?: unknown, scalar?: Scalar): void {
  if (isFull(decoding)) return;
  const fix = scalar && quotesFix(value, scalar);
  decoding.findings.push({ reason: 'Malformed', field, detail, ...(fix && { fix }) });
}
