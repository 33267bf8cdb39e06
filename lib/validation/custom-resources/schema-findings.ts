import type { ErrorObject } from 'ajv';
import { article } from '../decoding/scalar';
import { FieldPath } from '../field-path';
import { type Finding, invalid, notSupported, required, tooMany, typeInvalid } from '../finding';
import { bestErrors } from './best-errors';

/**
 * What the errors of a schema's evaluation mean in the server's words.
 *
 * Where none of several alternatives holds, the errors of the one with the fewest follow, as the server shows its best
 * one. The server names no field for alternatives; the findings name the value.
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/validation/validation.go kubeOpenAPIResultToFieldErrors.
 *
 * @param root Where the value is; default: it is an object.
 */
export function schemaFindings(errors: readonly ErrorObject[], value: unknown, root = FieldPath.root): Finding[] {
  return firstOfTexts(bestErrors(errors)).map((error) => toFinding(error, value, root));
}

/** The keywords of texts, of which the server names the first that does not hold. */
const TEXT_KEYWORDS = ['maxLength', 'minLength', 'pattern'];

function firstOfTexts(errors: readonly ErrorObject[]): ErrorObject[] {
  const first = new Map<string, number>();
  const schemaOf = ({ schemaPath, instancePath }: ErrorObject) =>
    `${instancePath} ${schemaPath.slice(0, schemaPath.lastIndexOf('/'))}`;
  const rankOf = ({ keyword }: ErrorObject) => TEXT_KEYWORDS.indexOf(keyword);
  for (const error of errors)
    if (rankOf(error) >= 0)
      first.set(schemaOf(error), Math.min(rankOf(error), first.get(schemaOf(error)) ?? TEXT_KEYWORDS.length));
  return errors.filter((error) => rankOf(error) < 0 || rankOf(error) === first.get(schemaOf(error)));
}

function toFinding(error: ErrorObject, whole: unknown, root: FieldPath): Finding {
  const { at, value } = placeOf(error.instancePath, whole, root);
  const { keyword, params, schema: limit } = error;
  const shown = { value: typeof value === 'object' ? undefined : value };
  switch (keyword) {
    case 'required':
      return required(at.child(String(params.missingProperty)));
    case 'type':
      return { ...typeInvalid(at, value, `must be ${typeText(params.type)}, not ${article(value)}`), ...shown };
    case 'format':
      return { ...typeInvalid(at, value, `must have the format ${String(params.format)}`), ...shown };
    case 'enum':
      return { ...notSupported(at, value, (limit as unknown[]).map(wordOf)), ...shown };
    case 'int64':
      return { ...typeInvalid(at, value, 'must be a whole number of 64 bits'), ...shown };
    case 'maxLength':
      return {
        reason: 'FieldValueTooLong',
        field: at,
        detail: `may not be more than ${String(params.limit)} characters`,
      };
    case 'maxItems':
    case 'maxProperties':
      return tooMany(at, sizeOf(value), Number(params.limit));
    default:
      return { ...invalid(at, value, detailOf(error)), ...shown };
  }
}

function detailOf({ keyword, params, schema: limit }: ErrorObject): string {
  switch (keyword) {
    case 'minLength':
      return `must be at least ${params.limit} characters long`;
    case 'minItems':
      return `must have at least ${params.limit} items`;
    case 'minProperties':
      return `must have at least ${params.limit} fields`;
    case 'pattern':
      return `must match ${params.pattern}`;
    case 'multipleOf':
      return `must be a multiple of ${limit}`;
    case 'int32':
      return 'must be a whole number of 32 bits';
    case 'anyOf':
      return 'must match at least one of the alternatives of its schema (anyOf)';
    case 'oneOf':
      return params.passingSchemas
        ? 'matches several alternatives of its schema, of which it must match exactly one (oneOf)'
        : 'must match exactly one of the alternatives of its schema (oneOf), and matches none';
    case 'not':
      return 'must not match what its schema excludes (not)';
    default:
      return `must be ${COMPARISONS[keyword] ?? keyword} ${String(limit)}`;
  }
}

/** Where an evaluation error is, step by step: list items by index, which the server writes `default.[0]` below a root. */
function placeOf(pointer: string, whole: unknown, root: FieldPath): { at: FieldPath; value: unknown } {
  let at = root;
  let value = whole;
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!Array.isArray(value)) at = at.child(step);
    else if (at === root) at = at.child(`[${step}]`).standingAt(at.index(Number(step)));
    else at = at.index(Number(step));
    value = (value as Record<string, unknown>)[step];
  }
  return { at, value };
}

const COMPARISONS: Readonly<Record<string, string>> = {
  exclusiveMaximum: '<',
  exclusiveMinimum: '>',
  maximum: '<=',
  minimum: '>=',
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
};

/** Lists beside texts are an oddity of the server that nobody means. */
function typeText(type: unknown): string {
  return [type]
    .flat()
    .filter((name, _index, names) => name !== 'array' || !names.includes('string'))
    .map((name) => TYPE_WORDS[String(name)] ?? String(name))
    .join(' or ');
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : Object.keys(value as object).length;
}
