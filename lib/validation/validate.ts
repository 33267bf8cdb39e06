import { applyDefaults } from '../kubernetes/defaults/apply-defaults';
import type { ObjectMeta } from '../kubernetes/generated/decoded';
import type { Kind } from '../kubernetes/kinds';
import { nameOnCreate } from '../kubernetes/object-name';
import { toAutoscalingV2 } from '../kubernetes/to-autoscaling-v2';
import { DEFAULT_MINOR, minorOf } from '../kubernetes/version';
import {
  decodeCustomResource,
  findVersion,
  notDefined,
  validateCustomResource,
} from './custom-resources/custom-resource';
import { type Definitions, joinDefinitions, readDefinitions } from './custom-resources/definitions';
import { sumUnchecked } from './custom-resources/sum-unchecked';
import { decode } from './decoding/decode';
import { deprecatedAnnotationFinding } from './decoding/deprecated-annotation';
import type { Diagnostic, ObjectReference } from './diagnostic';
import { type Finding, messageOf } from './finding';
import { type CustomIdentity, identify } from './identify';
import type { AppEntry, Rule } from './rule';
import { catalogue } from './rules/catalogue';
import { customResourceRules } from './rules/server/custom-resource';
import { decodingRules } from './rules/server/decoding';
import { runRules } from './run-rules';
import { isSecretPlace } from './secrecy';
import { sortDiagnostics } from './sort';
import type { ValidateOptions } from './validate-options';

/**
 * Says what a Kubernetes API server would refuse in these objects, at which field and why.
 *
 * Works offline and leaves the objects as they are. Stages: the kind, strict decoding, the server's defaults on a
 * private copy, the rules. An object that does not decode is not looked at further, as the server does it. Custom
 * resources are checked against their CustomResourceDefinitions, and reported as not checked where there is none.
 *
 * @param objects Plain Kubernetes objects, as parsed from YAML or JSON.
 * @returns What was found, in the order of the objects and of their fields; empty when all is well.
 * @throws KubeVersionError when the version is not known.
 */
export function validate(objects: readonly unknown[], options: ValidateOptions = {}): Diagnostic[] {
  const minor = options.kubeVersion === undefined ? DEFAULT_MINOR : minorOf(options.kubeVersion);
  const app = options.oneApp ? appChecks() : undefined;
  const definitions = definitionsFor(objects, options.customResourceDefinitions, minor);
  const checked = objects.map((object, index) => checkObject(object, index, minor, definitions, app));
  app?.end((index, rule, finding) => checked[index]?.found.push([rule, finding]));
  return sumUnchecked(checked.flatMap((entry) => diagnosticsOf(entry, objects)));
}

/** An object on its way through validation. */
interface Checked {
  readonly index: number;
  readonly found: [Rule, Finding][];
}

function checkObject(
  value: unknown,
  index: number,
  minor: number,
  definitions: Definitions,
  app: AppChecks | undefined,
): Checked {
  const identified = identify(value, minor, definitions);
  if ('finding' in identified) return { index, found: [[decodingRule(identified.finding), identified.finding]] };
  if ('custom' in identified)
    return { index, found: checkCustom(value, index, identified.custom, minor, definitions, app) };
  const { kind } = identified;
  const { object, findings } = decode(value, kind.type, minor);
  const unread = findings.length === 0 ? deprecatedAnnotationFinding(object, kind) : undefined;
  if (unread) findings.push(unread);
  if (findings.length > 0) return { index, found: findings.map((finding) => [decodingRule(finding), finding]) };
  giveName(object);
  applyDefaults(object, kind, minor);
  app?.see({ index, kind, object });
  return { index, found: runRules(kind, toValidated(object, kind, minor), minor) };
}

