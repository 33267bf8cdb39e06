import type { RE2JS } from 're2js';
import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';
import type { Finding } from '../finding';
import { type Remainder, toJsonSchema } from './json-schema';
import { schemaFindings } from './schema-findings';
import { stringFormat } from './string-formats';

/** Checks the values of custom resources against one schema. */
export interface SchemaCheck {
  /** What the server would refuse in an object that was pruned and defaulted. */
  findings(object: unknown): Finding[];
  /** What is not checked, in words that follow the kind: `the CEL rules of its definition were not evaluated`. */
  readonly unchecked: readonly string[];
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
    return { findings: () => [], unchecked: [`its schema is nested deeper than ${DEEPEST_SCHEMA} levels`] };
  const remainder: Remainder = { formats: new Set(), patterns: new Set(), hasRules: false };
  const converted = toJsonSchema(schema, remainder);
  const { expressions, unreadable } = readPatterns(remainder.patterns);
  // Loaded only where a custom resource has a definition.
  const { Ajv } = require('ajv') as typeof import('ajv');
  const ajv = new Ajv({
    allErrors: true,
    meta: false,
    validateSchema: false,
    ownProperties: true,
    multipleOfPrecision: 9,
    strictTypes: false,
    strictRequired: false,
    formats: Object.fromEntries(
      [...remainder.formats].map((name) => [name, stringFormat(name, minor) ?? true] as const),
    ),
    code: {
      // Kubernetes' regular expressions are Go's: other in syntax than JavaScript's, and always of linear time.
      regExp: Object.assign((pattern: string) => expressions.get(pattern) ?? EVERYTHING, { code: '' }),
    },
  });
  const validate = ajv.compile(converted);
  return {
    findings: (object) => (validate(object) ? [] : schemaFindings(validate.errors ?? [], object)),
    unchecked: [
      ...(remainder.hasRules ? ['the CEL rules of its definition were not evaluated'] : []),
      ...unreadable.map((pattern) => `the pattern ${pattern} of its definition cannot be read and was not checked`),
    ],
  };
}

interface Expression {
  test(text: string): boolean;
  toString(): string;
}

const EVERYTHING: Expression = { test: () => true, toString: () => '' };

function readPatterns(patterns: ReadonlySet<string>): { expressions: Map<string, Expression>; unreadable: string[] } {
  const expressions = new Map<string, Expression>();
  const unreadable: string[] = [];
  if (patterns.size === 0) return { expressions, unreadable };
  const { RE2JS, RE2JSSyntaxException } = require('re2js') as typeof import('re2js');
  for (const pattern of patterns) {
    try {
      const compiled: RE2JS = RE2JS.compile(pattern);
      expressions.set(pattern, { test: (text) => compiled.test(text), toString: () => pattern });
    } catch (error) {
      if (!(error instanceof RE2JSSyntaxException)) throw error;
      unreadable.push(pattern);
    }
  }
  return { expressions, unreadable };
}

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
