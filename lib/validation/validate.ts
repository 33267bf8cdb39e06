import { applyDefaults } from '../kubernetes/defaults/apply-defaults';
import type { ObjectMeta } from '../kubernetes/generated/decoded';
import type { Kind } from '../kubernetes/kinds';
import { nameOnCreate } from '../kubernetes/object-name';
import { toAutoscalingV2 } from '../kubernetes/to-autoscaling-v2';
import { DEFAULT_MINOR, minorOf } from '../kubernetes/version';
import { decode } from './decoding/decode';
import { deprecatedAnnotationFinding } from './decoding/deprecated-annotation';
import type { Diagnostic, ObjectReference } from './diagnostic';
import { FieldPath } from './field-path';
import { type Finding, messageOf } from './finding';
import { identify } from './identify';
import { type Plan, planFor } from './plan';
import type { AppEntry, Rule } from './rule';
import { catalogue } from './rules/catalogue';
import { decodingRules } from './rules/server/decoding';
import { isSecretPlace } from './secrecy';
import { sortDiagnostics } from './sort';
import { saidByServer } from './stage';
import { type Collector, walk } from './walk';

/** What to validate for. */
export interface ValidateOptions {
  /** The Kubernetes version, `1.28` to `1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
  /**
   * Whether the objects are one app that is applied together: then objects that stand twice, and references to
   * objects of the app that do not fit, are findings too. Default: false.
   */
  readonly oneApp?: boolean;
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
  const app = options.oneApp ? appChecks() : undefined;
  const checked = objects.map((object, index) => checkObject(object, index, minor, app));
  app?.end((index, rule, finding) => checked[index]?.found.push([rule, finding]));
  return checked.flatMap((entry) => diagnosticsOf(entry, objects));
}

/** An object on its way through validation. */
interface Checked {
  readonly index: number;
  readonly found: [Rule, Finding][];
}

const plans = new Map<number, Plan>();

function planOf(minor: number): Plan {
  const known = plans.get(minor);
  if (known) return known;
  const plan = planFor(catalogue, minor);
  plans.set(minor, plan);
  return plan;
}

function checkObject(value: unknown, index: number, minor: number, app: AppChecks | undefined): Checked {
  const identified = identify(value, minor);
  if ('finding' in identified) return { index, found: [[decodingRule(identified.finding), identified.finding]] };
  if ('custom' in identified) return { index, found: [[notCheckedRule, notChecked(identified.custom)]] };
  const { kind } = identified;
  const { object, findings } = decode(value, kind.type, minor);
  const unread = findings.length === 0 ? deprecatedAnnotationFinding(object, kind) : undefined;
  if (unread) findings.push(unread);
  if (findings.length > 0) return { index, found: findings.map((finding) => [decodingRule(finding), finding]) };
  giveName(object);
  applyDefaults(object, kind, minor);
  app?.see({ index, kind, object });
  return { index, found: runRules(kind, toValidated(object, kind), minor) };
}

/** The object in the version that the server validates, where that is not its own. */
function toValidated(object: Record<string, unknown>, kind: Kind): Record<string, unknown> {
  return kind.type === 'autoscaling.v1.HorizontalPodAutoscaler' ? { ...toAutoscalingV2(object) } : object;
}

/** Names an object before it is defaulted, which copies names into labels. */
function giveName({ metadata }: { metadata?: ObjectMeta }): void {
  if (metadata?.generateName) metadata.name = nameOnCreate(metadata);
}

function runRules(kind: Kind, object: Record<string, unknown>, minor: number): [Rule, Finding][] {
  const found: [Rule, Finding][] = [];
  const collector: Collector = {
    rule: undefined,
    errors: 0,
    report(finding) {
      const { rule } = collector;
      if (!rule) return;
      if ((rule.severity ?? 'error') === 'error') collector.errors += 1;
      found.push([rule, finding]);
    },
  };
  walk({ kind, minor, object }, planOf(minor), collector);
  return saidByServer(found);
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

function notChecked({ apiVersion, kind }: { apiVersion: string; kind: string }): Finding {
  return {
    reason: 'NotChecked',
    field: FieldPath.root,
    detail: `${apiVersion} ${kind} is a custom resource and was not checked`,
  };
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