function checkCustom(
  value: unknown,
  index: number,
  { apiVersion, kind, definition }: CustomIdentity,
  minor: number,
  definitions: Definitions,
  app: AppChecks | undefined,
): [Rule, Finding][] {
  if (definition === undefined) return [[notCheckedRule, notDefined(apiVersion, kind, definitions)]];
  const found = findVersion(definition, apiVersion);
  if ('finding' in found) return [[validKind, found.finding]];
  const decoded = decodeCustomResource(value, definition, found.version, minor);
  if (decoded.findings.length > 0) return decoded.findings.map((problem) => [decodingRule(problem), problem]);
  app?.see({ index, kind: decoded.kind, object: decoded.object });
  const { misfits, brokenRules, unchecked } = validateCustomResource(decoded, found.version, minor);
  return [
    ...runRules(decoded.kind, decoded.object, minor),
    ...misfits.map((problem): [Rule, Finding] => [misfitRule(problem), problem]),
    ...brokenRules.map((problem): [Rule, Finding] => [validBySchemaRules, problem]),
    ...unchecked.map((problem): [Rule, Finding] => [uncheckedSchemaRule, problem]),
  ];
}

/** The object in the version that the server validates, where that is not its own. */
function toValidated(object: Record<string, unknown>, kind: Kind, minor: number): Record<string, unknown> {
  return kind.type === 'autoscaling.v1.HorizontalPodAutoscaler' ? { ...toAutoscalingV2(object, minor) } : object;
}

/** Names an object before it is defaulted, which copies names into labels. */
function giveName({ metadata }: { metadata?: ObjectMeta }): void {
  if (metadata?.generateName) metadata.name = nameOnCreate(metadata);
}

/** The checks of the objects of an app against each other. */
interface AppChecks {
  see(entry: AppEntry): void;
  end(report: (index: number, rule: Rule, finding: Finding) => void): void;
}

function appChecks(): AppChecks {
  const visits = catalogue.flatMap((rule) => (rule.visitApp ? [{ rule, visit: rule.visitApp() }] : []));
  return {
    see: (entry) => {
      for (const { visit } of visits) visit.see(entry);
    },
    end: (report) => {
      for (const { rule, visit } of visits) visit.end((index, finding) => report(index, rule, finding));
    },
  };
}

const [validKind, validType, noUnknownField, notCheckedRule] = decodingRules;

function decodingRule({ reason }: Finding): Rule {
  if (reason === 'UnknownKind') return validKind;
  return reason === 'UnknownField' ? noUnknownField : validType;
}

const [validCustomResource, uniqueListItem, validBySchemaRules, uncheckedSchemaRule] = customResourceRules;

function misfitRule({ reason }: Finding): Rule {
  return reason === 'FieldValueDuplicate' ? uniqueListItem : validCustomResource;
}

const given = new WeakMap<readonly unknown[], Map<number, Definitions>>();

/** The definitions that were given beside the objects, and those among them. */
function definitionsFor(
  objects: readonly unknown[],
  beside: readonly unknown[] | undefined,
  minor: number,
): Definitions {
  const own = readDefinitions(objects, minor);
  if (beside === undefined) return own;
  const byMinor = given.get(beside) ?? new Map<number, Definitions>();
  given.set(beside, byMinor);
  const known = byMinor.get(minor) ?? readDefinitions(beside, minor);
  byMinor.set(minor, known);
  return joinDefinitions(known, own);
}

function diagnosticsOf({ index, found }: Checked, objects: readonly unknown[]): Diagnostic[] {
  if (found.length === 0) return [];
  const reference = referenceOf(objects[index], index);
  const diagnostics = found.map(([rule, finding]) => {
    const other = finding.other === undefined ? undefined : referenceOf(objects[finding.other], finding.other);
    return { ...toDiagnostic(rule, finding, reference), ...(other && { other }) };
  });
  return sortDiagnostics(diagnostics, objects[index]);
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

function toDiagnostic(rule: Rule, finding: Finding, object: ObjectReference): Diagnostic {
  const path = (finding.place ?? finding.field).segments();
  return {
    rule: rule.id,
    severity: rule.severity ?? 'error',
    reason: finding.reason,
    object,
    field: finding.field.toString(),
    path,
    message: messageOf(finding, isSecretPlace(object.kind, path)),
    fix: finding.fix ?? rule.fix,
  };
}

/** The ids of all rules that findings on objects can have. */
export function ruleIds(): string[] {
  return catalogue.map(({ id }) => id);
}
