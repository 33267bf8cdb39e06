import { applyDefaults } from '../kubernetes/defaults/apply-defaults';
import type { ObjectMeta } from '../kubernetes/generated/decoded';
import type { Kind } from '../kubernetes/kinds';
import { nameOnCreate } from '../kubernetes/object-name';
import { toAutoscalingV2 } from '../kubernetes/to-autoscaling-v2';
import type { AppChecks } from './app-checks';
import {
  decodeCustomResource,
  findVersion,
  notDefined,
  validateCustomResource,
} from './custom-resources/custom-resource';
import type { Definitions } from './custom-resources/definitions';
import { decode } from './decoding/decode';
import { deprecatedAnnotationFinding } from './decoding/deprecated-annotation';
import type { Finding } from './finding';
import { type CustomIdentity, identify } from './identify';
import type { Plans } from './plan';
import type { Rule } from './rule';
import { customResourceRules } from './rules/server/custom-resource';
import { decodingRules } from './rules/server/decoding';
import { runRules } from './run-rules';
import type { Found } from './to-diagnostics';

/** What is the same for all objects that are looked at together. */
export interface Run {
  readonly minor: number;
  readonly definitions: Definitions;
  readonly app: AppChecks;
  readonly plans: Plans;
}

/** What the server says of one object, and advice where it says nothing against it. */
export function checkObject(value: unknown, index: number, run: Run): Found[] {
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
  return runRules(context, run.plans);
}

function checkCustom(
  value: unknown,
  index: number,
  { apiVersion, kind, definition }: CustomIdentity,
  run: Run,
): Found[] {
  const { minor, definitions } = run;
  if (definition === undefined) {
    run.app.seeUndefined(value);
    return [[notCheckedRule, notDefined(apiVersion, kind, definitions)]];
  }
  const found = findVersion(definition, apiVersion);
  if ('finding' in found) return [[validKind, found.finding]];
  const decoded = decodeCustomResource(value, definition, found.version, minor);
  if (decoded.findings.length > 0) return decoded.findings.map((problem) => [decodingRule(problem), problem]);
  const { kind: customKind, object } = decoded;
  run.app.see({ index, kind: customKind, object, given: value });
  const { misfits, brokenRules, unchecked } = validateCustomResource(decoded, found.version, minor);
  const context = { kind: customKind, minor, object, given: value };
  return [
    ...runRules(context, run.plans),
    ...misfits.map((problem): Found => [misfitRule(problem), problem]),
    ...brokenRules.map((problem): Found => [validBySchemaRules, problem]),
    ...unchecked.map((problem): Found => [uncheckedSchemaRule, problem]),
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

const [validKind, validType, noUnknownField, notCheckedRule] = decodingRules;

function decodingRule({ reason }: Finding): Rule {
  if (reason === 'UnknownKind') return validKind;
  return reason === 'UnknownField' ? noUnknownField : validType;
}

const [validCustomResource, uniqueListItem, validBySchemaRules, uncheckedSchemaRule] = customResourceRules;

function misfitRule({ reason }: Finding): Rule {
  return reason === 'FieldValueDuplicate' ? uniqueListItem : validCustomResource;
}
