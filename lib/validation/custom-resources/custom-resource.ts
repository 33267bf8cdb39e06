import { defaultObjectMeta } from '../../kubernetes/defaults/object-meta';
import type { ObjectMeta } from '../../kubernetes/generated/decoded';
import type { Kind } from '../../kubernetes/kinds';
import { nameOnCreate } from '../../kubernetes/object-name';
import { suggest } from '../../kubernetes/suggest';
import { copyData } from '../decoding/copy-data';
import { decode } from '../decoding/decode';
import { FieldPath } from '../field-path';
import type { Finding } from '../finding';
import type { AppEntry } from '../rule';
import { looksSecret } from '../secrecy';
import { isObject } from './child-schema';
import type { CustomKind, CustomVersion, Definitions } from './definitions';
import { type EmbeddedResource, embeddedResourceFindings, embeddedResources } from './embedded-resources';
import { listTypeFindings } from './list-types';
import { scaleFindings } from './scale-findings';
import { schemaCheck } from './schema-check';
import { applySchemaDefaults } from './schema-defaults';
import { unknownFields } from './unknown-fields';
import { type RuleFindings, ruleFindings } from './validation-rules';

/** A custom resource as the server holds it before it validates, or why it does not get there. */
export type DecodedCustomResource = Omit<AppEntry, 'index' | 'given'> & {
  readonly findings: readonly Finding[];
  readonly embedded: readonly EmbeddedResource[];
};

const ROOT = FieldPath.root;
const API_VERSION = ROOT.child('apiVersion');
const METADATA_TYPE = 'meta.v1.ObjectMeta';
const NO_RULES: RuleFindings = { findings: [], unchecked: [] };
/** With these the server does not evaluate rules. Follows pkg/registry/customresource/strategy.go hasBlockingErr. */
const HIDES_RULES: ReadonlySet<string> = new Set([
  'FieldValueNotSupported',
  'FieldValueRequired',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
]);

/** That the definition of a kind is not known, so that its objects are not checked. */
export function notDefined(apiVersion: string, kind: string, definitions: Definitions): Finding {
  const [group = ''] = apiVersion.split('/', 1);
  const near = suggest(kind, definitions.kindsOf(group));
  return {
    reason: 'NotChecked',
    field: ROOT,
    detail: `no CustomResourceDefinition of ${kind} in ${group} is given, so it was not checked`,
    ...(near && { fix: `Did you mean kind: ${near}? Else give its CustomResourceDefinition along.` }),
  };
}

/** The version of a kind that an object asks for, or why the server does not serve it. */
export function findVersion(
  { group, kind, versions }: CustomKind,
  apiVersion: string,
): { readonly version: CustomVersion } | { readonly finding: Finding } {
  const name = apiVersion.slice(group.length + 1);
  const version = versions.find((served) => served.name === name);
  if (version) return { version };
  const names = versions.map((served) => served.name);
  const meant = suggest(name, names) ?? names[0];
  return {
    finding: {
      reason: 'UnknownKind',
      field: API_VERSION,
      detail: `${apiVersion} ${kind} is not served; its CustomResourceDefinition serves ${names.join(', ') || 'no version'}`,
      ...(meant && { fix: `Write apiVersion: ${group}/${meant}.` }),
    },
  };
}

/**
 * Decodes a custom resource strictly on a private copy: nulls are dropped, defaults filled in, unknown fields found.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/customresource_handler.go schemaCoercingDecoder.Decode and
 * pkg/registry/customresource/strategy.go PrepareForCreate.
 */
export function decodeCustomResource(
  value: unknown,
  custom: CustomKind,
  version: CustomVersion,
  minor: number,
): DecodedCustomResource {
  const kind = kindOf(custom, version);
  const { copy, findings } = copyData(value, ROOT);
  if (findings.length > 0 || !isObject(copy)) return { kind, object: {}, findings, embedded: [] };
  const { schema } = version;
  applySchemaDefaults(copy, schema);
  const metadata = decode(copy.metadata ?? {}, METADATA_TYPE, minor, ROOT.child('metadata'));
  const embedded = embeddedResources(copy, schema, ROOT);
  const found = [
    ...metadata.findings,
    ...(custom.preservesUnknownFields ? [] : unknownFields(copy, schema)),
    ...embedded.flatMap(({ resource, at }) =>
      resource.metadata === undefined || resource.metadata === null
        ? []
        : decode(resource.metadata, METADATA_TYPE, minor, at.child('metadata')).findings,
    ),
  ];
  copy.metadata = prepareMetadata(metadata.object, custom.namespaced);
  if (version.hasStatus) delete copy.status;
  const kept = version.hasStatus ? embedded.filter(({ at }) => at.segments()[0] !== 'status') : embedded;
  return { kind, object: copy, findings: found, embedded: kept };
}

/** What is found in a custom resource. */
export interface CustomResourceFindings {
  /** Values that the schema does not allow. */
  readonly misfits: readonly Finding[];
  /** CEL rules of the schema that do not hold. */
  readonly brokenRules: readonly Finding[];
  readonly unchecked: readonly Finding[];
}

/**
 * What the server would refuse in a decoded custom resource, its metadata aside.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/registry/customresource/strategy.go Validate and validator.go Validate.
 */
export function validateCustomResource(
  { object, embedded }: DecodedCustomResource,
  { schema, scale }: CustomVersion,
  minor: number,
): CustomResourceFindings {
  const check = schemaCheck(schema, minor);
  const misfits = check.findings(object);
  const rules =
    check.hasRules && !misfits.some(({ reason }) => HIDES_RULES.has(reason))
      ? ruleFindings(object, schema, ROOT)
      : NO_RULES;
  const found = [
    ...misfits,
    ...(scale ? scaleFindings(object, scale) : []),
    ...embedded.flatMap(embeddedResourceFindings),
    ...listTypeFindings(object, schema, ROOT),
  ];
  const unchecked = [...check.unchecked, ...rules.unchecked];
  return {
    misfits: found.map(hideSecret),
    brokenRules: rules.findings,
    unchecked: unchecked.map((detail) => ({ reason: 'NotChecked' as const, field: ROOT, detail })),
  };
}

/** Leaves the value out where the name of a field around it says that it is secret. */
function hideSecret(finding: Finding): Finding {
  const isSecret = finding.field.segments().some((step) => typeof step === 'string' && looksSecret(step));
  return isSecret ? { ...finding, value: undefined } : finding;
}

/** Named by kind and group, so that no rule takes it for a kind of Kubernetes' own. */
function kindOf({ group, kind, namespaced }: CustomKind, { name }: CustomVersion): Kind {
  return { group, version: name, kind: `${kind}.${group}`, type: '', since: 0, until: 0, namespaced };
}

function prepareMetadata(metadata: ObjectMeta, namespaced: boolean): ObjectMeta {
  defaultObjectMeta(metadata, namespaced);
  metadata.generation = 1;
  if (metadata.generateName) metadata.name = nameOnCreate(metadata);
  return metadata;
}
