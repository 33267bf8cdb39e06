import { unknownTo } from '../../../kubernetes/cel/cel-libraries';
import { type CelNames, celNames } from '../../../kubernetes/cel/cel-names';
import { parseCel } from '../../../kubernetes/cel/parse-cel';
import type { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import type { Report } from '../../rule';

/** The names of types and of groups of functions, which stand in expressions as variables do. */
const KNOWN = new Set([
  'base64',
  'bool',
  'bytes',
  'cel',
  'cidr',
  'double',
  'duration',
  'dyn',
  'format',
  'google',
  'int',
  'ip',
  'jsonpatch',
  'JSONPatch',
  'kubernetes',
  'list',
  'lists',
  'map',
  'math',
  'net',
  'null_type',
  'Object',
  'optional',
  'optional_type',
  'quantity',
  'regex',
  'semver',
  'sets',
  'string',
  'strings',
  'timestamp',
  'type',
  'uint',
  'url',
]);
/** What an expression is read for: the variables that it may use, where it stands, and the minor that compiles it. */
export interface Reading {
  readonly variables: ReadonlySet<string>;
  readonly minor: number;
  readonly report: Report;
}

/** The names in an expression that compiles, as far as can be told; what keeps it from compiling is reported. */
export function readExpression(
  expression: string,
  at: FieldPath,
  { variables, minor, report }: Reading,
): CelNames | undefined {
  const node = parseCel(expression);
  const names = node && celNames(node);
  const fault = node && names ? (unknownName(names, variables) ?? unknownTo(minor, node)) : 'syntax error';
  if (fault === undefined) return names;
  report(invalid(at, expression, `compilation failed: ${fault}`));
  return undefined;
}

function unknownName(names: CelNames, variables: ReadonlySet<string>): string | undefined {
  for (const name of names.variables)
    if (!variables.has(name) && !KNOWN.has(name)) return `undeclared reference to '${name}'`;
  return undefined;
}
