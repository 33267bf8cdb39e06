import { applyDefaults } from '../kubernetes/defaults/apply-defaults';
import type { Kind } from '../kubernetes/kinds';
import { DEFAULT_MINOR, minorOf } from '../kubernetes/version';
import { decode } from './decoding/decode';
import type { Diagnostic, ObjectReference } from './diagnostic';
import { FieldPath } from './field-path';
import { type Finding, messageOf } from './finding';
import { identify } from './identify';
import { type Plan, planFor } from './plan';
import type { Rule } from './rule';
import { catalogue, findRule } from './rules/catalogue';
import { isSecretPlace } from './secrecy';
import { sortDiagnostics } from './sort';
import { type Collector, walk } from './walk';

/** What to validate for. */
export interface ValidateOptions {
  /** The Kubernetes version, `1.28` to `1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
}

/**
 * Says what a Kubernetes API server would refuse in these objects, at which field and why.
 *
 * Works offline and leaves the objects as they are. Stages: the kind, strict decoding, the server's defaults on a
 * private copy, the rules. An object that does not decode is not looked at further, as the server does it.
 *
 * @param objects Plain Kubernetes objects, as parsed from YAML or JSON.
 * @returns What was found, in the order of the objects and of their fields; empty when all is well.
 * @throws KubeVersionError when the version is not known.
 */
export function validate(objects: readonly unknown[], options: ValidateOptions = {}): Diagnostic[] {
  const minor = options.kubeVersion === undefined ? DEFAULT_MINOR : minorOf(options.kubeVersion);
  return objects.flatMap((object, index) => validateObject(object, index, minor));
}

const plans = new Map<number, Plan>();

function planOf(minor: number): Plan {
  const known = plans.get(minor);
  if (known) return known;
  const plan = planFor(catalogue, minor);
  plans.set(minor, plan);
  return plan;
}

function validateObject(object: unknown, index: number, minor: number): Diagnostic[] {
  const found: [Rule | undefined, Finding][] = [];
  const identified = identify(object, minor);
  if ('finding' in identified)
    found.push([findRule(identified.finding.reason === 'Malformed' ? 'valid-type' : 'valid-kind'), identified.finding]);
  else if ('custom' in identified) found.push([findRule('unchecked-custom-resource'), notChecked(identified.custom)]);
  else found.push(...check(object, identified.kind, minor));
  if (found.length === 0) return [];
  const reference = referenceOf(object, index);
  const diagnostics = found.map(([rule, finding]) => toDiagnostic(rule, finding, reference));
  return sortDiagnostics(diagnostics, object);
}

function check(object: unknown, kind: Kind, minor: number): [Rule | undefined, Finding][] {
  const decoded = decode(object, kind.type, minor);
  if (decoded.findings.length > 0) {
    return decoded.findings.map((finding) => [
      findRule(finding.reason === 'UnknownField' ? 'no-unknown-field' : 'valid-type'),
      finding,
    ]);
  }
  applyDefaults(decoded.object, kind, minor);
  const found: [Rule | undefined, Finding][] = [];
  const collector: Collector = {
    rule: undefined,
    errors: 0,
    report(finding) {
      if ((collector.rule?.severity ?? 'error') === 'error') collector.errors += 1;
      found.push([collector.rule, finding]);
    },
  };
  walk({ kind, minor, object: decoded.object }, planOf(minor), collector);
  return found;
}

function notChecked({ apiVersion, kind }: { apiVersion: string; kind: string }): Finding {
  return {
    reason: 'NotChecked',
    field: FieldPath.root,
    detail: `${apiVersion} ${kind} is a custom resource and was not checked`,
  };
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

function toDiagnostic(rule: Rule | undefined, finding: Finding, object: ObjectReference): Diagnostic {
  const path = (finding.place ?? finding.field).segments();
  const fix = finding.fix ?? rule?.fix;
  return {
    rule: rule?.id ?? 'valid-type',
    severity: rule?.severity ?? 'error',
    reason: finding.reason,
    object,
    field: finding.field.toString(),
    path,
    message: messageOf(finding, isSecretPlace(object.kind, path)),
    ...(fix && { fix }),
  };
}
