import { applyDefaults } from '../kubernetes/defaults/apply-defaults';
import type { ObjectMeta } from '../kubernetes/generated/decoded';
import type { Kind } from '../kubernetes/kinds';
import { nameOnCreate } from '../kubernetes/object-name';
import { toAutoscalingV2 } from '../kubernetes/to-autoscaling-v2';
import { DEFAULT_MINOR, minorOf } from '../kubernetes/version';
import { chooseRules } from './advice/choose-rules';
import { type AppChecks, appChecks } from './app-checks';
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
import type { Diagnostic } from './diagnostic';
import type { Finding } from './finding';
import { type CustomIdentity, identify } from './identify';
import type { ObjectContext } from './nodes';
import type { Plan } from './plan';
import type { Rule } from './rule';
import { customResourceRules } from './rules/server/custom-resource';
import { decodingRules } from './rules/server/decoding';
import { collect, runRules } from './run-rules';
import { type Found, isRefused, toDiagnostics } from './to-diagnostics';
import type { ValidateOptions } from './validate-options';

/**
 * Says what a Kubernetes API server would refuse in these objects, at which field and why; and of those that it
 * accepts what a reviewer would say, where `options.profile` asks for it (the public function does by default).
 *
 * Works offline and leaves the objects as they are. Stages: the kind, strict decoding, the server's defaults on a
 * private copy, the rules. An object that does not decode is not looked at further, as the server does it. Custom
 * resources are checked against their CustomResourceDefinitions, and reported as not checked where there is none.
 *
 * @param objects Plain Kubernetes objects, as parsed from YAML or JSON.
 * @returns What was found, in the order of the objects and of their fields; empty when all is well.
 * @throws KubeVersionError when the version is not known.
 * @throws AdviceError when a profile or a rule is not known.
 */
export function validate(objects: readonly unknown[], options: ValidateOptions = {}): Diagnostic[] {
  const minor = options.kubeVersion === undefined ? DEFAULT_MINOR : minorOf(options.kubeVersion);
  const choice = chooseRules(options);
  const run: Run = {
    minor,
    definitions: definitionsFor(objects, options.customResourceDefinitions, minor),
    app: appChecks(choice.visitsApp(options.oneApp === true, minor)),
    advice: choice.planFor(minor),
  };
  const found = objects.map((object, index) => checkObject(object, index, run));
  run.app.end((index, rule, finding) => found[index]?.push([rule, finding]));
  return sumUnchecked(found.flatMap((list, index) => toDiagnostics(list, index, objects, choice)));
}

/** What is the same for all objects that are validated together. */
interface Run {
  readonly minor: number;
  readonly definitions: Definitions;
  readonly app: AppChecks;
  /** The advice that is given; undefined for none. */
  readonly advice: Plan | undefined;
}

function checkObject(value: unknown, index: number, run: Run): Found[] {
  const { minor } = run;
  const identified = identify(value, minor, run.definitions);
  if ('finding' in identified) return [[decodingRule(identified.finding), identified.finding]];
  if ('custom' in identified) return checkCustom(value, index, identified.custom, run);
  const { kind } = identified;
  const { object, findings } = decode(value, kind.type, minor);
  const unread = findings.length === 0 ? deprecatedAnnotationFinding(object, kind) : undefined;
  if (unread) findings.push(unread);
  if (findings.length > 0) return findings.map((finding) => [decodingRule(finding), finding]);
  giveName(object);
  applyDefaults(object, kind, minor);
  run.app.see({ index, kind, object, given: value });
  const context = { kind, minor, object: toValidated(object, kind, minor), given: value };
  return advised(runRules(context), context, run);
}

function checkCustom(
  value: unknown,
  index: number,
  { apiVersion, kind, definition }: CustomIdentity,
  run: Run,
): Found[] {
  const { minor, definitions } = run;
  if (definition === undefined) return [[notCheckedRule, notDefined(apiVersion, kind, definitions)]];
  const found = findVersion(definition, apiVersion);
  if ('finding' in found) return [[validKind, found.finding]];
  const decoded = decodeCustomResource(value, definition, found.version, minor);
  if (decoded.findings.length > 0) return decoded.findings.map((problem) => [decodingRule(problem), problem]);
  const { kind: customKind, object } = decoded;
  run.app.see({ index, kind: customKind, object, given: value });
  const problems = validateCustomResource(decoded, found.version, minor);
  const context = { kind: customKind, minor, object, given: value };
  const refused = problems.map((problem): Found => [customResourceRule(problem), problem]);
  return advised([...runRules(context), ...refused], context, run);
}

/** What the server says, and advice where it says nothing against the object. */
function advised(found: Found[], context: ObjectContext, { advice }: Run): Found[] {
  if (advice && !isRefused(found)) for (const entry of collect(context, advice, 'all')) found.push(entry);
  return found;
}

/** The object in the version that the server validates, where that is not its own. */
function toValidated(object: Record<string, unknown>, kind: Kind, minor: number): Record<string, unknown> {
  return kind.type === 'autoscaling.v1.HorizontalPodAutoscaler' ? { ...toAutoscalingV2(object, minor) } : object;
}

/** Names an object before it is defaulted, which copies names into labels. */
function giveName({ metadata }: { metadata?: ObjectMeta }): void {
  if (metadata?.generateName) metadata.name = nameOnCreate(metadata);
}

const [validKind, validType, noUnknownField, notCheckedRule] = decodingRules;

function decodingRule({ reason }: Finding): Rule {
  if (reason === 'UnknownKind') return validKind;
  return reason === 'UnknownField' ? noUnknownField : validType;
}

const [validCustomResource, uniqueListItem, uncheckedSchemaRule] = customResourceRules;

function customResourceRule({ reason }: Finding): Rule {
  if (reason === 'NotChecked') return uncheckedSchemaRule;
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
