import type { Choice } from './advice/choose-rules';
import type { Diagnostic, ObjectReference, Severity } from './diagnostic';
import { type Finding, messageOf } from './finding';
import type { Rule } from './rule';
import { isSecretPlace } from './secrecy';
import { sortDiagnostics } from './sort';

/** What a rule found. */
export type Found = [rule: Rule, finding: Finding];

/** Whether the API server refuses an object in which this was found. */
export function isRefused(found: readonly Found[]): boolean {
  return found.some(([rule, { reason }]) => (rule.severity ?? 'error') === 'error' && reason !== 'Advice');
}

/**
 * What was found in an object, as reports show it, in the order in which the object was written.
 *
 * @param referenceTo The object of a number, for findings that speak of another one.
 */
export function toDiagnostics(
  found: readonly Found[],
  reference: ObjectReference,
  object: unknown,
  { gradeOf }: Choice,
  referenceTo: (index: number) => ObjectReference | undefined,
): Diagnostic[] {
  const diagnostics = found.flatMap(([rule, finding]) => {
    const grade = gradeOf(rule);
    if (grade === 'off') return [];
    const other = finding.other === undefined ? undefined : referenceTo(finding.other);
    return [{ ...toDiagnostic(rule, grade, finding, reference), ...(other && { other }) }];
  });
  return sortDiagnostics(diagnostics, object);
}

/** The object that a diagnostic speaks of, as far as its own words tell. */
export function referenceOf(object: unknown, index: number): ObjectReference {
  const { apiVersion, kind, metadata } = (object ?? {}) as Record<string, unknown>;
  const { name, namespace, generateName } = (
    typeof metadata === 'object' && metadata !== null ? metadata : {}
  ) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    index,
    apiVersion: text(apiVersion),
    kind: text(kind),
    ...(text(namespace) && { namespace: text(namespace) }),
    name: text(name) || text(generateName),
  };
}

function toDiagnostic(rule: Rule, severity: Severity, finding: Finding, object: ObjectReference): Diagnostic {
  const path = (finding.place ?? finding.field).segments();
  const { change, edit } = finding;
  return {
    rule: rule.id,
    severity,
    reason: finding.reason,
    object,
    field: finding.field.toString(),
    path,
    message: messageOf(finding, isSecretPlace(object.kind, path)),
    fix: finding.fix ?? rule.fix,
    ...(change && { change: typeof change === 'function' ? change() : change }),
    ...(edit && { edits: [edit].flat() }),
  };
}
