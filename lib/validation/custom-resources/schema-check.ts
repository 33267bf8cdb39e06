import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';
import { type GoPattern, readGoPattern } from '../../kubernetes/go-pattern';
import type { FieldPath } from '../field-path';
import type { Finding } from '../finding';
import { type Remainder, toJsonSchema } from './json-schema';
import { schemaFindings } from './schema-findings';
import { asValidate, SERVER_KEYWORDS } from './schema-keywords';
import { stringFormat } from './string-formats';
import { hasRules } from './validation-rules';

/** Checks the values of custom resources against one schema. */
export interface SchemaCheck {
  /** What the server would refuse in a value that was pruned and defaulted; `root` is where it is, default: an object. */
  findings(value: unknown, root?: FieldPath): Finding[];
  /** What is not checked, in words that follow the kind: `the pattern (?=a) of its definition cannot be read`. */
  readonly unchecked: readonly string[];
  /** Whether there are CEL rules beside. */
  readonly hasRules: boolean;
}

const checks = new WeakMap<JSONSchemaProps, SchemaCheck>();

/** The check of a schema for a minor's version of it; compiled when first asked for. */
export function schemaCheck(schema: JSONSchemaProps, minor: number): SchemaCheck {
  const known = checks.get(schema);
  if (known) return known;
  const check = compile(schema, minor);
  checks.set(schema, check);
  return check;
}

/** Deeper than any schema is; the evaluator's code nests as deep as the schema. */
const DEEPEST_SCHEMA = 100;

function compile(schema: JSONSchemaProps, minor: number): SchemaCheck {
  if (isDeeper(schema, DEEPEST_SCHEMA))
    return {
      findings: () => [],
      unchecked: [`its schema is nested deeper than ${DEEPEST_SCHEMA} levels`],
      hasRules: false,
    };
  const remainder: Remainder = { minor, formats: new Set(), patterns: new Set() };
  const converted = toJsonSchema(schema, remainder);
  const unreadable = [...remainder.patterns].filter((pattern) => readGoPattern(pattern) === undefined);
  // Loaded only where a custom resource has a definition.
  const { Ajv } = require('ajv') as typeof import('ajv');
  const ajv = new Ajv({
    allErrors: true,
    meta: false,
    validateSchema: false,
    ownProperties: true,
    verbose: true,
    strictTypes: false,
    strictRequired: false,
    formats: Object.fromEntries(
      [...remainder.formats].map((name) => [name, stringFormat(name, minor) ?? true] as const),
    ),
    code: {
      // Kubernetes' regular expressions are Go's: other in syntax than JavaScript's, and always of linear time.
      regExp: Object.assign((pattern: string) => readGoPattern(pattern) ?? EVERYTHING, { code: '' }),
    },
  });
  for (const [keyword, check] of Object.entries(SERVER_KEYWORDS)) {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({ keyword, validate: asValidate(check), ...(keyword !== 'enum' && { type: 'number' }) });
  }
  const validate = ajv.compile(converted);
  return {
    findings: (value, root) => (validate(value) ? [] : schemaFindings(validate.errors ?? [], value, root)),
    unchecked: unreadable.map(
      (pattern) => `the pattern ${pattern} of its definition cannot be read and was not checked`,
    ),
    hasRules: hasRules(schema),
  };
}

const EVERYTHING: GoPattern = { test: () => true, toString: () => '' };

function isDeeper(schema: JSONSchemaProps, levels: number): boolean {
  if (levels === 0) return true;
  const { properties, additionalProperties, items, not, allOf, anyOf, oneOf } = schema;
  const children = [
    ...Object.values(properties ?? {}),
    ...[additionalProperties, items, not].flat(),
    ...(allOf ?? []),
    ...(anyOf ?? []),
    ...(oneOf ?? []),
  ];
  return children.some((child) => typeof child === 'object' && isDeeper(child, levels - 1));
}
