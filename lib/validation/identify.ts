import { apiVersionOf, findKind, isBuiltInGroup, isServed, type Kind, kinds } from '../kubernetes/kinds';
import { removedKind } from '../kubernetes/removed-kinds';
import { editDistance, suggest } from '../kubernetes/suggest';
import { type CustomKind, type Definitions, NO_DEFINITIONS } from './custom-resources/definitions';
import { FieldPath } from './field-path';
import type { Finding } from './finding';

/** What an object's apiVersion and kind lead to. */
export type Identified = { readonly kind: Kind } | { readonly finding: Finding } | { readonly custom: CustomIdentity };

/** What leads to a custom resource. */
export interface CustomIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  /** Its definition, where one is known. */
  readonly definition?: CustomKind;
}

const KIND = FieldPath.root.child('kind');
const API_VERSION = FieldPath.root.child('apiVersion');

/**
 * Finds the kind of an object, or says why there is none.
 *
 * @param definitions The CustomResourceDefinitions that are known. Default: none.
 */
export function identify(value: unknown, minor: number, definitions: Definitions = NO_DEFINITIONS): Identified {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      finding: { reason: 'Malformed', field: FieldPath.root, detail: 'must be an object with apiVersion and kind' },
    };
  }
  const { apiVersion, kind } = value as Record<string, unknown>;
  if (typeof apiVersion !== 'string' || apiVersion === '') return { finding: missing(API_VERSION, apiVersion, value) };
  if (typeof kind !== 'string' || kind === '') return { finding: missing(KIND, kind, value) };
  const found = findKind(apiVersion, kind);
  if (found && isServed(found, minor)) return { kind: found };
  const [group = ''] = apiVersion.split('/', 1);
  const definition = found ? undefined : definitions.find(group, kind);
  if (definition || (!found && !isMisspelt(apiVersion, kind)))
    return { custom: { apiVersion, kind, ...(definition && { definition }) } };
  return { finding: found ? notServed(found, minor) : unknown(apiVersion, kind, minor) };
}

/**
 * Whether an apiVersion is a built-in one misspelt, rather than that of a custom resource: it has no group of its own,
 * lies below `k8s.io` for a kind of Kubernetes' own (`apps.k8s.io/v1` Deployment), or is a slip or two away from a
 * group that has such a kind (`networking.k8s.oi/v1` Ingress).
 */
function isMisspelt(apiVersion: string, kind: string): boolean {
  const [group = '', version, ...rest] = apiVersion.split('/', 3);
  if (!version || rest.length > 0 || isBuiltInGroup(group)) return true;
  if (OWN_DOMAIN.test(group)) return kinds.some((known) => known.kind === kind);
  const near = dottedGroups.find(
    (known) => Math.abs(group.length - known.length) <= SLIPS && editDistance(group, known) <= SLIPS,
  );
  return near !== undefined && kinds.some((known) => known.group === near && isNear(kind, known.kind));
}

/** Not `x-k8s.io` and `sigs.k8s.io`, where custom resources live. */
const OWN_DOMAIN = /(^|\.)(?<!\bsigs\.)(k8s|kubernetes)(\.io)?$/;
const SLIPS = 2;
const dottedGroups = [...new Set(kinds.map(({ group }) => group).filter((group) => group.includes('.')))];

function isNear(word: string, other: string): boolean {
  return word === other || suggest(word, [other]) !== undefined;
}

function missing(field: FieldPath, value: unknown, object: object): Finding {
  const name = field.toString();
  const near = Object.keys(object).find((key) => suggest(key, [name]) !== undefined);
  const detail =
    value === undefined || value === null || value === '' ? `${name} is missing` : `${name} must be a string`;
  return { reason: 'UnknownKind', field, detail, ...(near && { fix: `Did you mean ${name} instead of ${near}?` }) };
}

function notServed(kind: Kind, minor: number): Finding {
  const apiVersion = apiVersionOf(kind);
  const detail =
    kind.since > minor
      ? `${apiVersion} ${kind.kind} is served since Kubernetes 1.${kind.since}`
      : `${apiVersion} ${kind.kind} was served until Kubernetes 1.${kind.until}`;
  const other = servedAs(kind.kind, minor);
  return { reason: 'UnknownKind', field: API_VERSION, detail, ...(other && { fix: `Write apiVersion: ${other}.` }) };
}

function unknown(apiVersion: string, kind: string, minor: number): Finding {
  const removed = removedKind(apiVersion, kind);
  const served = servedAs(kind, minor);
  if (removed) {
    const detail = `${apiVersion} ${kind} was served until Kubernetes 1.${removed.until}`;
    return {
      reason: 'UnknownKind',
      field: API_VERSION,
      detail,
      fix: served ? `Write apiVersion: ${served}.` : removed.fix,
    };
  }
  const detail = `no kind ${JSON.stringify(kind)} in apiVersion ${JSON.stringify(apiVersion)}`;
  if (served) return { reason: 'UnknownKind', field: API_VERSION, detail, fix: `Write apiVersion: ${served}.` };
  const near = suggest(
    kind,
    kinds.map((known) => known.kind),
  );
  const nearVersion = near && servedAs(near, minor);
  return {
    reason: 'UnknownKind',
    field: KIND,
    detail,
    ...(nearVersion && { fix: `Did you mean kind: ${near} (apiVersion: ${nearVersion})?` }),
  };
}

/** The apiVersion under which a minor serves a kind: the most stable one. */
function servedAs(kind: string, minor: number): string | undefined {
  const candidates = kinds.filter((known) => known.kind === kind && isServed(known, minor));
  candidates.sort((a, b) => (b.version > a.version ? 1 : -1));
  const stable = candidates.find(({ version }) => /^v\d+$/.test(version)) ?? candidates[0];
  return stable && apiVersionOf(stable);
}
