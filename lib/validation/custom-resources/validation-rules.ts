import { celNames } from '../../kubernetes/cel/cel-names';
import type { CelNode } from '../../kubernetes/cel/cel-node';
import type { CelScope } from '../../kubernetes/cel/cel-scope';
import { CelError, CelUnsupported, NONE } from '../../kubernetes/cel/cel-value';
import { evaluateCel } from '../../kubernetes/cel/evaluate-cel';
import { parseCel } from '../../kubernetes/cel/parse-cel';
import type { JSONSchemaProps, ValidationRule } from '../../kubernetes/generated/decoded';
import type { FieldPath } from '../field-path';
import { duplicate, type Finding, forbidden, invalid, required } from '../finding';
import { celValue } from './cel-values';
import { isObject, itemSchema, otherSchema, propertySchema } from './child-schema';

/** What the CEL rules of a schema say of a custom resource. */
export interface RuleFindings {
  readonly findings: readonly Finding[];
  /** The rules that were not evaluated, and why, each once. */
  readonly unchecked: readonly string[];
}

interface Run {
  readonly findings: Finding[];
  readonly unchecked: Set<string>;
}

/**
 * Evaluates the CEL rules of a schema, `x-kubernetes-validations`, on a custom resource that fits the schema otherwise, or
 * on a part of one.
 *
 * Rules that compare with the old object do not count when an object is created.
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/schema/cel/validation.go Validator.Validate.
 *
 * @param isRoot Whether it is a whole object. Default: true.
 */
export function ruleFindings(value: unknown, schema: JSONSchemaProps, at: FieldPath, isRoot = true): RuleFindings {
  const run: Run = { findings: [], unchecked: new Set() };
  visit(value, schema, at, isRoot, run);
  return { findings: run.findings, unchecked: [...run.unchecked] };
}

/** Whether some part of a schema has rules. */
export function hasRules(schema: JSONSchemaProps): boolean {
  if (schema['x-kubernetes-validations']?.length) return true;
  const children = [...Object.values(schema.properties ?? {}), otherSchema(schema), itemSchema(schema)];
  return children.some((child) => child !== undefined && hasRules(child));
}

function visit(value: unknown, schema: JSONSchemaProps | undefined, at: FieldPath, isRoot: boolean, run: Run): void {
  if (schema === undefined || value === undefined || value === null) return;
  for (const rule of schema['x-kubernetes-validations'] ?? []) checkRule(rule, value, schema, at, isRoot, run);
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visit(item, itemSchema(schema), at.index(index), false, run);
    });
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      const property = propertySchema(schema, name);
      if (property) visit(value[name], property, at.child(name), false, run);
      else visit(value[name], otherSchema(schema), at.key(name), false, run);
    }
  }
}

function checkRule(
  rule: ValidationRule,
  value: unknown,
  schema: JSONSchemaProps,
  at: FieldPath,
  isRoot: boolean,
  run: Run,
): void {
  const { expression, comparesWithOld } = readRule(rule);
  if (comparesWithOld && !rule.optionalOldSelf) return;
  if (expression === undefined) {
    run.unchecked.add(`the CEL rule ${quote(rule)} of its definition cannot be read and was not evaluated`);
    return;
  }
  const self: CelScope = { name: 'self', value: celValue(value, schema, isRoot) };
  const scope: CelScope = rule.optionalOldSelf ? { name: 'oldSelf', value: NONE, outer: self } : self;
  try {
    const holds = evaluateCel(expression, scope);
    if (typeof holds !== 'boolean') throw new CelUnsupported('a rule that is neither true nor false');
    if (!holds) run.findings.push(finding(rule, at, rule.message || `must keep the rule ${quote(rule)}`));
  } catch (error) {
    if (error instanceof CelError)
      run.findings.push(finding(rule, at, `the rule ${quote(rule)} cannot be evaluated: ${error.message}`));
    else if (error instanceof CelUnsupported)
      run.unchecked.add(
        `the CEL rule ${quote(rule)} of its definition was not evaluated: it asks for ${error.message}`,
      );
    else throw error;
  }
}

interface ReadRule {
  readonly expression: CelNode | undefined;
  readonly comparesWithOld: boolean;
}

const rules = new WeakMap<ValidationRule, ReadRule>();

function readRule(rule: ValidationRule): ReadRule {
  let read = rules.get(rule);
  if (read === undefined) {
    const expression = parseCel(rule.rule ?? '');
    read = { expression, comparesWithOld: expression !== undefined && celNames(expression).variables.has('oldSelf') };
    rules.set(rule, read);
  }
  return read;
}

function finding({ reason, fieldPath }: ValidationRule, at: FieldPath, detail: string): Finding {
  const field = fieldPath ? below(at, fieldPath) : at;
  switch (reason) {
    case 'FieldValueRequired':
      return required(field, detail);
    case 'FieldValueForbidden':
      return forbidden(field, detail);
    case 'FieldValueDuplicate':
      return { ...duplicate(field, undefined), value: undefined, detail };
    default:
      return { ...invalid(field, undefined, detail), value: undefined };
  }
}

const STEP = /\.([^.[\]]+)|\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/gy;

/** The place at a path such as `.spec['my-field']`. */
function below(at: FieldPath, path: string): FieldPath {
  let field = at;
  for (const [, name, single, double] of path.matchAll(STEP))
    field = name !== undefined ? field.child(name) : field.child((single ?? double ?? '').replace(/\\(.)/g, '$1'));
  return field;
}

const LONGEST_RULE = 120;

function quote({ rule = '' }: ValidationRule): string {
  const line = rule.trim().replace(/\s+/g, ' ');
  return `\`${line.length > LONGEST_RULE ? `${line.slice(0, LONGEST_RULE)}...` : line}\``;
}
